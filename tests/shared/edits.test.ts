import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { editsBetween } from '../../main/domain/edits-between.ts';
import { applyEdit, applyEdits } from '../../shared/model/apply-edit.ts';
import { editSchema, type Edit } from '../../shared/model/edits.ts';
import { declarationForm, reportForm } from '../../shared/model/forms/official-form.ts';
import { outlineRow } from '../../shared/model/outline.ts';
import { invertEdit, invertEdits } from '../../shared/model/invert-edit.ts';
import { emptyInitiative, type Initiative, type Report } from '../../shared/model/report.ts';
import { arbitraryInitiative, arbitraryReport } from '../support/arbitrary-report.ts';

/** Two states of one report: the second shares some rows with the first, changed and in another order. */
const twoStates = fc
  .tuple(arbitraryReport, arbitraryReport, fc.array(arbitraryInitiative, { maxLength: 3 }))
  .map(([before, other, contents]) => {
    const kept = before.initiatives.map((row, index) => ({ ...(contents[index] ?? row), id: row.id }));
    const rows = [...kept.reverse(), ...other.initiatives];
    const unique = rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index);
    return { before, after: { ...other, id: before.id, initiatives: unique } };
  });

function applied(report: Report, edits: readonly Edit[]): Report {
  const result = applyEdits(report, edits);
  if (!result.ok) throw new Error('stale');
  return result.value;
}

test('the edits between two reports turn the first into the second', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      expect(applied(before, editsBetween(before, after))).toEqual(after);
    }),
    { numRuns: 300 },
  );
});

test('taking a step back restores the report exactly', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      const edits = editsBetween(before, after);
      expect(applied(applied(before, edits), invertEdits(edits))).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test('an edit inverted twice is the same edit, and every edit passes the contract', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      for (const edit of editsBetween(before, after)) {
        expect(invertEdit(invertEdit(edit))).toEqual(edit);
        expect(v.safeParse(editSchema, edit).success).toBe(true);
        expect(v.safeParse(editSchema, invertEdit(edit)).success).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('a report shares with its next state all that an edit does not touch', () => {
  const report = reportOf([row('a'), row('b')]);
  const next = applied(report, [
    {
      kind: 'set-field',
      owner: 'row',
      initiative: 'bbbb',
      field: 'title',
      before: 'bの取組',
      after: '防災訓練',
    },
  ]);
  expect(next.initiatives[0]).toBe(report.initiatives[0]);
  expect(next.initiatives[1]?.title).toBe('防災訓練');
});

test.each<[string, Edit]>([
  [
    'of other text',
    {
      kind: 'set-field',
      owner: 'row',
      initiative: 'aaaa',
      field: 'title',
      before: '違う題名',
      after: '新',
    },
  ],
  ['of a stage that another has chosen', { kind: 'set-stage', before: 'declaration', after: 'report' }],
  [
    'of a row that is gone',
    { kind: 'set-page-break', document: 'report', initiative: 'zzzz', before: false, after: true },
  ],
  [
    'that removes a row changed since',
    { kind: 'remove-initiative', at: 0, initiative: emptyInitiative('aaaa') },
  ],
  ['that removes from another place', { kind: 'remove-initiative', at: 1, initiative: row('a') }],
  ['that adds a row beyond the end', { kind: 'add-initiative', at: 3, initiative: row('c') }],
  ['that adds a row a second time', { kind: 'add-initiative', at: 0, initiative: row('a') }],
  [
    'that moves a row from where it is not',
    { kind: 'move-initiative', initiative: 'aaaa', from: 1, to: 0 },
  ],
  ['that moves a row beyond the end', { kind: 'move-initiative', initiative: 'aaaa', from: 0, to: 2 }],
  [
    'that removes a target which an outcome names',
    { kind: 'remove-target', initiative: 'aaaa', at: 0, target: target('a') },
  ],
  [
    'that makes an outcome name an unknown target',
    {
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      initiative: 'aaaa',
      outcome: 'aout',
      before: ['atar'],
      after: ['none'],
    },
  ],
  [
    'that makes an outcome name one target twice',
    {
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      initiative: 'aaaa',
      outcome: 'aout',
      before: ['atar'],
      after: ['atar', 'atar'],
    },
  ],
])('an edit %s is stale and changes nothing', (_case, edit) => {
  const report = reportOf([row('a'), row('b')]);
  const copy = structuredClone(report);
  expect(applyEdit(report, edit).ok).toBe(false);
  expect(report).toEqual(copy);
});

test('a page break belongs to one document; one logged before that was said is the report’s', () => {
  const old = { kind: 'set-page-break', initiative: 'aaaa', before: false, after: true };
  expect(v.parse(editSchema, old)).toEqual({ ...old, document: 'report' });
  const declared = v.parse(editSchema, { ...old, document: 'declaration' });
  const [broken] = applied(reportOf([row('a')]), [declared]).initiatives;
  expect(broken).toMatchObject({ pageBreakBefore: false, declarationPageBreakBefore: true });
  if (broken === undefined) return;
  expect(outlineRow(broken, 1, declarationForm).pageBreakBefore).toBe(true);
  expect(outlineRow(broken, 1, reportForm).pageBreakBefore).toBe(false);
  // A row that was added or removed before then asks for no page of the declaration.
  const { declarationPageBreakBefore: _later, ...early } = row('b');
  expect(v.parse(editSchema, { kind: 'add-initiative', at: 0, initiative: early })).toMatchObject({
    initiative: { declarationPageBreakBefore: false },
  });
});

test('a row moves to the place counted without it', () => {
  const report = reportOf([row('a'), row('b'), row('c')]);
  const order = (edit: Edit): string[] => applied(report, [edit]).initiatives.map(({ id }) => id);
  expect(order({ kind: 'move-initiative', initiative: 'aaaa', from: 0, to: 2 })).toEqual([
    'bbbb',
    'cccc',
    'aaaa',
  ]);
  expect(order({ kind: 'move-initiative', initiative: 'cccc', from: 2, to: 0 })).toEqual([
    'cccc',
    'aaaa',
    'bbbb',
  ]);
});

function target(letter: string): Initiative['targets'][number] {
  return { id: `${letter}tar`, measure: '訓練の実施', note: null, value: '3回', verdict: null };
}

function row(letter: string): Initiative {
  return {
    ...emptyInitiative(letter.repeat(4)),
    title: `${letter}の取組`,
    targets: [target(letter)],
    outcomes: [
      {
        id: `${letter}out`,
        statement: '実施しました。',
        asOf: null,
        figures: [],
        targets: [`${letter}tar`],
      },
    ],
  };
}

function reportOf(initiatives: Initiative[]): Report {
  return {
    id: 'report',
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
