import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { editsBetween } from '../../main/domain/edits-between.ts';
import { joinReports, keepEverything, type IncomingReport } from '../../main/domain/join-reports.ts';
import { emptyInitiative, type Initiative, type Report } from '../../shared/model/report.ts';
import { initiativeFields } from '../../shared/model/fields/built-in-fields.ts';
import { arbitraryReport } from '../support/arbitrary-report.ts';
import { must } from '../support/must.ts';

const row = (id: string, changes: Partial<Initiative> = {}): Initiative => ({
  ...emptyInitiative(id),
  title: `取組${id}`,
  section: '防災課',
  plan: [`${id}の計画です。`],
  ...changes,
});

const report = (...initiatives: Initiative[]): Report => ({
  id: 'report',
  municipality: '星見市',
  department: 'くらし安心部',
  fiscalYear: 2025,
  yearLabel: '令和7年度',
  headPost: 'くらし安心部長',
  headName: '山辺 みのり',
  stage: null,
  initiatives,
});

const all = { fields: initiativeFields, verdicts: true };
const whole = (incoming: Report, changes: Partial<IncomingReport> = {}): IncomingReport => ({
  report: incoming,
  mentions: all,
  unsaid: [],
  ...changes,
});
const replace = { ...keepEverything, removed: 'all', empties: true } as const;

const linesOf = (lines: readonly string[] = []): string[] => lines.filter((line) => line.trim() !== '');

const order = ({ initiatives }: Report): string => initiatives.map(({ id }) => id).join('');

describe('rows', () => {
  const stored = report(row('a'), row('b'), row('c'), row('d'));

  test('that a section’s file does not mention stay where they stand', () => {
    const changed = row('c', { results: ['実施しました。'] });
    const { report: joined, rows } = joinReports(stored, whole(report(changed)), keepEverything);
    expect(joined.initiatives).toEqual([row('a'), row('b'), changed, row('d')]);
    expect(rows.map(({ kind, place }) => [kind, place])).toEqual([
      ['updated', 1],
      ['unmentioned', null],
      ['unmentioned', null],
      ['unmentioned', null],
    ]);
    expect(rows[0]?.changed).toEqual(['results']);
  });

  test.each([
    ['behind the one that it follows in the file', [row('b'), row('x'), row('y'), row('d')], 'abxycd'],
    ['before the first one of the file, where it follows none', [row('x'), row('c')], 'abxcd'],
    ['at the end, where the file has none that is there', [row('x'), row('y')], 'abcdxy'],
    [
      'behind the one that it follows, in whatever order the file has them',
      [row('d'), row('x'), row('b')],
      'abcdx',
    ],
  ])('that are new stand %s', (_, initiatives, expected) => {
    expect(order(joinReports(stored, whole(report(...initiatives)), keepEverything).report)).toBe(expected);
  });

  test('keep their order, unless the file holds all that stay', () => {
    const some = joinReports(stored, whole(report(row('d'), row('a'))), keepEverything);
    expect([order(some.report), some.reordered]).toEqual(['abcd', false]);
    const every = joinReports(
      stored,
      whole(report(row('d'), row('x'), row('c'), row('b'), row('a'))),
      keepEverything,
    );
    expect([order(every.report), every.reordered]).toEqual(['dxcba', true]);
    const without = { ...keepEverything, removed: new Set(['b', 'c']) };
    expect(order(joinReports(stored, whole(report(row('d'), row('a'))), without).report)).toBe('da');
  });

  test('go, or are left out, as a person ticks them', () => {
    const incoming = whole(report(row('a', { plan: ['直した計画'] }), row('x'), row('y')));
    const choice = { ...keepEverything, omitted: new Set([1, 3]), removed: new Set(['c', 'a', 'nobody']) };
    const { report: joined, rows } = joinReports(stored, incoming, choice);
    expect(joined.initiatives).toEqual([row('a'), row('x'), row('b'), row('d')]);
    expect(rows.map(({ kind, done }) => [kind, done])).toEqual([
      ['updated', false],
      ['added', true],
      ['added', false],
      ['unmentioned', false],
      ['unmentioned', true],
      ['unmentioned', false],
    ]);
  });

  test('in which nothing is written do not come into a report that has others', () => {
    const blank = emptyInitiative('x');
    expect(order(joinReports(stored, whole(report(row('a'), blank)), keepEverything).report)).toBe('abcd');
    expect(order(joinReports(null, whole(report(row('a'), blank)), keepEverything).report)).toBe('ax');
    expect(order(joinReports(stored, whole(report(row('a'), blank)), replace).report)).toBe('ax');
  });
});

describe('fields', () => {
  const full = row('a', {
    pageBreakBefore: true,
    targets: [{ id: 't1', measure: '訓練の回数', note: '地区ごと', value: '3回', verdict: 'achieved' }],
    results: ['三回行いました。'],
    direction: ['続けます。'],
    outcomes: [
      {
        id: 'o1',
        statement: '目標に達しました。',
        asOf: '令和8年3月31日時点',
        figures: [{ label: '訓練', value: '3回' }],
        targets: ['t1'],
      },
    ],
  });
  const only = (changes: Partial<Initiative>): Report => report({ ...emptyInitiative('a'), ...changes });

  test('that stand empty in the file keep what is stored, and are told', () => {
    const { report: joined, rows } = joinReports(
      report(full),
      whole(only({ title: '取組a', plan: ['書き直した計画'] })),
      keepEverything,
    );
    expect(joined.initiatives).toEqual([{ ...full, plan: ['書き直した計画'] }]);
    expect(rows[0]).toMatchObject({
      kind: 'updated',
      changed: ['plan'],
      kept: ['section', 'targets', 'results', 'direction', 'outcomes'],
    });
  });

  test('that the file has no place for are neither emptied nor told, even when all is replaced', () => {
    const mentions = { fields: ['title', 'section', 'plan'], verdicts: false } as const;
    const { report: joined, rows } = joinReports(
      report(full),
      whole(only({ title: '取組a', section: '防災課' }), { mentions }),
      replace,
    );
    expect(joined.initiatives).toEqual([{ ...full, pageBreakBefore: false, plan: [] }]);
    expect(rows[0]?.kept).toEqual([]);
  });

  test('are emptied when the person says so', () => {
    const empty = only({ title: '取組a', section: '防災課' });
    expect(joinReports(report(full), whole(empty), replace).report.initiatives).toEqual(empty.initiatives);
  });

  test('keep the parts of a target and of an outcome that the file leaves out', () => {
    const [target] = full.targets;
    const [outcome] = full.outcomes;
    const bare = {
      ...full,
      targets: [{ ...target!, note: null, value: null, verdict: null }],
      outcomes: [{ ...outcome!, asOf: null, figures: [], targets: [] }],
    };
    expect(joinReports(report(full), whole(report(bare)), keepEverything).rows[0]?.kind).toBe('same');
    // Said otherwise, it is another target, and what belonged to the old words does not belong to it.
    const other = { ...bare, targets: [{ ...bare.targets[0]!, measure: '参加者の数 300人' }] };
    const { initiatives } = joinReports(report(full), whole(report(other)), keepEverything).report;
    expect(initiatives[0]?.targets).toEqual([
      { id: 't1', measure: '参加者の数 300人', note: null, value: null, verdict: 'achieved' },
    ]);
  });

  test('above the table take what the file says, and nothing that it leaves open', () => {
    const incoming = { ...report(row('a')), yearLabel: '令和7年度', headPost: '', headName: '新任 太郎' };
    const stored = { ...report(row('a')), yearLabel: '令和7（2025）年度' };
    const joined = joinReports(stored, whole(incoming, { unsaid: ['yearLabel'] }), keepEverything);
    expect(joined.heading).toEqual(['headName']);
    expect(joined.report).toEqual({ ...stored, headName: '新任 太郎' });
  });
});

describe('any two reports', () => {
  const two = fc.tuple(arbitraryReport, arbitraryReport);

  test('lose no row and no text of the stored one, and the steps between them can be made', () => {
    fc.assert(
      fc.property(two, ([stored, other]) => {
        // Some rows of the file are rows of the report, as identify leaves them.
        const initiatives = [
          ...stored.initiatives.filter((_, at) => at % 2 === 0).map((each) => ({ ...each, results: [] })),
          ...other.initiatives.map((each, at) => ({ ...each, id: `new${at}`, targets: [], outcomes: [] })),
        ];
        const { report: joined } = joinReports(stored, whole({ ...other, initiatives }), keepEverything);
        for (const before of stored.initiatives) {
          const after = joined.initiatives.find(({ id }) => id === before.id);
          expect(linesOf(after?.results)).toEqual(linesOf(before.results));
          expect(linesOf(after?.plan)).toEqual(linesOf(before.plan));
        }
        expect(must(applyEdits(stored, editsBetween(stored, joined)))).toEqual(joined);
      }),
      { numRuns: 100 },
    );
  });

  test('are the file to the letter when everything is replaced', () => {
    fc.assert(
      fc.property(two, ([stored, other]) => {
        const { initiatives } = joinReports(stored, whole(other), replace).report;
        expect(initiatives).toEqual(other.initiatives);
      }),
      { numRuns: 100 },
    );
  });
});
