import { expect, test } from 'vitest';
import { foldsRows } from '../../renderer/state/workplace/fold-rows.ts';

/** Rem of a window of 1366 and of 1920 pixels at the usual text size. */
const [laptop, desk] = [1366 / 16, 1920 / 16];

test.each([
  ['beside the open pane, on a laptop', { page: laptop, rows: 21.5, side: 28 }, true],
  ['with the pane shut there is room for both', { page: laptop, rows: 21.5, side: 0 }, false],
  ['on a wide window there is room for all three', { page: desk, rows: 21.5, side: 28 }, false],
  ['drawn wider, the pane takes what the list had', { page: desk, rows: 21.5, side: 50 }, true],
  ['a list that is shut folds no more', { page: laptop, rows: 0, side: 28 }, false],
  ['with letters of 150 % the pane stands below', { page: laptop / 1.5, rows: 21.5, side: 28 }, true],
  ['where it would be no table either way, the list stays', { page: 46, rows: 21.5, side: 28 }, false],
] as const)('%s', (_, widths, folds) => {
  expect(foldsRows(widths)).toBe(folds);
});
