import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oncePainted } from '../../renderer/state/page/once-painted.ts';

let drawFrame: () => void;
let ran: number;
const run = (): void => {
  ran += 1;
};

beforeEach(() => {
  vi.useFakeTimers();
  ran = 0;
  drawFrame = () => undefined;
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (drawFrame = callback));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what waits for the paint runs with the frame after it, once', () => {
  oncePainted(run);
  drawFrame();
  expect(ran).toBe(0);
  drawFrame();
  expect(ran).toBe(1);
  vi.runAllTimers();
  expect(ran).toBe(1);
});

test('a page that nobody sees goes on all the same', () => {
  oncePainted(run);
  vi.runAllTimers();
  expect(ran).toBe(1);
});

test('what is not wanted any more does not run', () => {
  const stop = oncePainted(run);
  stop();
  drawFrame();
  drawFrame();
  vi.runAllTimers();
  expect(ran).toBe(0);
});
