import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, newestVersion } from '../../main/data/opening/migrate.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import type { Migration } from '../../main/data/migrations/migration.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { libraryWith, now, report, reopened, valueOf } from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

/** The version of this program's libraries, and those of programs to come. */
const present = newestVersion(allMigrations);
const next = present + 1;

const addsTable: Migration = {
  version: next,
  name: 'a table more',
  up: (database) => database.exec('CREATE TABLE later (text TEXT NOT NULL) STRICT'),
};
const fails: Migration = {
  version: next + 1,
  name: 'fails half way',
  up: (database) => {
    database.exec('CREATE TABLE half (text TEXT NOT NULL) STRICT; DELETE FROM targets');
    throw new Error('移行の途中で止まりました');
  },
};
const leavesHangingReferences: Migration = {
  version: next,
  name: 'forgets rows',
  up: (database) => database.exec('DELETE FROM reports'),
};
const rebuildsATable: Migration = {
  version: next,
  name: 'rebuilds a table that others refer to',
  up: (database) =>
    database.exec(`
      CREATE TABLE facts (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
      INSERT INTO facts SELECT key, value FROM library_facts;
      DROP TABLE library_facts;
      ALTER TABLE facts RENAME TO library_facts;
      CREATE TABLE reports_now AS SELECT * FROM reports;
      DELETE FROM reports;
      INSERT INTO reports SELECT * FROM reports_now;
      DROP TABLE reports_now`),
};

describe('a library of an older version', () => {
  test('is copied beside itself, then brought to the newest version', () => {
    const folder = temporaryFolder();
    const path = join(folder, '目標.sengen');
    const content = report();
    libraryWith(path, content);
    const opened = valueOf(
      openLibrary(path, () => new Date(2027, 3, 1, 8, 30, 5), {
        migrations: [...allMigrations, addsTable],
      }),
    );
    expect(valueOf(opened.reports.read(content.id)).report).toEqual(content);
    opened.close();

    const copy = `目標.before-v${next}-20270401-083005.sengen`;
    expect(readdirSync(folder).sort()).toEqual([copy, '目標.sengen'].sort());
    expect(versionAt(path)).toBe(next);
    expect(versionAt(join(folder, copy))).toBe(present);
    // The copy is a library in its own right.
    const old = reopened(join(folder, copy));
    expect(valueOf(old.reports.read(content.id)).report).toEqual(content);
    old.close();
    // And the older program now refuses the file.
    expect(openLibrary(path, now)).toMatchObject({
      failure: { code: 'library-from-the-future', version: next, supported: present },
    });
  });

  test('may have a table rebuilt that others refer to', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const opened = valueOf(openLibrary(path, now, { migrations: [...allMigrations, rebuildsATable] }));
    expect(valueOf(opened.reports.read(content.id)).report).toEqual(content);
    opened.close();
  });

  test('stays at the version before a migration that fails, with the copy of what it was', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    const content = report();
    libraryWith(path, content);
    expect(() => openLibrary(path, now, { migrations: [...allMigrations, addsTable, fails] })).toThrow(
      '移行の途中',
    );
    expect(versionAt(path)).toBe(next);
    expect(readdirSync(folder)).toHaveLength(2);
    const opened = valueOf(openLibrary(path, now, { migrations: [...allMigrations, addsTable] }));
    expect(valueOf(opened.reports.read(content.id)).report).toEqual(content);
    opened.close();
  });

  test('is byte for byte what it was when its first migration fails, and no copy is left', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    libraryWith(path, report());
    const before = folderState(folder);
    expect(() =>
      openLibrary(path, now, { migrations: [...allMigrations, { ...fails, version: next }] }),
    ).toThrow('移行の途中');
    expect(folderState(folder)).toEqual(before);
    expect(() =>
      openLibrary(path, now, { migrations: [...allMigrations, leavesHangingReferences] }),
    ).toThrow('dangling');
    expect(folderState(folder)).toEqual(before);
    reopened(path).close();
  });
});

test('references count again after a migration, and after one that fails', () => {
  const database = new SqliteDatabase(':memory:');
  migrate(database, allMigrations);
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => migrate(database, [...allMigrations, leavesHangingReferences, fails])).toThrow();
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  database.close();
});

describe('the list of migrations', () => {
  test('is numbered without gaps', () => {
    expect(allMigrations.map(({ version }) => version)).toEqual(allMigrations.map((_, index) => index + 1));
    const database = new SqliteDatabase(':memory:');
    expect(() => migrate(database, [...allMigrations, { ...addsTable, version: next + 1 }])).toThrow(
      `numbered ${next + 1}`,
    );
    database.close();
  });
});

function versionAt(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return version;
}
