import SqliteDatabase from 'better-sqlite3';
import type { StoredValue, TreeShape } from '../../salvage/pages/shape.ts';
import { keyOf, type BackupTables, type TableRecord } from '../../salvage/joining/records.ts';
import { hashTable } from '../hashes/hashed-tables.ts';
import { examineCopy } from '../backup/examine-copy.ts';

/**
 * Reads every record of a backup that is whole; null for one that is not, or can't be read. `shapes`: the tables that
 * are wanted.
 */
export function readBackup(path: string, shapes: readonly TreeShape[]): BackupTables | null {
  if (!examineCopy(path).ok) return null;
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    const tables = new Map<string, Map<string, TableRecord>>();
    for (const shape of shapes) {
      if (shape.kind === 'index' || shape.name === hashTable || !isThere(database, shape.name)) continue;
      const records = database
        .prepare<[], Record<string, StoredValue>>(`SELECT * FROM ${shape.name} NOT INDEXED`)
        .all();
      tables.set(shape.name, new Map(records.map((record) => [keyOf(shape, record), record])));
    }
    return tables;
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

function isThere(database: SqliteDatabase.Database, table: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !==
    undefined
  );
}
