import SqliteDatabase, { type Database } from 'better-sqlite3';
import { hashedTables, type HashedTable } from './hashed-tables.ts';
import type { StoredValue } from './record-hash.ts';
import { readRecord } from './stored-record.ts';

/** A copy of a library that is asked what a record was. */
export interface Witness {
  /** The record's values, by the columns of `table`; null when it knows none, or was made with other columns. */
  valuesOf(table: HashedTable, key: string): readonly StoredValue[] | null;
  close(): void;
}

/** Opens a copy for asking, read-only. Null for a file that can't be asked. */
export function openWitness(file: string): Witness | null {
  let database: Database;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    database.pragma('trusted_schema = OFF');
  } catch {
    return null;
  }
  return {
    valuesOf: (table, key) => {
      try {
        const own = hashedTables(database).find(({ name }) => name === table.name);
        if (own === undefined || own.columns.join() !== table.columns.join()) return null;
        return readRecord(database, own, key)?.values ?? null;
      } catch {
        // A witness that can't speak is none: what it would have said is proved by nothing else.
        return null;
      }
    },
    close: () => {
      database.close();
    },
  };
}
