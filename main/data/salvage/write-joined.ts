import { closeSync, fsyncSync, openSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Joined, TableRecord } from '../../salvage/joining/records.ts';
import { hashTable } from '../hashes/hashed-tables.ts';
import { hashAll } from '../hashes/keep-hashes.ts';
import { allMigrations } from '../migrations/all.ts';
import { checkContent, findContradiction } from '../opening/check-content.ts';
import { applicationId, connect, disconnect } from '../opening/connection.ts';
import { migrate } from '../opening/migrate.ts';
import { DamagedContent } from '../sqlite-failure.ts';

/** Records that our own tables refused, by table. */
export type Refused = ReadonlyMap<string, number>;

/** A hash that a record does not fit as it was read. */
export interface StoredHash {
  readonly table: string;
  /** The record's primary key, as text. */
  readonly key: string;
  readonly hash: Uint8Array;
}

/**
 * Writes a library that was put together into a new file at `draft`, and reads it through. Our own constraints look at
 * every record; one that they refuse is counted and left out. `misfits` stay as they are, so that looking the library
 * through tells of those records. Throws SqliteError and DamagedContent.
 */
export function writeJoined(records: Joined, misfits: readonly StoredHash[], draft: string): Refused {
  const database = connect(draft, false);
  try {
    database.pragma(`application_id = ${applicationId}`);
    migrate(database, allMigrations);
    database.pragma('foreign_keys = OFF');
    // It is no library yet: it is synced once, as a whole.
    database.pragma('synchronous = OFF');
    const refused = database.transaction(() => {
      const left = insertAll(database, records);
      hashAll(database);
      keepMisfits(database, misfits);
      return left;
    })();
    requireSound(database);
    return refused;
  } finally {
    disconnect(database);
    sync(draft);
  }
}

function keepMisfits(database: Database, misfits: readonly StoredHash[]): void {
  const keep = database.prepare(`UPDATE ${hashTable} SET hash = ? WHERE kind = ? AND key = ?`);
  for (const { table, key, hash } of misfits) keep.run(hash, table, key);
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function insertAll(database: Database, records: Joined): Map<string, number> {
  const refused = new Map<string, number>();
  for (const [table, own] of records) {
    const columns = database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table);
    const insert = inserter(database, table, columns);
    for (const { record } of own.values()) {
      if (!insert(record)) refused.set(table, (refused.get(table) ?? 0) + 1);
    }
  }
  dropDangling(database);
  return refused;
}

function inserter(
  database: Database,
  table: string,
  columns: readonly string[],
): (record: TableRecord) => boolean {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return (record) => {
    // What a record of an older version lacks, the table fills in.
    const own = columns.filter((column) => record[column] !== undefined);
    const names = own.join(', ');
    let statement = statements.get(names);
    if (statement === undefined) {
      const values = own.map(() => '?').join(', ');
      statement = database.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`);
      statements.set(names, statement);
    }
    try {
      statement.run(...own.map((column) => record[column]));
      return true;
    } catch (error) {
      if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
        return false;
      throw error;
    }
  };
}

/** What refers to a record that our tables refused. */
function dropDangling(database: Database): void {
  for (;;) {
    const dangling = database
      .prepare<[], { table: string; rowid: number | null }>(
        'SELECT "table", rowid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL',
      )
      .all();
    if (dangling.length === 0) return;
    for (const { table, rowid } of dangling)
      database.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid);
  }
}

function requireSound(database: Database): void {
  const found = database.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok') throw new DamagedContent(String(found));
  const wrong = checkContent(database).damage ?? findContradiction(database);
  if (wrong !== null) throw new DamagedContent(wrong);
}
