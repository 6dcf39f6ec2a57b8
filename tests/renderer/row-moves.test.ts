import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { invertEdits } from '../../shared/model/invert-edit.ts';
import { moveEdits, removeEdits } from '../../renderer/state/editing/row-moves.ts';
import { initiative, report } from './sample-report.ts';

const ids = ['row1aaaa', 'row2bbbb', 'row3cccc', 'row4dddd', 'row5eeee'];
const before = report({ initiatives: ids.map((id) => initiative(id)) });

function after(edits: ReturnType<typeof moveEdits>, from = before): string[] {
  const applied = applyEdits(from, edits);
  if (!applied.ok) throw new Error('a stale edit');
  return applied.value.initiatives.map(({ id }) => id);
}

test.each([
  ['one row down', [0], 2, [1, 0, 2, 3, 4]],
  ['one row up', [3], 0, [3, 0, 1, 2, 4]],
  ['rows that stand apart', [0, 2, 4], 3, [1, 0, 2, 4, 3]],
  ['rows to the end', [0, 1], null, [2, 3, 4, 0, 1]],
  ['all rows', [0, 1, 2, 3, 4], null, [0, 1, 2, 3, 4]],
])('%s are gathered in their order', (_case, chosen, target, expected) => {
  const edits = moveEdits(
    ids,
    new Set(chosen.map((at) => ids[at] ?? '')),
    target === null ? null : (ids[target] ?? ''),
  );
  expect(after(edits)).toEqual(expected.map((at) => ids[at]));
});

test('a row that stands there already takes no edit', () => {
  expect(moveEdits(ids, new Set(['row2bbbb']), 'row3cccc')).toEqual([]);
});

test('whatever is moved, the others keep their order, and the step can be taken back', () => {
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom(...ids, null), (chosen, target) => {
      fc.pre(target === null || !chosen.includes(target));
      const edits = moveEdits(ids, new Set(chosen), target);
      const order = after(edits);
      const rest = ids.filter((id) => !chosen.includes(id));
      const at = target === null ? rest.length : rest.indexOf(target);
      expect(order).toEqual([...rest.slice(0, at), ...chosen, ...rest.slice(at)]);
      expect(after([...edits, ...invertEdits(edits)])).toEqual(ids);
    }),
  );
});

test('removed rows are gone in one step and come back where they were', () => {
  const edits = removeEdits(before.initiatives, new Set(['row1aaaa', 'row4dddd', 'row5eeee']));
  expect(edits).toHaveLength(3);
  expect(after(edits)).toEqual(['row2bbbb', 'row3cccc']);
  expect(after([...edits, ...invertEdits(edits)])).toEqual(ids);
});
