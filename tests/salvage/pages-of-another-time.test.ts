import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { fitsHash } from '../../main/data/hashes/record-hash.ts';
import { libraryShapes } from '../../main/data/salvage/library-shapes.ts';
import { fileTables } from '../../main/salvage/joining/file-tables.ts';
import { joinLibrary, type JoinedLibrary } from '../../main/salvage/joining/join-library.ts';
import { salvagePages } from '../../main/salvage/pages/salvage-pages.ts';
import { lastingFolder } from '../support/temporary-folder.ts';
import { randomNumbers } from './random-numbers.ts';
import { recordsOf, type Records } from './truth.ts';
import { writeLibrary } from './written-library.ts';

/* Pages that stand where others belong, or as they were at another time, and that hang together with the others. */

const shapes = libraryShapes();
const size = 4096;
const folder = lastingFolder();

let whole: Buffer;
let earlier: Buffer;
let truth: ReadonlyMap<string, Records>;
let roots: ReadonlyMap<string, number>;

beforeAll(() => {
  const numbers = randomNumbers(7);
  const written = writeLibrary(join(folder, 'whole.sengen'), () => numbers(100_000), 6);
  [whole, earlier] = [readFileSync(written.path), readFileSync(written.earlier)];
  truth = recordsOf(written.path, shapes);
  const database = new SqliteDatabase(written.path, { readonly: true });
  roots = new Map(
    database.prepare('SELECT name, rootpage FROM sqlite_schema').raw().all() as [string, number][],
  );
  database.close();
});

const offsetOf = (page: number): number => (page - 1) * size;
const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray(offsetOf(page), offsetOf(page + 1));

function joined(bytes: Buffer): JoinedLibrary {
  return joinLibrary(fileTables(salvagePages(bytes, null, shapes), fitsHash), new Map());
}

/** The pages of a tree in both files that are not the same in both. */
function changedPages(name: string): number[] {
  const inBoth = [whole, earlier].map((bytes) => pagesOfTree(bytes, roots.get(name)!));
  return inBoth[0]!.filter(
    (page) => inBoth[1]!.includes(page) && !pageOf(whole, page).equals(pageOf(earlier, page)),
  );
}

/** From a root on: a page's kind stands in its first byte, 2 and 5 lead on (SQLite's file format, 1.6). */
function pagesOfTree(bytes: Buffer, root: number): number[] {
  const page = pageOf(bytes, root);
  if (page[0] !== 2 && page[0] !== 5) return [root];
  const cells = Array.from({ length: page.readUInt16BE(3) }, (_, at) => page.readUInt16BE(12 + 2 * at));
  const children = [...cells.map((at) => page.readUInt32BE(at)), page.readUInt32BE(8)];
  return [root, ...children.flatMap((child) => pagesOfTree(bytes, child))];
}

function withEarlier(pages: readonly number[]): Buffer {
  const bytes = Buffer.from(whole);
  for (const page of pages) pageOf(earlier, page).copy(bytes, offsetOf(page));
  return bytes;
}

/** The titles and plans of all rows. */
function rowsIn(
  records: Iterable<readonly [string, Records extends ReadonlyMap<string, infer R> ? R : never]>,
) {
  return new Map([...records].map(([id, { title, plan }]) => [id, [title, plan]]));
}

function rowsOf({ records }: JoinedLibrary) {
  return rowsIn([...records.get('initiatives')!].map(([id, { record }]) => [id, record] as const));
}

test('two tables whose first pages changed places come back', () => {
  const bytes = Buffer.from(whole);
  const [one, other] = [roots.get('reports')!, roots.get('initiatives')!];
  pageOf(whole, one).copy(bytes, offsetOf(other));
  pageOf(whole, other).copy(bytes, offsetOf(one));
  expect(rowsOf(joined(bytes))).toEqual(rowsIn(truth.get('initiatives')!));
});

test.for(['commit_mark', 'sqlite_sequence', 'search_index_data', 'edits_of_initiative'])(
  'a table comes back whose first page stands where %s begins',
  (name) => {
    const bytes = Buffer.from(whole);
    const [own, others] = [roots.get('edits')!, roots.get(name)!];
    // It leads to other pages: those alone are asked for.
    expect(pagesOfTree(whole, own).length).toBeGreaterThan(2);
    pageOf(whole, own).copy(bytes, offsetOf(others));
    pageOf(whole, others).copy(bytes, offsetOf(own));
    const came = joined(bytes).records.get('edits');
    for (const [key, record] of truth.get('edits')!) expect(came?.get(key)?.record, key).toEqual(record);
  },
);

test('a row that stands in its table stays, whatever a page of another time leaves out', () => {
  const ofIndex = changedPages('sqlite_autoindex_initiatives_1');
  const ofHashes = changedPages('record_hashes');
  expect(ofIndex.length).toBeGreaterThan(0);
  expect(ofHashes.length).toBeGreaterThan(0);
  for (const page of ofHashes) {
    expect(rowsOf(joined(withEarlier([...ofIndex, page])))).toEqual(rowsIn(truth.get('initiatives')!));
  }
});

test('rows that stand as they were earlier, with the hashes of then, are brought up to the log', () => {
  const library = joined(withEarlier(['initiatives', 'record_hashes'].flatMap(changedPages)));
  const rows = rowsOf(library);
  const told = library.reports.flatMap((report) => report.rows);
  const isWhole = new Set(told.flatMap(({ id, missing }) => (missing.length === 0 ? [id] : [])));
  const stored = rowsIn(truth.get('initiatives')!);
  for (const id of isWhole) expect(rows.get(id), id).toEqual(stored.get(id));
  expect(isWhole.size).toBeGreaterThan(20);
});
