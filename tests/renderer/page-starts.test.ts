import { expect, test } from 'vitest';
import { pageStarts, type LaidOutRow } from '../../renderer/state/workplace/page-starts.ts';

const room = { first: 80, others: 100 };
const rows = (...heights: readonly (number | 'break')[]): LaidOutRow[] => {
  const made: LaidOutRow[] = [];
  let pageBreakBefore = false;
  for (const height of heights) {
    if (height !== 'break') made.push({ id: `${made.length + 1}`, height, pageBreakBefore });
    pageBreakBefore = height === 'break';
  }
  return made;
};
const starts = (...heights: readonly (number | 'break')[]) =>
  Object.fromEntries(pageStarts(rows(...heights), room));

test('a row that no longer fits begins the next page whole', () => {
  expect(starts(40, 40)).toEqual({});
  expect(starts(40, 41)).toEqual({ 2: 2 });
  expect(starts(80, 60, 40, 1)).toEqual({ 2: 2, 4: 3 });
});

test('a row that asks for a new page gets one, but for the first', () => {
  expect(starts('break', 10, 'break', 10, 10)).toEqual({ 2: 2 });
});

test('a row taller than a page goes on over the next ones', () => {
  expect(starts(10, 250, 40, 20)).toEqual({ 2: 2, 4: 5 });
});
