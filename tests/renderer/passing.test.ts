import { beforeEach, expect, test, vi } from 'vitest';
import { Passing } from '../../renderer/state/page/passing.ts';

let gone: number;
let passing: Passing;

beforeEach(() => {
  vi.useFakeTimers();
  gone = 0;
  passing = new Passing(() => (gone += 1));
  passing.begin();
  return () => vi.useRealTimers();
});

test('a message goes after a while', () => {
  vi.advanceTimersByTime(5_000);
  expect(gone).toBe(0);
  vi.runAllTimers();
  expect(gone).toBe(1);
});

test('it goes once something else is done', () => {
  passing.pass();
  expect(gone).toBe(1);
});

test('while the pointer or the focus is at it, it stays, and goes when both have left', () => {
  passing.hold();
  passing.hold();
  vi.runAllTimers();
  passing.pass();
  passing.release();
  expect(gone).toBe(0);
  passing.release();
  expect(gone).toBe(1);
});

test('one that was closed by hand goes no second time', () => {
  passing.end();
  vi.runAllTimers();
  expect(gone).toBe(0);
});
