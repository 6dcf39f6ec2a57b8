import type { Database } from 'better-sqlite3';
import { hashedTables, type HashedTable } from './hashed-tables.ts';

/** Records that are looked up between two breaths: some milliseconds. */
const atOnce = 200;

/**
 * Tables of content with an index that does not find a record of theirs: what is read by that index misses it, although
 * it stands there whole. In pieces, between which others may store. Throws SqliteError.
 */
export function* tablesWithWrongIndex(database: Database): Generator<undefined, string[]> {
  const wrong: string[] = [];
  for (const table of hashedTables(database)) {
    if (yield* hasWrongIndex(database, table)) wrong.push(table.name);
  }
  return wrong;
}

function* hasWrongIndex(database: Database, table: HashedTable): Generator<undefined, boolean> {
  const indexes = indexesOf(database, table);
  if (indexes.length === 0) return false;
  const isMissed = `(${indexes.map((index) => missedBy(table, index)).join(' OR ')})`;
  if (!isNumbered(database, table)) {
    yield;
    const records = `${table.name} AS r ${table.itself}`;
    return database.prepare(`SELECT 1 FROM ${records} WHERE ${isMissed} LIMIT 1`).get() !== undefined;
  }
  const end = database
    .prepare<[number, number], number>(
      `SELECT max(rowid) FROM (SELECT rowid FROM ${table.name} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
    )
    .pluck();
  const missed = database.prepare<[number, number], 1>(
    `SELECT 1 FROM ${table.name} AS r NOT INDEXED WHERE r.rowid > ? AND r.rowid <= ? AND ${isMissed} LIMIT 1`,
  );
  let last = Number.MIN_SAFE_INTEGER;
  for (let to = end.get(last, atOnce); typeof to === 'number'; to = end.get(last, atOnce)) {
    if (missed.get(last, to) !== undefined) return true;
    last = to;
    yield;
  }
  return false;
}

interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  /** Which records it holds; null for all. */
  readonly of: string | null;
}

function indexesOf(database: Database, { name: table }: HashedTable): Index[] {
  const columns = database
    .prepare<[string], string>("SELECT coalesce(name, 'rowid') FROM pragma_index_xinfo(?, 'main')")
    .pluck();
  return database
    .prepare<[string], { name: string; sql: string | null }>(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ?",
    )
    .all(table)
    .map(({ name, sql }) => ({
      name,
      columns: columns.all(name),
      of: /\bWHERE\b(?<of>[\s\S]+)$/u.exec(sql ?? '')?.groups?.['of'] ?? null,
    }));
}

/** SQL: the record `r` is not found by the index. */
function missedBy({ name: table }: HashedTable, { name, columns, of }: Index): string {
  const isSame = columns.map((column) => `i.${column} IS r.${column}`).join(' AND ');
  const isHeld = of === null ? '' : ` AND (${of})`;
  const isFound = `EXISTS (SELECT 1 FROM ${table} AS i INDEXED BY ${name} WHERE ${isSame}${isHeld})`;
  const isAsked =
    of === null
      ? ''
      : `r.rowid IN (SELECT rowid FROM ${table} NOT INDEXED WHERE rowid = r.rowid AND (${of})) AND `;
  return `(${isAsked}NOT ${isFound})`;
}

function isNumbered(database: Database, { name }: HashedTable): boolean {
  const isWithout = database
    .prepare<[string], number>("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'")
    .pluck();
  return isWithout.get(name) === 0;
}
