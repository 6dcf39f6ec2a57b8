import { describe, expect, test } from 'vitest';
import { isComplete, missingParts } from '../../shared/model/completeness.ts';
import { missingSummary } from '../../shared/words/missing-words.ts';
import { declarationForm, reportForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';
import { readReportFile } from '../support/read-report-file.ts';
import { sampleReport } from '../support/real-report.ts';

/** A form whose grades are worked out from what the table does not show. */
const askingForm = { ...reportForm, asks: { verdicts: true, outcomeTargets: true } };

/** A row that lacks nothing. */
const whole: Initiative = {
  id: 'row1',
  title: '水辺の自然を守る取組',
  section: '河川課',
  pageBreakBefore: false,
  declarationPageBreakBefore: false,
  plan: ['堤防の草刈りを年3回行います。'],
  targets: [
    { id: 'tar1', measure: '草刈りの面積', note: null, value: '12ha', verdict: 'achieved' },
    { id: 'tar2', measure: '観察会の回数', note: null, value: '4回', verdict: 'not-achieved' },
  ],
  results: ['草刈りを3回行いました。'],
  direction: ['回数を保ちます。'],
  outcomes: [
    {
      id: 'out1',
      statement: '面積は目標に達しました。',
      asOf: null,
      figures: [{ label: null, value: '12.5ha' }],
      targets: ['tar1', 'tar2'],
    },
  ],
};

describe('what a row lacks', () => {
  test('is nothing when every part is there', () => {
    expect(missingParts(whole, reportForm)).toEqual([]);
    expect(isComplete(whole, reportForm)).toBe(true);
    expect(isComplete(whole, declarationForm)).toBe(true);
  });

  test('is every field that the form prints when it is empty, and no more', () => {
    const empty = { ...emptyInitiative('row1'), pageBreakBefore: true, direction: ['続けます。'] };
    const fields = (form: typeof reportForm) =>
      missingParts(empty, form).map((part) => (part.code === 'field-empty' ? part.field : part.code));
    expect(fields(reportForm)).toEqual(['title', 'section', 'plan', 'targets', 'results', 'outcomes']);
    expect(fields(declarationForm)).toEqual(['title', 'section', 'plan', 'targets']);
    expect(isComplete(empty, declarationForm)).toBe(false);
  });

  test('is what a form asks of each target, as soon as it prints it', () => {
    const unit = {
      id: 'xtunit',
      owner: 'target',
      kind: 'line',
      label: '単位',
      season: 'declaration',
      names: [],
      asked: true,
    } as const;
    const columns = reportForm.columns.map((column) =>
      column.content.includes('targets')
        ? { ...column, ofEach: ['measure', 'note', 'value', 'xtunit'] as const }
        : column,
    );
    const lines = { ...reportForm, columns, own: [unit], shape: { kind: 'line-per-target' } as const };
    const [first, ...others] = whole.targets;
    if (first === undefined) throw new Error('no target');
    const row = { ...whole, targets: [{ ...first, own: { xtunit: 'ha' } }, ...others] };
    const missing = missingParts(row, lines);
    expect(missing).toEqual([{ code: 'part-empty', field: 'targets', part: 'xtunit', number: 2 }]);
    expect(missingSummary(missing, lines)).toBe('達成目標 2 の単位が未記入');
    expect(missingParts(row, { ...reportForm, own: [unit] })).toEqual([]);
  });

  test('is one thing in a row in which nothing is written, and its parts from the first word on', () => {
    const blank: Initiative = {
      ...emptyInitiative('row1'),
      title: '　',
      pageBreakBefore: true,
      plan: [''],
      targets: [{ id: 'tar1', measure: '', note: null, value: null, verdict: null }],
      outcomes: [
        {
          id: 'out1',
          statement: ' ',
          asOf: null,
          figures: [{ label: null, value: '' }],
          targets: ['tar1'],
        },
      ],
    };
    for (const form of [reportForm, declarationForm]) {
      expect(missingParts(emptyInitiative('row1'), form)).toEqual([{ code: 'row-unwritten' }]);
      expect(missingParts(blank, form)).toEqual([{ code: 'row-unwritten' }]);
      expect(isComplete(blank, form)).toBe(false);
    }
    const [target] = blank.targets;
    const [outcome] = blank.outcomes;
    const begun: readonly Partial<Initiative>[] = [
      { title: '水辺の自然を守る取組' },
      { section: '河川課' },
      { plan: ['', '草を刈ります。'] },
      { results: ['草を刈りました。'] },
      { direction: ['続けます。'] },
      { targets: [{ ...target!, measure: '草刈りの面積' }] },
      { targets: [{ ...target!, note: '堤防' }] },
      { targets: [{ ...target!, value: '12ha' }] },
      { targets: [{ ...target!, verdict: 'achieved' }] },
      { outcomes: [{ ...outcome!, statement: '達しました。' }] },
      { outcomes: [{ ...outcome!, asOf: '令和8年3月31日時点' }] },
      { outcomes: [{ ...outcome!, figures: [{ label: '面積', value: '' }] }] },
      { outcomes: [{ ...outcome!, figures: [{ label: null, value: '12.5ha' }] }] },
    ];
    for (const written of begun) {
      const parts = missingParts({ ...blank, ...written }, reportForm);
      expect(parts.length, JSON.stringify(written)).toBeGreaterThan(1);
      expect(parts.map(({ code }) => code)).not.toContain('row-unwritten');
    }
  });

  test('is a title of nothing but spaces', () => {
    expect(missingParts({ ...whole, title: '　 ' }, reportForm)).toEqual([
      { code: 'field-empty', field: 'title' },
    ]);
  });

  test('is a paragraph without words, by its number', () => {
    const row = { ...whole, plan: ['一つ目です。', '', '三つ目です。', '　'], results: [''] };
    expect(missingParts(row, reportForm)).toEqual([
      { code: 'paragraph-empty', field: 'plan', number: 2 },
      { code: 'paragraph-empty', field: 'plan', number: 4 },
      { code: 'paragraph-empty', field: 'results', number: 1 },
    ]);
  });

  test('is an outcome without words, or with a figure without a value', () => {
    const [outcome] = whole.outcomes;
    const outcomes = [
      { ...outcome!, statement: '' },
      { ...outcome!, id: 'out2', figures: [{ label: '面積', value: '' }] },
    ];
    expect(missingParts({ ...whole, outcomes }, reportForm)).toEqual([
      { code: 'paragraph-empty', field: 'outcomes', number: 1 },
      { code: 'paragraph-empty', field: 'outcomes', number: 2 },
    ]);
  });

  test('is the measure, the verdict and the outcome of a target; the declaration asks for the measure alone', () => {
    const targets = [whole.targets[0]!, { ...whole.targets[1]!, measure: '', verdict: null }];
    const outcomes = [{ ...whole.outcomes[0]!, targets: ['tar1'] }];
    const row = { ...whole, targets, outcomes };
    expect(missingParts(row, reportForm)).toEqual([
      { code: 'target-without-measure', number: 2 },
      { code: 'target-without-outcome', number: 2 },
    ]);
    expect(missingParts(row, askingForm)).toEqual([
      { code: 'target-without-measure', number: 2 },
      { code: 'target-without-outcome', number: 2 },
      { code: 'target-without-verdict', number: 2 },
    ]);
    expect(missingParts(row, declarationForm)).toEqual([{ code: 'target-without-measure', number: 2 }]);
  });

  test('is not what no print shows: verdicts, and which target an outcome speaks of', () => {
    const targets = whole.targets.map((target) => ({ ...target, verdict: null }));
    const outcomes = [{ ...whole.outcomes[0]!, targets: [] }];
    expect(missingParts({ ...whole, targets, outcomes }, reportForm)).toEqual([]);
    expect(missingParts({ ...whole, targets, outcomes }, askingForm).map(({ code }) => code)).toEqual([
      'target-without-outcome',
      'target-without-verdict',
      'target-without-outcome',
      'target-without-verdict',
      'outcome-without-target',
    ]);
  });

  test('is the target of an outcome that names none, where the form asks', () => {
    const outcomes = [whole.outcomes[0]!, { ...whole.outcomes[0]!, id: 'out2', targets: [] }];
    expect(missingParts({ ...whole, outcomes }, reportForm)).toEqual([]);
    expect(missingParts({ ...whole, outcomes }, askingForm)).toEqual([
      { code: 'outcome-without-target', number: 2 },
    ]);
  });

  test('is said once when there is no outcome, or no target, at all', () => {
    expect(missingParts({ ...whole, outcomes: [] }, reportForm)).toEqual([
      { code: 'field-empty', field: 'outcomes' },
    ]);
    const outcomes = [{ ...whole.outcomes[0]!, targets: [] }];
    expect(missingParts({ ...whole, targets: [], outcomes }, reportForm)).toEqual([
      { code: 'field-empty', field: 'targets' },
    ]);
  });

  test('is nothing, over the whole sample', () => {
    const { initiatives } = readReportFile(sampleReport);
    expect(initiatives.length).toBeGreaterThan(2);
    expect(initiatives.flatMap((row) => missingParts(row, reportForm))).toEqual([]);
  });
});
