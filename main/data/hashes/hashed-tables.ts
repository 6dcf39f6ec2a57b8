import type { Database } from 'better-sqlite3';
import { isOfSearch } from '../search/is-of-search.ts';
import { tableItself } from '../table-itself.ts';

/** A table of content: what its hashes cover, and how a record of it is named. */
export interface HashedTable {
  readonly name: string;
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** The columns that the hash of a record covers, in the table's own order. */
  readonly columns: readonly string[];
  /** SQL behind its name, for its records as they stand in it (tableItself). */
  readonly itself: string;
}

/** Where the hashes stand: migrations/0013-record-hashes.ts. */
export const hashTable = 'record_hashes';

/** The kind of the hash over the identifiers of a report's rows, in order; its key is the report. */
export const rowOrder = 'row_order';

/** Columns that no hash of a record covers, and why nothing is missed. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  // Moving one row changes the places of hundreds: their order has a hash of its own (rowOrder).
  initiatives: ['position'],
};

/**
 * Every table whose records have hashes: all that is not derived. They are read off the schema, so that a table or a
 * column to come is covered without being named here. Throws SqliteError.
 */
export function hashedTables(database: Database): HashedTable[] {
  const names = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all();
  const columns = database.prepare<[string], { name: string; pk: number }>(
    "SELECT name, pk FROM pragma_table_info(?, 'main') ORDER BY cid",
  );
  return names
    .filter((name) => name !== hashTable && !isOfSearch(name))
    .map((name) => {
      const all = columns.all(name);
      const key = all.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      return {
        name,
        itself: tableItself(database, name),
        key: key.map((column) => column.name),
        columns: all
          .map((column) => column.name)
          .filter((column) => elsewhere[name]?.includes(column) !== true),
      };
    })
    .filter(({ key }) => key.length > 0);
}

/** SQL for the name of a record among its table's hashes: `prefix` is '', `NEW.` or `OLD.`. */
export function keyExpression({ key }: HashedTable, prefix: '' | 'NEW.' | 'OLD.' = ''): string {
  return key.map((column) => `CAST(${prefix}${column} AS TEXT)`).join(" || '/' || ");
}

/** The name of a record among its table's hashes, from its values. */
export function keyOf(
  { key, columns }: HashedTable,
  values: readonly (string | number | null | Uint8Array)[],
): string {
  return key.map((column) => String(values[columns.indexOf(column)])).join('/');
}

/** Whether this library has hashes: one that was not brought to version 13 has none. Throws SqliteError. */
export function hasHashes(database: Database): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(hashTable) !==
    undefined
  );
}
