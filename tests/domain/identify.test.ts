import { expect, test } from 'vitest';
import { identify } from '../../main/domain/identify.ts';
import type { InitiativeDraft, ReportDraft } from '../../main/domain/report-draft.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';

function rowDraft(title: string, changes: Partial<InitiativeDraft> = {}): InitiativeDraft {
  return {
    id: null,
    title,
    section: '防災課',
    pageBreakBefore: false,
    declarationPageBreakBefore: false,
    plan: [],
    targets: [{ id: null, measure: '訓練の回数', note: null, value: '3回', verdict: null }],
    results: [],
    direction: [],
    outcomes: [{ id: null, statement: '実施しました。', asOf: null, figures: [], targets: [0] }],
    ...changes,
  };
}

function reportDraft(initiatives: InitiativeDraft[], id: string | null = null): ReportDraft {
  return {
    id,
    municipality: '星見市',
    department: 'くらし安心部',
    fiscalYear: 2025,
    yearLabel: '令和7年度',
    headPost: 'くらし安心部長',
    headName: '山辺 みのり',
    stage: null,
    initiatives,
  };
}

test('a file of one document leaves the page breaks of the other as they are', () => {
  const before = { ...emptyInitiative('row1aaaa'), title: '港の灯', declarationPageBreakBefore: true };
  const existing = { ...reportDraft([]), id: 'report1test', initiatives: [before] };
  const said = { ...before, id: null, targets: [], outcomes: [] };
  const breaks = (part: InitiativeDraft) =>
    identify(reportDraft([part]), { ...fresh, existing }).report.initiatives.map((row) => [
      row.pageBreakBefore,
      row.declarationPageBreakBefore,
    ]);
  expect(breaks({ ...said, pageBreakBefore: true, declarationPageBreakBefore: null })).toEqual([
    [true, true],
  ]);
  expect(breaks({ ...said, pageBreakBefore: null, declarationPageBreakBefore: false })).toEqual([
    [false, false],
  ]);
});

const newIdentifier = countingIdentifiers();
const fresh = { existing: null, taken: new Set<string>(), newIdentifier };

test('a draft without identifiers gets one for each part, and outcomes name their targets by it', () => {
  const { report } = identify(reportDraft([rowDraft('訓練'), rowDraft('備蓄')]), fresh);
  const ids = report.initiatives.flatMap(({ id, targets, outcomes }) => [
    id,
    ...targets.map((target) => target.id),
    ...outcomes.map((outcome) => outcome.id),
  ]);
  expect(new Set([report.id, ...ids]).size).toBe(7);
  expect(report.initiatives[1]?.outcomes[0]?.targets).toEqual([report.initiatives[1]?.targets[0]?.id]);
});

test('identifiers in the file are kept', () => {
  const { report, replaced } = identify(reportDraft([rowDraft('訓練', { id: 'rowrow' })], 'report'), fresh);
  expect([report.id, report.initiatives[0]?.id]).toEqual(['report', 'rowrow']);
  expect(replaced).toEqual([]);
});

test('an identifier that another report bears, or that stands twice, is replaced and named', () => {
  const { report, replaced } = identify(
    reportDraft([
      rowDraft('訓練', { id: 'used' }),
      rowDraft('備蓄', { id: 'twice' }),
      rowDraft('点検', { id: 'twice' }),
    ]),
    { ...fresh, taken: new Set(['used']) },
  );
  expect(report.initiatives[0]?.id).not.toBe('used');
  expect(report.initiatives[1]?.id).toBe('twice');
  expect(report.initiatives[2]?.id).not.toBe('twice');
  expect(replaced).toEqual(['used', 'twice']);
});

test('a second reading without identifiers finds its rows again, moved and rewritten', () => {
  const first = identify(reportDraft([rowDraft('訓練'), rowDraft('備蓄'), rowDraft('点検')]), fresh).report;
  const second = identify(
    reportDraft([
      rowDraft('備蓄', { plan: ['水を備えます。'] }),
      rowDraft('新しい取組'),
      rowDraft('訓練', { section: '危機管理課' }),
    ]),
    { ...fresh, existing: first },
  ).report;
  const [training, stock] = first.initiatives;
  expect(second.id).toBe(first.id);
  expect(second.initiatives[0]?.id).toBe(stock?.id);
  expect(second.initiatives[0]?.targets[0]?.id).toBe(stock?.targets[0]?.id);
  expect(second.initiatives[2]?.id).toBe(training?.id);
  expect(first.initiatives.map(({ id }) => id)).not.toContain(second.initiatives[1]?.id);
});
