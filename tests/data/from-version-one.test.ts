import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { migrate, newestVersion } from '../../main/data/opening/migrate.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { indexContent } from './index-content.ts';
import { actor, identifier, newLibrary, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { makeVersionOne, versionOne } from './version-one.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, '産業部.sengen');
  makeVersionOne(path);
});

function opened(): LibraryFile {
  const library = valueOf(openLibrary(path, () => new Date(2027, 3, 1, 8, 30, 5)));
  onTestFinished(() => library.close());
  return library;
}

describe('a library of version 1', () => {
  test('is copied and brought up, with all that was in it', () => {
    const library = opened();
    const { report, sequence, savedAt, history } = valueOf(library.reports.read(versionOne.report));
    expect(report).toMatchObject({
      municipality: '汐見市',
      headName: '沖 三郎',
      initiatives: [
        {
          title: versionOne.titles[0],
          plan: ['毎週日曜に開きます。'],
          targets: [{ id: versionOne.target, measure: '出店者の数', note: null, value: '25店' }],
          outcomes: [{ figures: [{ label: null, value: '25店' }], targets: [versionOne.target] }],
        },
        { title: versionOne.titles[1], pageBreakBefore: true, results: ['聞き取りをしました。'] },
      ],
    });
    expect(sequence).toBe(1);
    expect(savedAt).toBe('2026-05-01T00:00:00.000Z');
    expect(history.undo).toEqual({ kinds: ['set-field:row.'], field: 'title', row: 2, cause: null });
    library.close();

    const version = newestVersion(allMigrations);
    const copy = `産業部.before-v${version}-20270401-083005.sengen`;
    expect(readdirSync(folder).sort()).toEqual([copy, '産業部.sengen'].sort());
    expect(versionAt(join(folder, copy))).toBe(1);
    expect(versionAt(path)).toBe(version);
  });

  test('has the same tables afterwards as one made anew', () => {
    opened().close();
    const other = join(folder, 'new.sengen');
    newLibrary(other).close();
    expect(schemaOf(path)).toEqual(schemaOf(other));
  });

  test('can be taken back, searched, commented on and put in the bin', () => {
    const library = opened();
    const { report } = versionOne;
    while (valueOf(library.search.bringUp(1)) > 0);
    const found = (query: string) =>
      library.search.find({ query, limit: 50, after: null }).hits.map(({ title }) => title);
    expect(found('25店')).toEqual([versionOne.titles[0]]);
    expect(found('残す')).toEqual([versionOne.titles[1]]);

    valueOf(library.reports.undo(report, identifier(), actor));
    while (valueOf(library.search.bringUp(1)) > 0);
    expect(found('残す')).toEqual([]);
    expect(found('灯台守の記録')).toEqual(['灯台守の記録']);
    const { entries } = valueOf(
      library.history({ report, initiative: versionOne.rows[1], field: 'title', before: null, limit: 9 }),
    );
    expect(entries.map(({ kind, author, cause }) => [kind, author, cause])).toEqual([
      ['undo', '湊町 花子', null],
      ['do', '岬 太郎', null],
    ]);
    const first = { thread: identifier(), comment: identifier(), text: '朝市は続きますか。' };
    const anchor = { initiative: versionOne.rows[0], field: 'title', quote: '朝市' } as const;
    valueOf(library.comments.start(report, anchor, first, actor));
    valueOf(library.bin.put(report, actor.at));
    expect(library.reports.list()).toEqual([]);
    library.close();
    expect(Object.keys(indexContent(path)).sort()).toEqual([...versionOne.rows]);
  });

  test('tells what brings new steps about, its log as append-only as before', () => {
    const library = opened();
    const { report, rows, titles } = versionOne;
    const edit = {
      kind: 'set-field',
      owner: 'row',
      initiative: rows[0],
      field: 'title',
      before: titles[0],
      after: '浜の朝市を続ける取組',
    } as const;
    const cause = { kind: 'replace', from: '港', to: '浜', places: 1 } as const;
    const made = { id: identifier(), edits: [edit], cause };
    expect(valueOf(library.reports.commit(report, made, actor)).history.undo?.cause).toEqual(cause);
    library.close();
    const database = new SqliteDatabase(path);
    expect(() => database.exec("UPDATE steps SET cause = ''")).toThrow('only ever grows');
    expect(database.prepare('SELECT cause FROM steps ORDER BY number').pluck().all()).toEqual([
      '',
      JSON.stringify(cause),
    ]);
    database.close();
  });

  test.each(allMigrations.slice(1).map(({ version, name }) => ({ version, name })))(
    'that stopped before version $version ($name) is brought up from there',
    ({ version }) => {
      bringTo(version - 1);
      expect(versionAt(path)).toBe(version - 1);
      const library = opened();
      expect(valueOf(library.reports.read(versionOne.report)).report.initiatives).toHaveLength(2);
    },
  );
});

/** Brings the file to a version, as a program of that version would. */
function bringTo(version: number): void {
  const database = new SqliteDatabase(path);
  migrate(database, allMigrations.slice(0, version));
  database.close();
}

function versionAt(file: string): unknown {
  const database = new SqliteDatabase(file, { readonly: true });
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return version;
}

function schemaOf(file: string): unknown[] {
  const database = new SqliteDatabase(file, { readonly: true });
  const schema = database
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
  database.close();
  return schema;
}
