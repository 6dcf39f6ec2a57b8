import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newestVersion } from '../../main/data/opening/migrate.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import { onWindows } from '../support/on-windows.ts';
import { initiative, libraryWith, now, report } from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

/** Every file that can't be opened has its own refusal, and nothing about it or its folder changes. */
const present = newestVersion(allMigrations);

describe('a refused file stays as it was', () => {
  interface Case {
    readonly name: string;
    readonly make: (path: string) => void;
    readonly failure: Record<string, unknown>;
  }

  const cases: readonly Case[] = [
    { name: 'a missing file', make: () => undefined, failure: { code: 'library-missing' } },
    { name: 'a folder', make: (path) => mkdirSync(path), failure: { code: 'library-is-a-folder' } },
    {
      name: 'a text',
      make: (path) => writeFileSync(path, '部長の目標宣言'.repeat(100)),
      failure: { code: 'library-not-a-database' },
    },
    {
      name: 'an empty file',
      make: (path) => writeFileSync(path, ''),
      failure: { code: 'library-not-a-database' },
    },
    {
      name: 'an SQLite file without a name',
      make: (path) => foreignDatabase(path, 0),
      failure: { code: 'library-of-another-program', applicationId: 0 },
    },
    {
      name: "another program's SQLite file",
      make: (path) => foreignDatabase(path, 252006675),
      failure: { code: 'library-of-another-program', applicationId: 252006675 },
    },
    {
      name: "another program's SQLite file with a write-ahead log",
      make: (path) => foreignDatabase(path, -5, 'WAL'),
      failure: { code: 'library-of-another-program', applicationId: -5 },
    },
    {
      name: 'a library of a newer program',
      make: (path) => changed(path, (database) => database.pragma(`user_version = ${present + 6}`)),
      failure: { code: 'library-from-the-future', version: present + 6, supported: present },
    },
    {
      name: 'a library without its version',
      make: (path) => changed(path, (database) => database.pragma('user_version = 0')),
      failure: { code: 'library-damaged', detail: 'version 0' },
    },
    {
      name: 'a library cut off in the middle',
      make: (path) => {
        libraryWith(path, longReport());
        truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096);
      },
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library cut off by one byte',
      make: (path) => {
        libraryWith(path, longReport());
        truncateSync(path, statSync(path).size - 1);
      },
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library cut off in its header',
      make: (path) => {
        libraryWith(path, report());
        truncateSync(path, 64);
      },
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library with an emptied page',
      make: (path) => {
        libraryWith(path, longReport());
        overwrite(path, 4096 * (firstPageOf(path, 'initiatives') - 1), Buffer.alloc(4096));
      },
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library with a broken first table page',
      make: (path) => {
        libraryWith(path, report());
        overwrite(path, 100, Buffer.alloc(400, 0xaa));
      },
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library whose header names an impossible page size',
      make: (path) => {
        libraryWith(path, report());
        overwrite(path, 16, Buffer.from([0, 3]));
      },
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library with a hanging reference',
      make: (path) =>
        changed(path, (database) => {
          database.pragma('foreign_keys = OFF');
          database.exec('DELETE FROM reports');
        }),
      failure: { code: 'library-damaged', detail: 'dangling reference in initiatives' },
    },
    {
      name: 'a library whose paragraphs are no longer JSON',
      make: (path) =>
        changed(path, (database) => {
          database.pragma('ignore_check_constraints = ON');
          database.exec(`UPDATE initiatives SET plan = '["途中で切れ'`);
        }),
      failure: { code: 'library-damaged' },
    },
    {
      name: 'a library with a gap in its rows',
      make: (path) =>
        changed(path, (database) => database.exec('UPDATE initiatives SET position = position + 9')),
      failure: { code: 'library-damaged', detail: 'rows of a report are not numbered without gaps' },
    },
    {
      name: 'a library that lost its log',
      make: (path) =>
        changed(path, (database) =>
          database.exec("UPDATE reports SET sequence = 3, head_name = '傷んだ名前'"),
        ),
      failure: { code: 'library-damaged', detail: 'a report has another number of steps than its log' },
    },
    {
      name: 'a library without one of its tables',
      make: (path) => changed(path, (database) => database.exec('DROP TABLE exports')),
      failure: { code: 'library-damaged' },
    },
  ];

  test.each(cases)('$name', ({ make, failure }) => {
    const folder = temporaryFolder();
    const path = join(folder, '目標.sengen');
    make(path);
    const before = folderState(folder);
    expect(openLibrary(path, now)).toMatchObject({ ok: false, failure: { ...failure, path } });
    expect(folderState(folder)).toEqual(before);
  });

  test.skipIf(onWindows)('no library is made in a folder that takes no writes', () => {
    const inner = join(temporaryFolder(), '配布');
    mkdirSync(inner);
    chmodSync(inner, 0o555);
    onTestFinished(() => chmodSync(inner, 0o755));
    const before = folderState(inner);
    const other = join(inner, 'b.sengen');
    expect(createLibrary(other, now)).toEqual({
      ok: false,
      failure: { code: 'target-read-only', path: other },
    });
    expect(folderState(inner)).toEqual(before);
  });

  test.skipIf(onWindows)('a library whose name or path is too long', () => {
    const folder = temporaryFolder();
    const long = join(folder, `${'目標'.repeat(50)}.sengen`);
    for (const refused of [createLibrary(long, now), openLibrary(long, now)]) {
      expect(refused).toMatchObject({
        ok: false,
        failure: { code: 'path-too-long', part: 'name', over: 18 },
      });
    }
    const deep = join(folder, ...Array<string>(12).fill('とても深いフォルダー'));
    mkdirSync(deep, { recursive: true });
    const path = join(deep, `${'目標'.repeat(20)}.sengen`);
    expect(createLibrary(path, now)).toMatchObject({
      ok: false,
      failure: { code: 'path-too-long', part: 'path' },
    });
    libraryWith(join(folder, 'a.sengen'), report());
    // SQLite takes no path as long as that.
    renameSync(join(folder, 'a.sengen'), path);
    expect(openLibrary(path, now)).toMatchObject({
      ok: false,
      failure: { code: 'path-too-long', part: 'path' },
    });
    expect(readdirSync(deep)).toHaveLength(1);
  });

  test.skipIf(onWindows)('a library with the longest path that is taken', () => {
    const folder = temporaryFolder();
    let deep = folder;
    while (Buffer.byteLength(deep) < 360) deep = join(deep, '深いフォルダー');
    mkdirSync(deep, { recursive: true });
    const path = join(deep, `${'a'.repeat(470 - Buffer.byteLength(deep) - 8)}.sengen`);
    expect(Buffer.byteLength(path)).toBe(470);
    const made = createLibrary(path, now);
    expect(made.ok).toBe(true);
    if (made.ok) made.value.close();
    const opened = openLibrary(path, now);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  test('a refused library opens again once its reason is gone', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    changed(path, (database) => database.pragma(`user_version = ${present + 6}`));
    expect(openLibrary(path, now).ok).toBe(false);
    const database = new SqliteDatabase(path);
    database.pragma(`user_version = ${present}`);
    database.close();
    const opened = openLibrary(path, now);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });
});

describe('after a crash in the middle of a migration', () => {
  test('the file is what it was before, although its header says the next version', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    libraryWith(path, report());
    const crashed = crashedMigration(path);
    const opened = openLibrary(crashed, now);
    expect(opened.ok).toBe(true);
    if (!opened.ok) return;
    expect(opened.value.reports.list()).toHaveLength(1);
    opened.value.close();
    expect(readdirSync(folder).sort()).toEqual(['a.sengen', 'crashed.sengen']);
    const database = new SqliteDatabase(crashed, { readonly: true });
    expect(database.pragma('user_version', { simple: true })).toBe(present);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'later'").all()).toEqual([]);
    database.close();
  });

  test('a file that was of a newer program before is still refused', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    changed(path, (database) => database.pragma(`user_version = ${present + 2}`));
    expect(openLibrary(crashedMigration(path), now)).toMatchObject({
      failure: { code: 'library-from-the-future', version: present + 2, supported: present },
    });
  });
});

/** A copy of a library as it stands when a migration is cut off after its last page was written. */
function crashedMigration(path: string): string {
  const crashed = join(dirname(path), 'crashed.sengen');
  const writer = new SqliteDatabase(path);
  // So small a cache makes SQLite write pages long before the commit.
  writer.pragma('cache_size = 1');
  writer.pragma('cache_spill = ON');
  writer.exec(`BEGIN; PRAGMA user_version = ${present + 1}; CREATE TABLE later (text TEXT)`);
  const insert = writer.prepare('INSERT INTO later VALUES (?)');
  for (let count = 0; count < 400; count += 1) insert.run('新しい表の中身'.repeat(100));
  copyFileSync(path, crashed);
  copyFileSync(`${path}-journal`, `${crashed}-journal`);
  writer.exec('ROLLBACK');
  writer.close();
  // Its first page, the last to be written, was written too.
  overwrite(crashed, 60, Buffer.from([0, 0, 0, present + 1]));
  return crashed;
}

function foreignDatabase(path: string, applicationId: number, journal = 'DELETE'): void {
  const database = new SqliteDatabase(path);
  database.pragma(`journal_mode = ${journal}`);
  database.pragma(`application_id = ${applicationId}`);
  database.exec('CREATE TABLE bookmarks (title TEXT)');
  database.close();
}

function changed(path: string, change: (database: SqliteDatabase.Database) => unknown): void {
  libraryWith(path, report());
  const database = new SqliteDatabase(path);
  change(database);
  database.close();
}

function firstPageOf(path: string, table: string): number {
  const database = new SqliteDatabase(path, { readonly: true });
  const page = database
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)!;
  database.close();
  return page;
}

function longReport() {
  return report({
    initiatives: Array.from({ length: 60 }, (_, index) =>
      initiative({ title: `取組${index + 1}`, plan: ['港の見回りを続けます。'.repeat(40)] }),
    ),
  });
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}
