import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentCounts, digestAtOnce } from '../../main/data/backup/content-digest.ts';
import { libraryShapes } from '../../main/data/salvage/library-shapes.ts';
import { readBackup } from '../../main/data/salvage/read-backup.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { hashTable, hashedTables } from '../../main/data/hashes/hashed-tables.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { moveContent } from '../../main/data/opening/move-content.ts';
import { tableItself } from '../../main/data/table-itself.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { forgetEntries, indexesOf, misname } from './forgetful-index.ts';
import { storeEverything } from './full-library.ts';
import { fullInitiative, libraryWith, now, report, valueOf } from './sample-content.ts';

/*
 * An index that has forgotten a record says nothing of it, and SQLite calls nothing wrong: what copies a library, or counts
 * what is in it, must not ask an index.
 */

const newFolder = temporaryFolders();
let sound: string;
let truth: ReturnType<typeof recordsIn>;

beforeEach(() => {
  sound = join(newFolder(), 'a.sengen');
  storeEverything(sound);
  truth = withDatabase(sound, recordsIn);
});

function withDatabase<T>(path: string, work: (database: Database) => T): T {
  const database = new SqliteDatabase(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const namesOf = (database: Database): string[] => [
  ...hashedTables(database).map(({ name }) => name),
  hashTable,
];

/** Every record of every table, by walking through the table and no index. */
function recordsIn(database: Database): Record<string, unknown[]> {
  return Object.fromEntries(
    namesOf(database).map((name) => [
      name,
      database
        .prepare(`SELECT * FROM ${name} ${tableItself(database, name)}`)
        .raw()
        .all()
        .map((record) => JSON.stringify(record))
        .sort(),
    ]),
  );
}

/** A copy with every index but those that are the table itself forgetting something. */
function forgetful(): string {
  const path = join(newFolder(), 'b.sengen');
  copyFileSync(sound, path);
  const own = withDatabase(path, (database) =>
    namesOf(database).map((table) => tableItself(database, table)),
  );
  const indexes = indexesOf(path).filter(
    ({ name, table }) => !own.includes(`INDEXED BY ${name}`) && Object.hasOwn(truth, table),
  );
  const forgotten = indexes.filter(({ name }) => forgetEntries(path, name) > 0);
  // Of tables with numbers, and of at least one without.
  expect(forgotten.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['initiatives', 'targets', 'initiative_links']),
  );
  return path;
}

describe('indexes that have forgotten records', () => {
  test('hide some from whoever asks without saying how', () => {
    // The control: NOT INDEXED alone is not enough.
    withDatabase(forgetful(), (database) => {
      const hidden = Object.entries(truth).filter(
        ([name, records]) =>
          database.prepare(`SELECT * FROM ${name} NOT INDEXED`).all().length < records.length,
      );
      expect(hidden.map(([name]) => name)).toContain('initiative_links');
    });
  });

  test('take nothing from a library that moves to a new file', () => {
    const path = forgetful();
    withDatabase(path, (database) => {
      const moved = moveContent(database, path, allMigrations);
      try {
        moved.takePlace();
      } finally {
        moved.cleanUp();
      }
    });
    withDatabase(path, (database) => {
      expect(recordsIn(database)).toEqual(truth);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    });
  });

  test('do not keep a library from being opened, and are made again then', () => {
    const path = forgetful();
    valueOf(openLibrary(path, now)).close();
    withDatabase(path, (database) => {
      expect(recordsIn(database)).toEqual(truth);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    });
  });

  test('take nothing from what a backup gives to a rescue, and prove it still', () => {
    const read = readBackup(forgetful(), libraryShapes());
    expect(read?.isProven).toBe(true);
    const counts = [...read!.tables].map(([name, records]) => [name, records.size]);
    expect(Object.fromEntries(counts)).toMatchObject(
      Object.fromEntries(
        Object.entries(truth)
          .filter(([name]) => name !== hashTable)
          .map(([name, records]) => [name, records.length]),
      ),
    );
  });

  test('change nothing of what a library is said to hold', () => {
    const whole = withDatabase(sound, digestAtOnce);
    withDatabase(forgetful(), (database) => {
      expect(digestAtOnce(database)).toEqual(whole);
      expect(contentCounts(database)).toEqual({
        reports: whole.reports,
        rows: whole.rows,
        steps: whole.steps,
      });
    });
  });
});

/** Rows, their targets and their outcomes, each hidden by the index by which a report reads them. */
const hiding = ['initiatives_in_order', 'targets_in_order', 'outcomes_in_order'];

describe.each(['for writing', 'for reading alone'])('a library that is opened %s', (how) => {
  test.each(hiding)('shows what %s does not find, from the first reading on', (index) => {
    const folder = newFolder();
    const path = join(folder, 'b.sengen');
    const content = report({ initiatives: [fullInitiative(), fullInitiative()] });
    libraryWith(path, content);
    const named = index === 'initiatives_in_order' ? content.id : content.initiatives[1]!.id;
    expect(misname(path, index, named)).toBeGreaterThan(0);
    const quick = withDatabase(path, (database) => database.pragma('quick_check', { simple: true }));
    expect(quick).toBe('ok');
    if (how !== 'for writing') chmodSync(path, 0o444);
    const before = readFileSync(path);

    const library = valueOf(openLibrary(path, now));
    expect(library.isReadOnly).toBe(how !== 'for writing');
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
    expect(library.reports.list()).toMatchObject([{ rows: 2 }]);
    library.close();
    if (how !== 'for writing') expect(readFileSync(path)).toEqual(before);
  });
});
