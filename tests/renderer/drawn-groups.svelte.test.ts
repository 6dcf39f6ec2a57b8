import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DrawnGroups } from '../../renderer/state/workplace/drawn-groups.svelte.ts';

/** Idle periods, one at a time. */
let idle: (() => void)[] = [];

beforeEach(() => {
  idle = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
  vi.stubGlobal('cancelIdleCallback', () => (idle = []));
});
afterEach(() => vi.unstubAllGlobals());

function rest(): void {
  for (let run = idle.shift(); run !== undefined; run = idle.shift()) run();
}

function drawn(groups: DrawnGroups, of = 150): number[] {
  return Array.from({ length: of }, (_, at) => at).filter((at) => groups.has(at));
}

test('a report of some rows is drawn from its first screen to its end, one group at a time', () => {
  const groups = new DrawnGroups(() => 0);
  expect(drawn(groups, 5)).toEqual([0, 1]);
  groups.drawRest(5);
  idle.shift()?.();
  expect(drawn(groups, 5)).toEqual([0, 1, 2]);
  rest();
  expect(drawn(groups, 5)).toEqual([0, 1, 2, 3, 4]);
});

test('of a long report, what is near the screen is drawn, and what is far from it is let go of', () => {
  const groups = new DrawnGroups(() => -1);
  groups.drawRest(150);
  rest();
  expect(drawn(groups)).toHaveLength(12);
  groups.sight(new Map([[0, false], ...[80, 81, 82].map((at) => [at, true] as const)]));
  expect(drawn(groups)).toEqual(expect.arrayContaining([80, 81, 82]));
  expect(drawn(groups)).toHaveLength(12);
  for (let at = 83; at < 100; at += 1) {
    groups.sight(
      new Map([
        [at - 3, false],
        [at, true],
      ]),
    );
  }
  expect(drawn(groups)).toEqual([88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
});

test('the group that a person is in stays, however far the table is scrolled', () => {
  const groups = new DrawnGroups(() => 3);
  for (let at = 1; at < 150; at += 1) {
    groups.sight(
      new Map([
        [at - 1, false],
        [at, true],
      ]),
    );
    expect(groups.has(3)).toBe(true);
  }
  expect(drawn(groups)).toHaveLength(12);
});

test('a group that is gone to is drawn with its neighbours at once', () => {
  const groups = new DrawnGroups(() => 0);
  groups.reach(120);
  expect([119, 120, 121].every((at) => groups.has(at))).toBe(true);
});
