import SqliteDatabase, { type Database } from 'better-sqlite3';
import { hashedTables, hasHashes, hashTable, type HashedTable } from './hashed-tables.ts';
import { fitsHash, type StoredValue } from './record-hash.ts';
import { readRecord } from './stored-record.ts';

/** A copy of a library that is asked what a record was. */
export interface Witness {
  /**
   * The record's values, by the columns of `table`; null when it knows none, was made with other columns, or holds the
   * damage, too: a copy that was made after it would bear it out.
   */
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
        const values = readRecord(database, own, key)?.values ?? null;
        return values !== null && isAsStored(database, own, key, values) ? values : null;
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

/** A copy of before there were hashes speaks for what was stored then. */
function isAsStored(
  database: Database,
  { name }: HashedTable,
  key: string,
  values: readonly StoredValue[],
): boolean {
  if (!hasHashes(database)) return true;
  const hash = database
    .prepare<[string, string], Uint8Array>(`SELECT hash FROM ${hashTable} WHERE kind = ? AND key = ?`)
    .pluck()
    .get(name, key);
  return hash !== undefined && fitsHash(name, values, hash);
}
