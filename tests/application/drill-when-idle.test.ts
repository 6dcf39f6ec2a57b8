import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drillWhenIdle } from '../../main/application/drill-when-idle.ts';
import type { Context } from '../../main/application/context.ts';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { isDrillDue } from '../../main/backup/drill.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a drill begins when nobody has asked for anything for a while, and not before', () => {
  const drillIfDue = vi.fn(() => Promise.resolve());
  const drilling = drillWhenIdle({ session: { backups: { drillIfDue } } } as unknown as Context);
  drilling.postpone();
  vi.advanceTimersByTime(100_000);
  // A request comes, and is answered.
  drilling.stop();
  drilling.postpone();
  vi.advanceTimersByTime(100_000);
  expect(drillIfDue).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100_000);
  expect(drillIfDue).toHaveBeenCalledTimes(1);
  drilling.postpone();
  drilling.stop();
  vi.advanceTimersByTime(1_000_000);
  expect(drillIfDue).toHaveBeenCalledTimes(1);
});

test('a drill is due once in each month by the calendar, whichever way the clock jumped', () => {
  const shelf = new BackupShelf(newFolder(), {
    path: '/a.sengen',
    copies: { madeAt: '2026-04-01T00:00:00Z' },
  });
  expect(isDrillDue(shelf, new Date(2026, 3, 2))).toBe(true);
  mkdirSync(shelf.folder);
  const drilled = JSON.stringify({ stamp: '20260402-093000', backups: [] });
  writeFileSync(join(shelf.folder, `drill-${shelf.place}.json`), drilled);
  for (const [at, isDue] of [
    [new Date(2026, 3, 30, 23, 59), false],
    [new Date(2026, 4, 1), true],
    [new Date(2016, 3, 10), true],
    [new Date(2036, 3, 10), true],
  ] as const)
    expect(isDrillDue(shelf, at)).toBe(isDue);
});
