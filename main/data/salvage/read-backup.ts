import type { Database } from 'better-sqlite3';
import type { StoredValue, TreeShape } from '../../salvage/pages/shape.ts';
import { keyOf, type BackupTables, type TableRecord } from '../../salvage/joining/records.ts';
import { hashTable } from '../hashes/hashed-tables.ts';
import { fitsHash } from '../hashes/record-hash.ts';
import { openCopy } from '../backup/examine-copy.ts';
import { damageOfTables } from '../opening/check-content.ts';
import { tableItself } from '../table-itself.ts';

/** What a backup holds, and whether each record of it is what was stored: it may have been made of what was damaged. */
export interface ReadBackup {
  readonly tables: BackupTables;
  readonly isProven: boolean;
}

/**
 * Reads every record of a backup whose tables are whole; null for one of which they are not, or that can't be read. What
 * its indexes say counts for nothing, and what does not go together is told by hashes. `shapes`: the tables that are
 * wanted.
 */
export function readBackup(path: string, shapes: readonly TreeShape[]): ReadBackup | null {
  let database: Database | null = null;
  try {
    const opened = openCopy(path);
    if (!opened.ok) return null;
    database = opened.value;
    if (damageOfTables(database) !== null) return null;
    const tables = new Map<string, Map<string, TableRecord>>();
    const hashOf = hashesIn(database);
    let isProven = true;
    for (const shape of shapes) {
      if (shape.kind === 'index' || shape.name === hashTable || !isThere(database, shape.name)) continue;
      const records = database
        .prepare<[], Record<string, StoredValue>>(
          `SELECT * FROM ${shape.name} ${tableItself(database, shape.name)}`,
        )
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
function hashesIn(database: Database): (table: string, key: string) => Buffer | undefined {
  if (!isThere(database, hashTable)) return () => undefined;
  const stored = database
    .prepare<[], { kind: string; key: string; hash: Buffer }>(
      `SELECT kind, key, hash FROM ${hashTable} ${tableItself(database, hashTable)}`,
    )
    .all();
  const hashes = new Map(stored.map(({ kind, key, hash }) => [`${kind} ${key}`, hash]));
  return (table, key) => hashes.get(`${table} ${key}`);
}

function isThere(database: Database, table: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !==
    undefined
  );
}
