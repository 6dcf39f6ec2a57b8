import type { Database } from 'better-sqlite3';

/**
 * SQL behind a table's name, for its records as they stand in it, whatever its indexes say. `table`: of the open file, or
 * of one that is attached as `schema`.
 *
 * NOT INDEXED is not enough WITHOUT ROWID: an index that has all the columns is read in the table's place. Such a table is
 * kept in the order of its primary key, and that is named as an index is. `count(*)` without a condition asks an index
 * whatever it is told (countItself). Throws SqliteError.
 */
export function tableItself(database: Database, table: string, schema = 'main'): string {
  const own = database
    .prepare<[string, string, string, string], string>(
      `SELECT name FROM pragma_index_list(?, ?) WHERE origin = 'pk'
       AND (SELECT wr FROM pragma_table_list(?) WHERE schema = ?) = 1`,
    )
    .pluck()
    .get(table, schema, table, schema);
  return own === undefined ? 'NOT INDEXED' : `INDEXED BY ${own}`;
}

/** How many records stand in a table, each of them looked at. Throws SqliteError. */
export function countItself(database: Database, table: string, schema = 'main'): number {
  return (
    database
      .prepare<[], number>(
        `SELECT count(*) FROM ${schema}.${table} ${tableItself(database, table, schema)} WHERE +1`,
      )
      .pluck()
      .get() ?? 0
  );
}
