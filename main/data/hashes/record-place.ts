import type { Database } from 'better-sqlite3';
import { hashedTables, keyExpression, rowOrder, type HashedTable } from './hashed-tables.ts';
import { readRecord } from './stored-record.ts';

/** Where a record stands, as a person knows it; null where it belongs to no report or row, or that can't be told. */
export interface RecordPlace {
  /** Year and department. */
  readonly report: string | null;
  /** The row's number, from 1. */
  readonly row: number | null;
}

/** Throws SqliteError. */
export function placeReader(database: Database): (kind: string, key: string) => RecordPlace {
  const nameOf = database
    .prepare<[string], string>("SELECT year_label || ' ' || department FROM reports WHERE id = ?")
    .pluck();
  const rowOf = database.prepare<[string], { report: string; row: number }>(
    'SELECT report, position + 1 AS row FROM initiatives WHERE id = ?',
  );
  /** What a column leads to, and the table and the column that it names there. */
  const owners = [
    ['thread', 'comment_threads', 'id'],
    ['bring_back', 'bring_backs', 'id'],
    ['step', 'steps', 'number'],
    ['outcome', 'outcomes', 'id'],
  ] as const;

  const keyWhere = (table: HashedTable, column: string, value: string): string | undefined =>
    database
      .prepare<[string], string>(
        `SELECT ${keyExpression(table)} FROM ${table.name} WHERE CAST(${column} AS TEXT) = ?`,
      )
      .pluck()
      .get(value);

  const placeOf = (kind: string, key: string): RecordPlace => {
    if (kind === rowOrder) return { report: nameOf.get(key) ?? null, row: null };
    const table = hashedTables(database).find(({ name }) => name === kind);
    const record = table === undefined ? undefined : readRecord(database, table, key);
    if (table === undefined || record === undefined) return { report: null, row: null };
    const of = (column: string): string => String(record.values[table.columns.indexOf(column)] ?? '');
    const row = rowOf.get(kind === 'initiatives' ? of('id') : of('initiative'));
    if (row !== undefined) return { report: nameOf.get(row.report) ?? null, row: row.row };
    const report = nameOf.get(kind === 'reports' ? of('id') : of('report'));
    if (report !== undefined) return { report, row: null };
    for (const [column, owner, id] of owners) {
      if (!table.columns.includes(column)) continue;
      const owning = hashedTables(database).find(({ name }) => name === owner);
      const ownersKey = owning === undefined ? undefined : keyWhere(owning, id, of(column));
      if (ownersKey !== undefined) return placeOf(owner, ownersKey);
    }
    return { report: null, row: null };
  };
  return placeOf;
}
