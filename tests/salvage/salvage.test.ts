import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fitsHash } from '../../main/data/hashes/record-hash.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { libraryShapes } from '../../main/data/salvage/library-shapes.ts';
import { readBackup } from '../../main/data/salvage/read-backup.ts';
import { rescueFile } from '../../main/data/salvage/rescue-file.ts';
import { fileTables } from '../../main/salvage/joining/file-tables.ts';
import { joinLibrary, type JoinedLibrary } from '../../main/salvage/joining/join-library.ts';
import type { BackupTables, FileTables, TableRecord } from '../../main/salvage/joining/records.ts';
import { salvagePages } from '../../main/salvage/pages/salvage-pages.ts';
import { now } from '../data/sample-content.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { damages } from './damage.ts';
import { randomNumbers } from './random-numbers.ts';
import { pagesNeeded, pagesOfRecords, recordsOf, type Records } from './truth.ts';
import { writeLibrary } from './written-library.ts';
import { isLongRun } from '../support/how-many.ts';

/*
 * Libraries that are damaged in many ways: what stands in readable pages comes back, what a backup has comes back, and
 * nothing is made up. `SENGEN_LONG=1` tries some thousands on a larger library.
 */

/** By `npm test` each kind with the same few seeds. */
const few = 7;
const perKind = Math.ceil(20_000 / Object.keys(damages).length);
const pageSize = 4096;
const shapes = libraryShapes();
const folder = mkdtempSync(join(tmpdir(), 'sengen-salvage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let whole: Buffer;
let earlier: Buffer;
let earlierFile: string;
let truth: Map<string, Records>;
let pages: ReturnType<typeof pagesOfRecords>;
let needed: ReturnType<typeof pagesNeeded>;
let backup: BackupTables;

beforeAll(() => {
  const numbers = randomNumbers(7);
  const written = writeLibrary(join(folder, 'whole.sengen'), () => numbers(100_000), isLongRun ? 24 : 6);
  [whole, earlier, earlierFile] = [
    readFileSync(written.path),
    readFileSync(written.earlier),
    written.earlier,
  ];
  truth = recordsOf(written.path, shapes);
  // They say what the others were: they are no content of their own.
  truth.delete('record_hashes');
  pages = pagesOfRecords(whole, shapes);
  needed = pagesNeeded(truth, pages);
  backup = readBackup(written.earlier, shapes)?.tables ?? new Map();
}, 120_000);

test('the reader reads of an undamaged file what SQLite reads', () => {
  const joined = joinLibrary(tablesOf(whole), new Map());
  for (const [name, records] of truth) {
    expect(pages.get(name)?.size, name).toBe(records.size);
    expect(recordsIn(joined, name), name).toEqual(records);
  }
  expect(joined.lost.size).toBe(0);
});

/** How many records there are, and how many of them came back as they were. */
interface Count {
  all: number;
  back: number;
}

let bySqlite = 0;
let byUs = 0;

describe.each(Object.entries(damages))('%s', (kind, damage) => {
  const damaged = (seed: number): Buffer =>
    damage(Buffer.from(whole), randomNumbers(seed * 7_919 + kind.length), earlier);

  // Of each kind: the quick ones make many runs in the same time.
  const readable: Count = { all: 0, back: 0 };
  const readableRows: Count = { all: 0, back: 0 };
  const runs = trustRuns('damage', { part: kind, quick: isLongRun ? 150 : few, whole: perKind });
  const told = 'what stands in whole pages comes back, with a backup every row, and nothing is made up';
  test(told, runs.timeout, () => {
    for (const { number, seed: chance } of runs) {
      const seed = runs.count === perKind ? chance : number;
      const bytes = damaged(seed);
      const tables = tablesOf(bytes);
      const joined = joinLibrary(tables, new Map());
      for (const [name, records] of truth) {
        const came = recordsIn(joined, name);
        for (const [key, record] of records) {
          if (!isUntouched(bytes, needed.get(name)?.get(key) ?? [])) continue;
          const isBack = saysTheSame(came.get(key), record);
          count(readable, isBack);
          if (name === 'initiatives') count(readableRows, isBack);
        }
      }
      expectNothingMadeUp(tables, joined);
      expectEveryRow(bytes, recordsIn(joinLibrary(tables, backup), 'initiatives'), seed);
      byUs += recordsIn(joined, 'initiatives').size;
      bySqlite += rowsBySqlite(bytes);
    }
    if (isLongRun) console.log({ kind, readable, readableRows });
    expectNearlyAll(readable);
    expectNearlyAll(readableRows);
  });

  // Writing takes most of the time: `npm test` does it for a third of the kinds.
  test.runIf(isLongRun || kind.length % 3 === 0)('the result is a library that opens', () => {
    const file = join(folder, 'damaged.sengen');
    const draft = join(folder, 'rescued.sengen');
    for (const backups of [[], [earlierFile]]) {
      writeFileSync(file, damaged(1));
      const rescued = rescueFile({ file, backups, draft });
      expect(rescued.backup).toBe(backups[0] ?? null);
      const opened = openLibrary(draft, now);
      expect(opened).toMatchObject({ ok: true });
      if (opened.ok) opened.value.close();
      expect(marksIn(draft)).toBe(1);
      rmSync(draft);
    }
  });
});

test('SQLite itself gives less', () => {
  if (isLongRun) console.log({ byUs, bySqlite });
  // The control: were the damage none, both would give the same.
  expect(bySqlite).toBeLessThan(byUs * 0.9);
});

function tablesOf(bytes: Buffer): FileTables {
  return fileTables(salvagePages(bytes, null, shapes), fitsHash);
}

function recordsIn(joined: JoinedLibrary, name: string): Map<string, TableRecord> {
  return new Map([...(joined.records.get(name) ?? [])].map(([key, { record }]) => [key, record]));
}

function isUntouched(bytes: Buffer, numbers: readonly number[]): boolean {
  return numbers.every((number) => {
    const [from, to] = [(number - 1) * pageSize, number * pageSize];
    return bytes.length >= to && bytes.subarray(from, to).equals(whole.subarray(from, to));
  });
}

/** Where a row before it is lost, it has another place. */
function saysTheSame(one: TableRecord | undefined, other: TableRecord): boolean {
  return (
    one !== undefined &&
    Object.entries(other).every(
      ([column, value]) => column === 'position' || isDeepStrictEqual(one[column], value),
    )
  );
}

/** A row that is told as whole is as it was, or its hash tells that it is not. */
function expectNothingMadeUp(tables: FileTables, joined: JoinedLibrary): void {
  const rows = recordsIn(joined, 'initiatives');
  for (const { id, origin, missing } of joined.reports.flatMap((report) => report.rows)) {
    const row = rows.get(id);
    if (row === undefined || missing.length > 0 || origin === 'made') continue;
    const was = truth.get('initiatives')?.get(id);
    if (was !== undefined && saysTheSame(row, was)) continue;
    expect(tables.get('initiatives')?.fits(row), `row ${id}`).not.toBe(true);
  }
}

/** Rows that the backup has, or whose pages are whole, are all there. */
function expectEveryRow(bytes: Buffer, came: ReadonlyMap<string, TableRecord>, seed: number): void {
  for (const key of truth.get('initiatives')?.keys() ?? []) {
    const isAtHand =
      backup.get('initiatives')?.has(key) === true ||
      isUntouched(bytes, pages.get('initiatives')?.get(key) ?? []);
    if (isAtHand) expect(came.has(key), `row ${key}, seed ${seed}`).toBe(true);
  }
}

/** What says which state a file is in is its own, and not that of the file that it was taken out of. */
function marksIn(file: string): unknown {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    return database.prepare('SELECT count(*) FROM commit_mark').pluck().get();
  } finally {
    database.close();
  }
}

/** Of what stands in readable pages, at least 99 of 100 come back. */
function expectNearlyAll({ all, back }: Count): void {
  expect(back).toBeGreaterThanOrEqual(0.99 * all);
}

function count(counted: Count, isBack: boolean): void {
  counted.all += 1;
  if (isBack) counted.back += 1;
}

/** The rows that SQLite reads by itself until it finds the file damaged. */
function rowsBySqlite(bytes: Buffer): number {
  let rows = 0;
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(bytes);
    for (const _row of database.prepare('SELECT * FROM initiatives NOT INDEXED').iterate()) rows += 1;
  } catch {
    // What came before counts.
  } finally {
    database?.close();
  }
  return rows;
}
