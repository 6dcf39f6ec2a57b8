import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { libraryShapes } from '../../main/data/salvage/library-shapes.ts';
import { salvagePages } from '../../main/salvage/pages/salvage-pages.ts';
import { libraryWith, report } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { randomNumbers } from './random-numbers.ts';

/* Whatever the bytes are, reading them ends, throws nothing, and puts no more together than a few times their size. */

const shapes = libraryShapes();
const size = 4096;

const recordsIn = (bytes: Uint8Array, journal: Uint8Array | null = null): number =>
  [...salvagePages(bytes, journal, shapes).trees.values()].reduce(
    (sum, { records }) => sum + records.length,
    0,
  );

test('noise, nothing and text hold no records', () => {
  const numbers = randomNumbers(3);
  for (let count = 0; count < 10; count += 1) {
    const noise = new Uint8Array(numbers(8 * size)).map(() => numbers(256));
    expect(recordsIn(noise, noise)).toBe(0);
  }
  expect(recordsIn(new Uint8Array())).toBe(0);
  expect(recordsIn(Buffer.from('SQLite format 3\0'.repeat(2_000)))).toBe(0);
});

/** A page of a table whose cells all begin at the same place. */
function pageOfOneCell(cell: readonly number[], count: number): Buffer {
  const page = Buffer.alloc(size);
  page[0] = 0x0d;
  page.writeUInt16BE(count, 3);
  const at = size - cell.length;
  page.writeUInt16BE(at, 5);
  for (let place = 0; place < count; place += 1) page.writeUInt16BE(at, 8 + 2 * place);
  Buffer.from(cell).copy(page, at);
  return page;
}

test('a page whose cells are all one cell gives it once', () => {
  // search-like: rowid 1, a phrase-shaped record does not fit; five columns of `edits` do.
  const kind = Buffer.from('set-stage');
  const edit = Buffer.from('{}');
  const head = [6, 8, 8, 13, 13 + 2 * kind.length, 13 + 2 * edit.length];
  const cell = [head.length + kind.length + edit.length, 1, ...head, ...kind, ...edit];
  const bytes = Buffer.concat([Buffer.alloc(size), pageOfOneCell(cell, 1_500)]);
  expect(recordsIn(bytes)).toBe(1);
});

test('pages that overflow into each other in a circle end', () => {
  const page = Buffer.alloc(size);
  const length = 3_000_000;
  const varint = [0x80 | (length >> 14), 0x80 | ((length >> 7) & 0x7f), length & 0x7f];
  const head = [6, 8, 8, 13, 13 + 18, 0x80 | 0x7f, 0x80 | 0x7f, 0x01];
  Buffer.from([...varint, 1, ...head, ...Buffer.from('set-stage')]).copy(page, 200);
  page.writeUInt32BE(3, 0);
  const other = Buffer.from(page);
  other.writeUInt32BE(2, 0);
  expect(recordsIn(Buffer.concat([Buffer.alloc(size), page, other]))).toBe(0);
});

test('what a journal takes back is taken back, in a copy', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  const content = report();
  libraryWith(path, content);
  const database = new SqliteDatabase(path);
  // Pages go to the file before the transaction ends.
  database.pragma('cache_size = 1');
  database.pragma('cache_spill = 1');
  database.exec('BEGIN');
  database.prepare("UPDATE initiatives SET title = 'halb'").run();
  database.prepare("UPDATE targets SET measure = 'halb'").run();
  database.prepare("UPDATE reports SET department = 'halb'").run();
  for (let count = 0; count < 40; count += 1)
    database.prepare('INSERT INTO phrases VALUES (?, 0, ?)').run(`aaaa${count}`, 'x'.repeat(4_000));
  const [file, journal] = [join(folder, 'b'), join(folder, 'b-journal')];
  copyFileSync(path, file);
  copyFileSync(`${path}-journal`, journal);
  database.exec('ROLLBACK');
  database.close();
  const titles = (with_: Uint8Array | null): unknown[] => {
    const bytes = readFileSync(file);
    const tree = salvagePages(bytes, with_, shapes).trees.get('initiatives');
    return (tree?.records ?? [])
      .filter(({ standing }) => standing === 'tree')
      .map(({ values }) => values[tree?.shape.columns.findIndex(({ name }) => name === 'title') ?? -1]);
  };
  expect(titles(readFileSync(journal)).toSorted()).toEqual(
    content.initiatives.map(({ title }) => title).toSorted(),
  );
  // The control: without the journal, what was half done is read.
  expect(titles(null)).toEqual(content.initiatives.map(() => 'halb'));
});
