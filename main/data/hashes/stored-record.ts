import type { Database } from 'better-sqlite3';
import { keyExpression, type HashedTable } from './hashed-tables.ts';
import type { StoredValue } from './record-hash.ts';

/** A record as it stands in its table. */
export interface StoredRecord {
  readonly table: HashedTable;
  readonly key: string;
  /** Of the hashed columns, in their order. */
  readonly values: readonly StoredValue[];
  /** The very bytes of those that are text; null for the others. A flipped bit may leave bytes that are no text. */
  readonly bytes: readonly (Uint8Array | null)[];
}

/** Undefined when there is none. Throws SqliteError. */
export function readRecord(database: Database, table: HashedTable, key: string): StoredRecord | undefined {
  const { name, columns } = table;
  const raw = columns.map(
    (column) => `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) END`,
  );
  // NOT INDEXED: it is asked for when something is wrong, and what an index says need not be what the table says.
  const record = database
    .prepare<[string], StoredValue[]>(
      `SELECT ${[...columns, ...raw].join(', ')} FROM ${name} NOT INDEXED WHERE ${keyExpression(table)} = ?`,
    )
    .raw()
    .get(key) as StoredValue[] | undefined;
  if (record === undefined) return undefined;
  return {
    table,
    key,
    values: record.slice(0, columns.length),
    bytes: record.slice(columns.length) as (Uint8Array | null)[],
  };
}

/**
 * Writes other values into a record, whatever refuses changes to its table. To be called in a transaction. What depends
 * on its key is checked when that is committed. Throws SqliteError.
 */
export function overwriteRecord(
  database: Database,
  { table, key, values }: StoredRecord,
  now: readonly StoredValue[],
): void {
  const changed = table.columns.flatMap((column, at) =>
    now[at] === values[at] ? [] : [{ column, value: now[at] ?? null }],
  );
  if (changed.length === 0) return;
  database.pragma('defer_foreign_keys = ON');
  // An index may still hold what stood there before: what is wrong in the table is not found in it.
  database.exec(`REINDEX ${table.name}`);
  withoutRefusals(database, table.name, () => {
    database
      .prepare(
        `UPDATE ${table.name} SET ${changed.map(({ column }) => `${column} = ?`).join(', ')}
         WHERE ${keyExpression(table)} = ?`,
      )
      .run(...changed.map(({ value }) => value), key);
  });
}

/** The log refuses every change; what was not stored in it is none of its own. */
function withoutRefusals(database: Database, table: string, work: () => void): void {
  const refusals = database
    .prepare<[string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE '%\\_refuse\\_%' ESCAPE '\\'",
    )
    .all(table);
  for (const { name } of refusals) database.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of refusals) database.exec(sql);
}
