import * as v from 'valibot';
import { expect, test } from 'vitest';
import { storedEditSchema } from '../../shared/model/edits.ts';
import { deedCalledNow, deedOf, editCalledNow, kindBefore } from '../../shared/model/fields/called-now.ts';

const row = 'row00001';
const target = { initiative: row, target: 'target01' };
const outcome = { initiative: row, outcome: 'outcome1' };

/** Edits as they stand in logs of before, each with what it is today. */
const former = [
  [
    { kind: 'set-report-field', field: 'headName', before: '岸 二郎', after: '堤 一郎' },
    'set-field:report.headName',
  ],
  [
    { kind: 'set-report-field', field: 'fiscalYear', before: 2026, after: 2027 },
    'set-field:report.fiscalYear',
  ],
  [
    { kind: 'set-initiative-text', initiative: row, field: 'title', before: '', after: '題' },
    'set-field:row.title',
  ],
  [
    { kind: 'set-paragraphs', initiative: row, field: 'plan', before: [], after: ['一'] },
    'set-field:row.plan',
  ],
  [
    { kind: 'set-target-text', ...target, field: 'note', before: null, after: '延べ' },
    'set-field:target.note',
  ],
  [{ kind: 'set-verdict', ...target, before: null, after: 'achieved' }, 'set-field:target.verdict'],
  [
    { kind: 'set-outcome-text', ...outcome, field: 'asOf', before: null, after: '年度末' },
    'set-field:outcome.asOf',
  ],
  [
    { kind: 'set-figures', ...outcome, before: [], after: [{ label: null, value: '5件' }] },
    'set-field:outcome.figures',
  ],
  [
    { kind: 'set-outcome-targets', ...outcome, before: [], after: ['target01'] },
    'set-field:outcome.targets',
  ],
] as const;

test.for(former)('$0.kind is read as $1, and is known as what it was called', ([edit, deed]) => {
  const read = v.parse(storedEditSchema, edit);
  expect(deedOf(read)).toBe(deed);
  expect(kindBefore(read)).toBe(edit.kind);
  const { kind: _kind, ...said } = edit;
  expect(read).toMatchObject(said);
});

test('what was never called otherwise stays as it is, broken values too', () => {
  const moved = { kind: 'move-initiative', initiative: row, from: 0, to: 1 };
  expect(editCalledNow(moved)).toBe(moved);
  for (const broken of [null, 7, 'set-verdict', { kind: 3 }]) expect(editCalledNow(broken)).toBe(broken);
  expect(
    ['add-target', 'set-verdict', 'set-report-field', 'set-field:row.plan'].map(deedCalledNow),
  ).toEqual(['add-target', 'set-field:target.verdict', 'set-field:report.', 'set-field:row.plan']);
});
