import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discard, patiently } from '../../main/files/patience.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/** On Windows itself: tests/windows-suite/held-files.test.ts. */

const newFolder = temporaryFolders();
const errorOf = (code: string): Error => Object.assign(new Error(code), { code });

function failing(...codes: string[]): { work: () => Promise<string>; left: string[] } {
  const left = [...codes];
  return {
    left,
    work: async () => {
      const code = left.shift();
      if (code !== undefined) throw errorOf(code);
      return 'done';
    },
  };
}

test.each([
  ['open', ['EBUSY', 'EBUSY']],
  ['replace', ['EBUSY', 'EPERM', 'EACCES']],
] as const)('what another program holds for a moment is tried again: to %s', async (kind, codes) => {
  const { work, left } = failing(...codes);
  expect(await patiently(kind, work, 60_000, true)).toBe('done');
  expect(left).toEqual([]);
});

test.each([
  ['open', 'EPERM', true],
  ['open', 'ENOENT', true],
  ['replace', 'ENOSPC', true],
  ['replace', 'EPERM', false],
  ['open', 'EBUSY', false],
] as const)('to %s what answers %s is not tried again (Windows: %s)', async (kind, code, onWindows) => {
  const { work, left } = failing(code, 'never reached');
  await expect(patiently(kind, work, 60_000, onWindows)).rejects.toThrow(code);
  expect(left).toEqual(['never reached']);
});

test('a hold that does not end is told', async () => {
  const { work } = failing(...Array<string>(1_000).fill('EBUSY'));
  await expect(patiently('open', work, 0, true)).rejects.toThrow('EBUSY');
});

test('what is discarded is gone, and what is not there is no fault', async () => {
  const path = join(newFolder(), '~x.tmp');
  writeFileSync(path, 'x');
  await discard(path);
  await discard(path);
  expect(existsSync(path)).toBe(false);
});
