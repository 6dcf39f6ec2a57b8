import { readdirSync, mkdirSync, symlinkSync, renameSync, writeFileSync, linkSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readMark } from '../../main/data/commit-mark.ts';
import { createLibraryFile } from '../../main/data/opening/create-library-file.ts';
import { newestVersion } from '../../main/data/opening/migrate.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import { onWindows } from '../support/on-windows.ts';
import { actor, libraryWith, newLibrary, now, reopened, report, valueOf } from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

describe('making a library', () => {
  test('gives one file that SQLite knows as ours', () => {
    const folder = temporaryFolder();
    const path = join(folder, '目標宣言 令和8年度.sengen');
    const library = newLibrary(path);
    expect(library.path).toBe(path);
    expect(library.reports.list()).toEqual([]);
    expect(library.reports.newest()).toBeNull();
    library.close();

    expect(readdirSync(folder)).toEqual(['目標宣言 令和8年度.sengen']);
    const database = new SqliteDatabase(path, { readonly: true });
    expect(database.pragma('application_id', { simple: true })).toBe(0x53454e47);
    expect(database.pragma('user_version', { simple: true })).toBe(newestVersion(allMigrations));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });

  test('gives each a mark of its own, so that none takes the journal of another', () => {
    const marks = ['a.sengen', 'b.sengen'].map((name) => {
      const path = join(temporaryFolder(), name);
      expect(createLibraryFile(path, now(), allMigrations)).toEqual({ ok: true, value: undefined });
      const database = new SqliteDatabase(path, { readonly: true });
      const mark = database.prepare<[], string>('SELECT mark FROM commit_mark').pluck().get() ?? '';
      database.close();
      return readMark(mark)?.session;
    });
    expect(new Set(marks).size).toBe(2);
    expect(marks).not.toContain(undefined);
  });

  test('makes every table strict, and only columns that refer to what need not be may be absent', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    newLibrary(path).close();
    const database = new SqliteDatabase(path, { readonly: true });
    const loose = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    const nullable = database
      .prepare(
        `SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.strict AND NOT c."notnull" AND NOT c.pk ORDER BY 1`,
      )
      .pluck()
      .all();
    database.close();
    expect(loose).toEqual([]);
    expect(nullable).toEqual(['steps.reverses', 'suggestions.marked_field']);
  });

  test.skipIf(onWindows)('never replaces what stands there', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    writeFileSync(path, '大事な覚え書き');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'b.sengen'));
    const before = folderState.bind(null, folder);
    const state = readdirSync(folder);
    expect(createLibrary(path, now)).toEqual({ ok: false, failure: { code: 'library-exists', path } });
    const dangling = join(folder, 'b.sengen');
    expect(createLibrary(dangling, now)).toEqual({
      ok: false,
      failure: { code: 'library-exists', path: dangling },
    });
    expect(createLibrary(folder, now)).toMatchObject({ failure: { code: 'library-is-a-folder' } });
    expect(readdirSync(folder)).toEqual(state);
    expect(before).toThrow(); // the dangling link still leads nowhere
  });

  test('says that the folder is missing', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'ない', 'a.sengen');
    expect(createLibrary(path, now)).toEqual({
      ok: false,
      failure: { code: 'target-folder-missing', path },
    });
    writeFileSync(join(folder, 'file'), '');
    expect(createLibrary(join(folder, 'file', 'a.sengen'), now)).toMatchObject({
      failure: { code: 'target-folder-missing' },
    });
  });

  test('sets the journal of a library of that name that is gone aside, instead of playing it in', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    writeFileSync(`${path}-journal`, 'the remains of another library');
    const library = newLibrary(path);
    valueOf(library.reports.create(report(), actor));
    library.close();
    expect(readdirSync(folder).sort()).toEqual(['a.sengen', 'a.sengen-journal.old']);
    const again = reopened(path);
    expect(again.reports.list()).toHaveLength(1);
    again.close();
  });
});

describe('opening a library', () => {
  test('finds what was stored, and leaves one file when it is closed', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const before = folderState(folder);
    const library = reopened(path);
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
    library.close();
    library.close();
    expect(folderState(folder)).toEqual(before);
  });

  test.skipIf(onWindows)(
    'refuses a second opening by the same program, by whatever name, and keeps the first',
    () => {
      const folder = temporaryFolder();
      const path = join(folder, 'a.sengen');
      libraryWith(path, report());
      mkdirSync(join(folder, 'other'));
      symlinkSync(path, join(folder, 'other', 'link.sengen'));
      linkSync(path, join(folder, 'other', 'second-name.sengen'));
      const library = reopened(path);
      for (const name of [
        path,
        join(folder, 'other', 'link.sengen'),
        join(folder, 'other', 'second-name.sengen'),
      ]) {
        expect(openLibrary(name, now)).toEqual({
          ok: false,
          failure: { code: 'library-in-use', path: name },
        });
      }
      expect(valueOf(library.reports.create(report(), actor))).toBeUndefined();
      library.close();
      const again = reopened(path);
      expect(again.reports.list()).toHaveLength(2);
      again.close();
    },
  );
});

test.skipIf(onWindows)('a library whose file was moved away takes no more steps until it is back', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.sengen');
  const library = newLibrary(path);
  valueOf(library.reports.create(report(), actor));
  renameSync(path, join(folder, 'moved.sengen'));
  const refusedAs = (how: string) => ({
    ok: false,
    failure: { code: 'library-lost', path, how, rescued: null },
  });
  expect(library.reports.create(report(), actor)).toEqual(refusedAs('missing'));
  writeFileSync(path, 'another file of that name');
  expect(library.reports.create(report(), actor)).toEqual(refusedAs('replaced'));
  renameSync(join(folder, 'moved.sengen'), path);
  valueOf(library.reports.create(report(), actor));
  library.close();
  const again = reopened(path);
  expect(again.reports.list()).toHaveLength(2);
  again.close();
});
