import SqliteDatabase, { type Database } from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { misfitsAtOnce } from '../../main/data/hashes/check-hashes.ts';
import { hashedTables } from '../../main/data/hashes/hashed-tables.ts';
import { withHashes } from '../../main/data/hashes/renew-hashes.ts';
import { migrate } from '../../main/data/opening/migrate.ts';
import { allMigrations } from '../../main/data/migrations/all.ts';
import { storeEverything } from './full-library.ts';
import { actor, libraryWith, reopened, report, step, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('every column of every table that is not derived is covered, places of rows as an order', () => {
  const database = new SqliteDatabase(':memory:');
  migrate(database, allMigrations);
  const covered = new Map(hashedTables(database).map(({ name, columns }) => [name, columns]));
  const columns = database.prepare<[], { tbl: string; name: string }>(`
    SELECT m.name AS tbl, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'search\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`);
  const uncovered = columns
    .all()
    .filter(({ tbl, name }) => covered.get(tbl)?.includes(name) !== true)
    .map(({ tbl, name }) => `${tbl}.${name}`);
  database.close();
  expect(uncovered.sort()).toEqual([
    'commit_mark.mark',
    'initiatives.position',
    'record_hashes.hash',
    'record_hashes.key',
    'record_hashes.kind',
  ]);
});

test('whatever is stored, however, every record fits its hash afterwards', () => {
  const path = join(temporaryFolder(), 'a.sengen');
  storeEverything(path);
  reading(path, (database) => {
    expect(misfitsAtOnce(database)).toEqual([]);
    // Nothing was left out of what the sentence above is about.
    const empty = hashedTables(database).filter(
      ({ name }) => database.prepare(`SELECT count(*) FROM ${name}`).pluck().get() === 0,
    );
    expect(empty.map(({ name }) => name)).toEqual([]);
  });
});

/** Each change is a statement that only a fault makes; nothing of it goes through the program. */
const faults: readonly [string, string, string][] = [
  ['a text of a row', "UPDATE initiatives SET title = title || '。'", 'changed initiatives'],
  ['where a row stands', 'UPDATE initiatives SET position = 9 - position', 'changed row_order'],
  ['the heading of a report', "UPDATE reports SET head_name = 'x'", 'changed reports'],
  ['a target', "UPDATE targets SET value = 'x'", 'changed targets'],
  [
    'what an outcome speaks of',
    'UPDATE outcome_targets SET position = 7 + position',
    'changed outcome_targets',
  ],
  ['a figure', "UPDATE outcomes SET figures = '[]'", 'changed outcomes'],
  ['a comment', "UPDATE comments SET text = text || 'x'", 'changed comments'],
  ['a phrase', "UPDATE phrases SET text = text || 'x'", 'changed phrases'],
  ['a link', "UPDATE initiative_links SET earlier = 'x'", 'changed initiative_links'],
  ['a suggestion', "UPDATE suggestions SET after = 'x'", 'changed suggestions'],
  ['a record that is gone', 'DELETE FROM comments', 'missing comments'],
  ['a hash', "UPDATE record_hashes SET hash = zeroblob(16) WHERE kind = 'steps'", 'changed steps'],
  ['a hash that is gone', "DELETE FROM record_hashes WHERE kind = 'edits'", 'unhashed edits'],
];

test('what is changed beside the program is found', () => {
  const path = join(temporaryFolder(), 'a.sengen');
  storeEverything(path);
  for (const [name, fault, expected] of faults) {
    const database = new SqliteDatabase(path);
    database.exec(`PRAGMA foreign_keys = OFF; BEGIN; ${fault}`);
    const found = new Set(misfitsAtOnce(database).map(({ what, kind }) => `${what} ${kind}`));
    database.close();
    expect([...found], name).toEqual([expected]);
  }
});

test('a save beside a damaged text leaves the hash of what it had been', () => {
  const path = join(temporaryFolder(), 'a.sengen');
  const content = report();
  libraryWith(path, content);
  const [row] = content.initiatives;
  if (row === undefined) throw new Error('a row is wanted');
  const stranger = new SqliteDatabase(path);
  stranger.prepare("UPDATE initiatives SET section = '訉画課' WHERE id = ?").run(row.id);
  stranger.close();
  const library = reopened(path);
  const edit = { kind: 'set-field', owner: 'row', initiative: row.id, field: 'title' } as const;
  valueOf(library.reports.commit(content.id, step({ ...edit, before: row.title, after: '題' }), actor));
  library.close();
  reading(path, (database) => {
    expect(misfitsAtOnce(database)).toMatchObject([{ what: 'changed', kind: 'initiatives', key: row.id }]);
  });
});

test('a row whose place was damaged is put back, and the library opens', () => {
  const path = join(temporaryFolder(), 'a.sengen');
  const content = report();
  libraryWith(path, content);
  const stranger = new SqliteDatabase(path);
  stranger.exec('UPDATE initiatives SET position = 9 WHERE position = 0');
  stranger.close();
  const library = reopened(path);
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  expect(library.mended?.given).toEqual([
    { kind: 'initiatives', key: content.initiatives[0]?.id, column: 'position', was: 10, is: 1 },
  ]);
  library.close();
});

/** Migrations of a program to come. */
const toCome = [
  ['adds a column', "ALTER TABLE phrases ADD COLUMN shortcut TEXT NOT NULL DEFAULT ''"],
  [
    'adds a table',
    "CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY) STRICT; INSERT INTO notes VALUES ('a')",
  ],
  [
    'rebuilds a table with its columns elsewhere',
    `CREATE TABLE facts (value TEXT NOT NULL, key TEXT NOT NULL PRIMARY KEY) STRICT;
     INSERT INTO facts (key, value) SELECT key, value FROM library_facts;
     DROP TABLE library_facts;
     ALTER TABLE facts RENAME TO library_facts;`,
  ],
  ['changes what stands there', "UPDATE phrases SET text = text || '。'"],
] as const;

test('a migration to come keeps every hash right, and makes no damage right', () => {
  const path = join(temporaryFolder(), 'a.sengen');
  storeEverything(path);
  for (const [name, sql] of toCome) {
    const database = new SqliteDatabase(path);
    database.exec(
      "BEGIN; UPDATE comments SET text = 'x'; UPDATE library_facts SET value = 'x' WHERE key = 'created_at'",
    );
    const damaged = misfitsAtOnce(database).map(({ kind }) => kind);
    expect(damaged).toEqual(['comments', 'comments', 'library_facts']);
    withHashes(database, () => database.exec(sql));
    expect(
      misfitsAtOnce(database).map(({ kind }) => kind),
      name,
    ).toEqual(damaged);
    database.exec('ROLLBACK');
    database.close();
  }
});

function reading(path: string, work: (database: Database) => void): void {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    work(database);
  } finally {
    database.close();
  }
}
