import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { howMany } from '../support/how-many.ts';
import { runWithFaults } from './faulty-program.ts';

/** A disk that is full, or takes no writes, from some operation of a backup on, in the first place or the second. */

interface Outcome {
  /** As in errno.h. */
  readonly error: number;
  readonly at: number;
  readonly saved: boolean;
  readonly made: boolean;
  readonly second: string;
  readonly broken: readonly string[];
  readonly left: readonly string[];
  readonly isCaughtUp: boolean;
}

/** Every so many operations. */
const stride = howMany({ usual: 3, long: 1 });

test('a disk that is full or takes no writes leaves the other backups whole, nothing behind, and is caught up', () => {
  const folder = join(temporaryFolder(), '棚');
  mkdirSync(join(folder, 'USB'), { recursive: true });
  const library = join(folder, '..', 'a.sengen');
  const printed = runWithFaults('back-up-with-faults.ts', folder, folder, library, String(stride));
  if (printed === null) return;
  const outcomes = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  const wrong = outcomes.filter(
    ({ saved, broken, left, isCaughtUp }) => !saved || broken.length > 0 || left.length > 0 || !isCaughtUp,
  );
  expect(wrong).toEqual([]);
  for (const [error, told] of [
    [28, 'full'],
    [13, 'read-only'],
  ] as const) {
    const ofError = outcomes.filter((each) => each.error === error);
    expect(ofError.some(({ made }) => !made)).toBe(true);
    // Where the first place took the backup and the second did not, the second tells why.
    expect(ofError.filter(({ made }) => made).map(({ second }) => second)).toContain(told);
  }
});
