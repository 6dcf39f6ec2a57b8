import SqliteDatabase from 'better-sqlite3';
import type { StoredValue, TreeShape } from '../../salvage/pages/shape.ts';
import { keyOf, type BackupTables, type TableRecord } from '../../salvage/joining/records.ts';
import { hashTable } from '../hashes/hashed-tables.ts';
import { fitsHash } from '../hashes/record-hash.ts';
import { examineCopy } from '../backup/examine-copy.ts';

/** What a backup holds, and whether each record of it is what was stored: it may have been made of what was damaged. */
export interface ReadBackup {
  readonly tables: BackupTables;
  readonly isProven: boolean;
}

/**
 * Reads every record of a backup that is whole; null for one that is not, or can't be read. `shapes`: the tables that
 * are wanted.
 */
export function readBackup(path: string, shapes: readonly TreeShape[]): ReadBackup | null {
  if (!examineCopy(path).ok) return null;
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    const tables = new Map<string, Map<string, TableRecord>>();
    const hashOf = hashesIn(database);
    let isProven = true;
    for (const shape of shapes) {
      if (shape.kind === 'index' || shape.name === hashTable || !isThere(database, shape.name)) continue;
      const records = database
        .prepare<[], Record<string, StoredValue>>(`SELECT * FROM ${shape.name} NOT INDEXED`)
        .all();
      tables.set(shape.name, new Map(records.map((record) => [keyOf(shape, record), record])));
      isProven &&= records.every((record) => {
        const hash = hashOf(shape.name, keyOf({ key: shape.primary }, record));
        const values = shape.hashed.map((column) => record[column] ?? null);
        return hash === undefined || fitsHash(shape.name, values, hash);
      });
    }
    return { tables, isProven };
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/** The stored hash of a record by its table and primary key. */
function hashesIn(database: SqliteDatabase.Database): (table: string, key: string) => Buffer | undefined {
  if (!isThere(database, hashTable)) return () => undefined;
  const stored = database
    .prepare<[], { kind: string; key: string; hash: Buffer }>(`SELECT kind, key, hash FROM ${hashTable}`)
    .all();
  const hashes = new Map(stored.map(({ kind, key, hash }) => [`${kind} ${key}`, hash]));
  return (table, key) => hashes.get(`${table} ${key}`);
}

function isThere(database: SqliteDatabase.Database, table: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !==
    undefined
  );
}
