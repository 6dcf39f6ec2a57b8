import { chmodSync, copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { initiative, libraryWith, now, report, valueOf } from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

/** What a stranger built into a library's tables is refused by name, before any of it can run. */

const cases: readonly [
  name: string,
  sql: string,
  object: { kind: string; name: string; isOurs: boolean },
][] = [
  [
    'a trigger that takes edits back',
    `CREATE TRIGGER quiet AFTER UPDATE ON initiatives BEGIN
         UPDATE initiatives SET title = OLD.title WHERE id = NEW.id; END`,
    { kind: 'trigger', name: 'quiet', isOurs: false },
  ],
  [
    'a trigger in the clothes of one of ours',
    `DROP TRIGGER steps_refuse_delete;
       CREATE TRIGGER steps_refuse_delete BEFORE DELETE ON steps BEGIN SELECT 1; END`,
    { kind: 'trigger', name: 'steps_refuse_delete', isOurs: true },
  ],
  [
    'a view',
    'CREATE VIEW everything AS SELECT * FROM reports',
    { kind: 'view', name: 'everything', isOurs: false },
  ],
  [
    'a column that is worked out',
    "ALTER TABLE phrases ADD COLUMN length TEXT AS (hex(zeroblob(900000000)) || '')",
    { kind: 'table', name: 'phrases', isOurs: true },
  ],
  [
    'a column with a constraint',
    "ALTER TABLE phrases ADD COLUMN more TEXT NOT NULL DEFAULT '' CHECK (length(more) < 3)",
    { kind: 'table', name: 'phrases', isOurs: true },
  ],
  [
    'an index over an expression',
    'CREATE INDEX slow ON initiatives (length(title))',
    { kind: 'index', name: 'slow', isOurs: false },
  ],
  [
    'an index that forbids what we store',
    'CREATE UNIQUE INDEX one_department ON reports (department)',
    { kind: 'index', name: 'one_department', isOurs: false },
  ],
  ['a table', 'CREATE TABLE guests (name TEXT)', { kind: 'table', name: 'guests', isOurs: false }],
  [
    'a table of a module',
    'CREATE VIRTUAL TABLE places USING rtree (id, x0, x1)',
    { kind: 'table', name: 'places', isOurs: false },
  ],
  [
    'a table with a name near the search index',
    'CREATE TABLE search_indexes (name TEXT)',
    { kind: 'table', name: 'search_indexes', isOurs: false },
  ],
];

test.each(cases)('%s is refused by name, and the file stays as it was', (_name, sql, object) => {
  const folder = temporaryFolder();
  const path = changedLibrary(folder, (database) => database.exec(sql));
  const before = folderState(folder);
  const opened = openLibrary(path, now);
  if (opened.ok || opened.failure.code !== 'library-altered') throw new Error(JSON.stringify(opened));
  expect(opened.failure.objects).toContainEqual(object);
  expect(folderState(folder)).toEqual(before);
});

test('a constraint that was written over in the file ends nothing', () => {
  const folder = temporaryFolder();
  const path = changedLibrary(folder, (database) => {
    database.unsafeMode();
    database.pragma('writable_schema = ON');
    database.exec(`UPDATE sqlite_schema SET sql = replace(sql, 'value TEXT NOT NULL',
      'value TEXT NOT NULL CHECK (length(hex(zeroblob(900000000))) > 0)') WHERE name = 'library_facts'`);
  });
  const before = folderState(folder);
  expect(openLibrary(path, now)).toMatchObject({
    ok: false,
    failure: { code: 'library-altered', objects: [{ kind: 'table', name: 'library_facts', isOurs: true }] },
  });
  expect(folderState(folder)).toEqual(before);
});

describe('what is derived is mended without a word', () => {
  const derived: readonly [name: string, break_: (database: SqliteDatabase.Database) => unknown][] = [
    [
      "a full-text index of an unknown version of SQLite's",
      (database) => {
        database.unsafeMode();
        database.exec("UPDATE search_index_config SET v = 99 WHERE k = 'version'");
      },
    ],
    [
      'a full-text index without one of its tables',
      (database) => {
        database.unsafeMode();
        database.exec('DROP TABLE search_index_data');
      },
    ],
    [
      'a full-text index whose data are not its own',
      (database) => {
        database.unsafeMode();
        database.exec("UPDATE search_index_data SET block = x'00112233445566778899'");
      },
    ],
    ['no list of indexed rows', (database) => database.exec('DROP TABLE search_rows')],
    ['a stranger among the search tables', (database) => database.exec('CREATE TABLE search_rows_x (a)')],
    ['an index that is not there', (database) => database.exec('DROP INDEX initiatives_in_order')],
    ['a trigger that is not there', (database) => database.exec('DROP TRIGGER edits_refuse_update')],
    [
      'a trigger that is not there and rows that changed meanwhile',
      (database) =>
        database.exec(
          "DROP TRIGGER initiatives_queue_update; UPDATE initiatives SET title = '灯台の見回り' WHERE position = 1",
        ),
    ],
    [
      'an index that lost an entry',
      (database) => {
        database.unsafeMode();
        database.pragma('writable_schema = ON');
        // The index covers nothing while its rows change, and everything after that.
        const sql = "UPDATE sqlite_schema SET sql = ? WHERE name = 'targets_in_order'";
        const text = database
          .prepare("SELECT sql FROM sqlite_schema WHERE name = 'targets_in_order'")
          .pluck()
          .get() as string;
        database.prepare(sql).run(`${text} WHERE 0`);
        database.pragma('writable_schema = RESET');
        database.exec("UPDATE targets SET initiative = initiative || ''");
        database.exec('DELETE FROM outcome_targets; DELETE FROM targets');
        database.pragma('writable_schema = ON');
        database.prepare(sql).run(text);
        database.pragma('writable_schema = RESET');
      },
    ],
  ];

  test.each(derived)('%s', (_name, breaking) => {
    const folder = temporaryFolder();
    const path = changedLibrary(folder, (database) => {
      breaking(database);
    });
    chmodSync(path, 0o600);
    const before = contentOf(path);
    const opened = openLibrary(path, now);
    expect(opened).toMatchObject({ ok: true });
    if (!opened.ok) return;
    const { search, reports } = opened.value;
    const [summary] = reports.list();
    expect(summary?.rows).toBe(2);
    expect(valueOf(search.bringUp(50))).toBe(0);
    expect(search.find({ query: '見回り', limit: 5, after: null }).hits).toHaveLength(1);
    opened.value.close();
    expect(readdirSync(folder)).toEqual(['a.sengen']);
    expect(contentOf(path)).toEqual(before);
    expect(integrityOf(path)).toBe('ok');
  });
});

/** The files that first showed it, where they are; our own above show the same. */
test.each([
  ['trigger-swallows-edits', { failure: { code: 'library-altered', objects: [{ kind: 'trigger' }] } }],
  ['check-constraint-ends-program', { failure: { code: 'library-altered', objects: [{ kind: 'table' }] } }],
  ['index-config-refuses-library', { ok: true }],
])('%s', (name, expected) => {
  const found = resolve(import.meta.dirname, `../../../shared/cases/trust/${name}.sengen`);
  if (!existsSync(found)) {
    console.log(`skipped: ${name}.sengen is not beside this checkout`);
    return;
  }
  const path = join(temporaryFolder(), 'a.sengen');
  copyFileSync(found, path);
  chmodSync(path, 0o644);
  const opened = openLibrary(path, now);
  expect(opened).toMatchObject(expected);
  if (opened.ok) opened.value.close();
});

function changedLibrary(folder: string, change: (database: SqliteDatabase.Database) => unknown): string {
  const path = join(folder, 'a.sengen');
  libraryWith(path, report({ initiatives: [initiative(), initiative({ title: '港の見回り' })] }));
  const database = new SqliteDatabase(path);
  change(database);
  database.close();
  return path;
}

/** Every record of every table that is not derived. */
function contentOf(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'search%' AND name <> 'commit_mark' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const content = Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} NOT INDEXED`).all()]),
  );
  database.close();
  return content;
}

function integrityOf(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  const found = database.pragma('integrity_check', { simple: true });
  database.close();
  return found;
}
