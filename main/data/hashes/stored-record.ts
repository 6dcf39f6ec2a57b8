import type { Database } from 'better-sqlite3';
import { keyExpression, type HashedTable } from './hashed-tables.ts';
import type { StoredValue } from './record-hash.ts';

/** A record as it stands in its table. */
export interface StoredRecord {
  readonly table: HashedTable;
  readonly key: string;
  /** The very bytes of its key: those of one that was damaged need not be text. */
  readonly keyBytes: Uint8Array;
  /** Of the hashed columns, in their order. */
  readonly values: readonly StoredValue[];
  /** The very bytes of those that are text; null for the others. A flipped bit may leave bytes that are no text. */
  readonly bytes: readonly (Uint8Array | null)[];
}

/** Undefined when there is none. Throws SqliteError. */
export function readRecord(database: Database, table: HashedTable, key: string): StoredRecord | undefined {
  const bytes = Buffer.from(key);
  const record = recordAt(database, table, key, bytes);
  if (record !== undefined || !key.includes(noText)) return record;
  const meant = keysOf(database, table).find((each) => each.toString('utf8') === key);
  return meant === undefined ? undefined : recordAt(database, table, key, meant);
}

/** What stands in a text for bytes that are none. */
const noText = '\uFFFD';

// The tables themselves: they are asked when something is wrong, and an index need not say the same.

function keysOf(database: Database, table: HashedTable): Buffer[] {
  return database
    .prepare<[], Buffer>(`SELECT ${keyBytesOf(table)} FROM ${table.name} ${table.itself}`)
    .pluck()
    .all();
}

function recordAt(
  database: Database,
  table: HashedTable,
  key: string,
  keyBytes: Uint8Array,
): StoredRecord | undefined {
  const { name, columns } = table;
  const raw = columns.map(
    (column) => `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) END`,
  );
  const record = database
    .prepare<[Uint8Array], StoredValue[]>(
      `SELECT ${[...columns, ...raw].join(', ')} FROM ${name} ${table.itself} WHERE ${keyBytesOf(table)} = ?`,
    )
    .raw()
    .get(keyBytes) as StoredValue[] | undefined;
  if (record === undefined) return undefined;
  return {
    ...{ table, key, keyBytes },
    values: record.slice(0, columns.length),
    bytes: record.slice(columns.length) as (Uint8Array | null)[],
  };
}

const keyBytesOf = (table: HashedTable): string => `CAST(${keyExpression(table)} AS BLOB)`;

/**
 * Writes other values into a record, whatever refuses changes to its table. To be called in a transaction. What depends
 * on its key is checked when that is committed. Throws SqliteError.
 */
export function overwriteRecord(
  database: Database,
  { table, keyBytes, values }: StoredRecord,
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
         WHERE ${keyBytesOf(table)} = ?`,
      )
      .run(...changed.map(({ value }) => value), keyBytes);
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
