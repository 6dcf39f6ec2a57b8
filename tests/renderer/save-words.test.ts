import { expect, test } from 'vitest';
import { saveWords } from '../../renderer/words/save-words.ts';

const now = new Date(2026, 10, 23, 9, 5);
const saved = (...at: [number, number, number, number, number]): string =>
  saveWords({ kind: 'saved', at: new Date(...at).toISOString() }, now);

test('what was stored today is told by the clock', () => {
  expect(saved(2026, 10, 23, 0, 0)).toBe('保存済み（0:00）');
  expect(saved(2026, 10, 23, 9, 4)).toBe('保存済み（9:04）');
});

test('what was stored on another day is told with that day, and of another year with the year', () => {
  expect(saved(2026, 10, 22, 17, 10)).toBe('保存済み（11月22日 17:10）');
  expect(saved(2026, 9, 23, 9, 4)).toBe('保存済み（10月23日 9:04）');
  expect(saved(2025, 10, 23, 9, 4)).toBe('保存済み（2025年11月23日 9:04）');
});
