import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { LibraryHolders } from '../../main/files/library-holders.ts';
import { failed, success } from '../../shared/result.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const since = new Date();
let folder: string;
let library: string;
let holders: LibraryHolders;

beforeEach(() => {
  const place = newFolder();
  folder = join(place, 'holders');
  library = join(place, '報告.sengen');
  writeFileSync(library, '');
  holders = new LibraryHolders(folder);
});

/** What somebody else is told who wants the library. */
const told = (path = library) => new LibraryHolders(folder).named(failed({ code: 'library-in-use', path }));
const note = () => join(folder, readdirSync(folder)[0] ?? '');
const written = (more: object): void => {
  mkdirSync(folder, { recursive: true });
  holders.took(library, { user: '川辺', since });
  const text = JSON.stringify({ ...(JSON.parse(readFileSync(note(), 'utf8')) as object), ...more });
  writeFileSync(note(), text);
};

test('who has a library is told, by whichever path it is asked for, as long as they have it', () => {
  holders.took(library, { user: '川辺', since });
  const holder = { user: '川辺', computer: hostname(), since: since.toISOString() };
  expect(told()).toMatchObject({ failure: { code: 'library-in-use', holder } });
  if (process.platform !== 'win32') {
    symlinkSync(library, `${library}.link`);
    expect(told(`${library}.link`)).toMatchObject({ failure: { holder } });
    expect(statSync(note()).mode & 0o777).toBe(0o600);
  }
  holders.letGo();
  expect(told()).toEqual(failed({ code: 'library-in-use', path: library }));
  expect(readdirSync(folder)).toEqual([]);
});

test('one library is held at a time', () => {
  holders.took(library, { user: '川辺', since });
  holders.took(`${library}2`, { user: '川辺', since });
  expect(readdirSync(folder)).toHaveLength(1);
  expect(told()).not.toHaveProperty('failure.holder');
});

const gone = () => spawnSync(process.execPath, ['-e', '0']).pid;
test.each([
  ['a process that is gone', () => ({ process: gone() })],
  ['a time before the PC was started', () => ({ since: new Date(Date.now() - uptime() * 1_000 - 60_000) })],
  ['another PC', () => ({ computer: 'よそのパソコン' })],
  ['no process', () => ({ process: -1 })],
  ['something else', () => ({ user: 7 })],
])('a note of %s says nothing', (_what, more) => {
  written(more());
  expect(told()).toEqual(failed({ code: 'library-in-use', path: library }));
});

test('half a note says nothing, and other answers stay what they are', () => {
  written({});
  writeFileSync(note(), '{"user":"川');
  expect(told()).toEqual(failed({ code: 'library-in-use', path: library }));
  expect(holders.named(success(1))).toEqual(success(1));
  const missing = failed({ code: 'library-missing' as const, path: library });
  expect(holders.named(missing)).toEqual(missing);
});

test('where no note can be written the library is held without one', () => {
  writeFileSync(folder, '');
  holders.took(library, { user: '川辺', since });
  expect(told()).toEqual(failed({ code: 'library-in-use', path: library }));
  holders.letGo();
});
