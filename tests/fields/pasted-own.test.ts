import { expect, test } from 'vitest';
import * as v from 'valibot';
import { tableRequests as handlers } from '../../main/application/requests/table-requests.ts';
import type { Context } from '../../main/application/context.ts';
import {
  columnChoices,
  fieldsSaid,
  fillEdits,
  newInitiative,
} from '../../renderer/state/pasting/pasted-rows.ts';
import { tableRequests, type ColumnField, type ReadRow } from '../../shared/contract/table-requests.ts';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { outlineField } from '../../shared/model/outline-field.ts';
import { must } from '../support/must.ts';
import { fullInitiative, report } from '../data/sample-content.ts';
import { madeUpFields, madeUpForm, madeUpOfficeForm, madeUpValues } from './made-up-form.ts';

/** What main makes of a table whose cells each hold some lines. */
async function understood(
  rows: readonly (readonly (readonly string[])[])[],
  columns: ColumnField[][] | null,
): Promise<ReadRow[]> {
  const input = v.parse(tableRequests['tables.understand'].input, {
    rows: rows.map((cells) => cells.map((lines, column) => ({ lines, column, span: 1, merge: 'none' }))),
    columns,
    field: null,
    form: madeUpOfficeForm,
  });
  const answer = must(await handlers['tables.understand'](input, {} as Context));
  expect(v.is(tableRequests['tables.understand'].output, answer)).toBe(true);
  expect(answer.unplaced).toEqual([]);
  return answer.rows;
}

test.for(madeUpFields)('$kind $label: a cell that was copied is pasted as it was', async ({ id }) => {
  const row = { ...fullInitiative(), own: madeUpValues };
  const lines = outlineField(row, id, madeUpForm).map(({ text }) => text);
  const [read] = await understood([[lines]], [[id]]);
  expect(read?.own).toEqual({ [id]: madeUpValues[id as keyof typeof madeUpValues] });
  const bare = fullInitiative();
  const filled = applyEdits({ ...report(), initiatives: [bare] }, fillEdits(bare, read as ReadRow));
  expect(must(filled).initiatives[0]).toEqual({ ...bare, own: read?.own });
  // What is pasted over itself changes nothing.
  expect(fillEdits(row, read as ReadRow)).toEqual([]);
});

test('a table from Excel puts its columns into the form’s own fields by their names', async () => {
  const [read] = await understood(
    [
      [['取組名'], ['施策番号'], ['協働先'], ['予算額']],
      [['図書館の開館時間の延長'], ['3-1-2'], ['汐見商店会', '港小学校'], ['1,250千円']],
    ],
    null,
  );
  const { xmeasure, xpartners, xbudget } = madeUpValues;
  expect(read?.own).toEqual({ xmeasure, xpartners, xbudget });
  expect(fieldsSaid(read as ReadRow)).toEqual(['title', 'xbudget', 'xmeasure', 'xpartners']);
  expect(newInitiative(read as ReadRow)).toMatchObject({ title: '図書館の開館時間の延長', own: read?.own });
});

test('each of the form’s own fields can be chosen for a column', () => {
  expect(columnChoices(madeUpForm).flat()).toEqual(
    expect.arrayContaining(madeUpFields.map(({ id }) => id)),
  );
});
