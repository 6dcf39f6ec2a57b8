import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, disconnect } from '../../main/data/opening/connection.ts';
import { actor, newLibrary, report, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a library is written so that an acknowledged step outlives a power cut', () => {
  const path = join(temporaryFolder(), 'a.sengen');
  newLibrary(path).close();
  const database = connect(path);
  const setting = (name: string): unknown => database.pragma(name, { simple: true });
  expect(setting('journal_mode')).toBe('truncate');
  expect(setting('synchronous')).toBe(2);
  expect(setting('locking_mode')).toBe('exclusive');
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('trusted_schema')).toBe(0);
  expect(setting('cell_size_check')).toBe(1);
  expect(setting('mmap_size')).toBe(0);
  disconnect(database);
});

test('after each change the journal stands empty, and after closing it is gone', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  const library = newLibrary(path);
  expect(readdirSync(folder)).toEqual(['a.sengen']);
  valueOf(library.reports.create(report(), actor));
  expect(statSync(`${path}-journal`).size).toBe(0);
  library.close();
  expect(readdirSync(folder)).toEqual(['a.sengen']);
});
