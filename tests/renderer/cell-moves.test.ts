import { expect, test } from 'vitest';
import { placeAfterKey, placeBeside } from '../../renderer/components/table/cell-moves.ts';

const size = { rows: 1_500, columns: 6 };
const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test.each([
  ['ArrowLeft', false, [7, 2], [7, 1]],
  ['ArrowLeft', false, [7, 0], null],
  ['ArrowRight', false, [7, 5], null],
  ['ArrowUp', false, [0, 3], null],
  ['ArrowDown', false, [9, 3], [10, 3]],
  ['ArrowDown', false, [1_499, 3], null],
  ['Home', false, [7, 3], [7, 0]],
  ['End', false, [7, 3], [7, 5]],
  ['Home', true, [7, 3], [0, 0]],
  ['End', true, [7, 3], [1_499, 5]],
  ['Enter', false, [7, 3], null],
] as const)('%s (Ctrl: %s) leads from %j to %j', (key, ctrlKey, [row, column], to) => {
  const place = placeAfterKey({ row, column }, { ...plain, key, ctrlKey }, size);
  expect(place === null ? null : [place.row, place.column]).toEqual(to);
});

test('keys with Alt or Shift are left to others', () => {
  for (const held of ['altKey', 'shiftKey', 'metaKey'] as const) {
    const key = { ...plain, [held]: true, key: 'ArrowDown' };
    expect(placeAfterKey({ row: 0, column: 0 }, key, size)).toBeNull();
  }
});

test('Tab goes on in the next row and ends at the ends of the table', () => {
  expect(placeBeside({ row: 3, column: 5 }, 1, size)).toEqual({ row: 4, column: 0 });
  expect(placeBeside({ row: 3, column: 0 }, -1, size)).toEqual({ row: 2, column: 5 });
  expect(placeBeside({ row: 1_499, column: 5 }, 1, size)).toBeNull();
  expect(placeBeside({ row: 0, column: 0 }, -1, size)).toBeNull();
});
