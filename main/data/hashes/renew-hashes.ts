import type { Database } from 'better-sqlite3';
import { hasHashes, hashedTables, hashTable, keyExpression, type HashedTable } from './hashed-tables.ts';
import { defineHash, forgetToKeep, keepHashes } from './keep-hashes.ts';

/**
 * Runs a change of the tables themselves (a migration), and has every hash cover the columns that its table has then.
 *
 * Only what fitted its hash before is given a new one: damage does not become right by a migration. What the change
 * itself writes is hashed as it is written. Throws SqliteError, and what `change` throws.
 */
export function withHashes(database: Database, change: () => void): void {
  if (!hasHashes(database)) {
    change();
    return;
  }
  const before = hashedTables(database);
  keepHashes(database);
  try {
    change();
  } finally {
    forgetToKeep(database);
  }
  for (const table of hashedTables(database)) {
    renew(
      database,
      table,
      before.find(({ name }) => name === table.name),
    );
  }
}

function renew(database: Database, table: HashedTable, was: HashedTable | undefined): void {
  defineHash(database);
  const { name, columns } = table;
  const hashOver = (list: readonly string[]): string => `record_hash('${name}', ${list.join(', ')})`;
  if (was === undefined) {
    database.exec(`INSERT INTO ${hashTable} (kind, key, hash)
      SELECT '${name}', ${keyExpression(table)}, ${hashOver(columns)} FROM ${name} WHERE true
      ON CONFLICT (kind, key) DO NOTHING`);
    return;
  }
  if (was.columns.join() === columns.join()) return;
  // A column that is no more can't be asked whether it fitted.
  const canBeAsked = was.columns.every((column) => columns.includes(column));
  database.exec(`UPDATE ${hashTable} AS h SET hash = ${hashOver(columns.map((column) => `t.${column}`))}
    FROM (SELECT *, ${keyExpression(table)} AS hash_key FROM ${name}) t
    WHERE h.kind = '${name}' AND h.key = t.hash_key
    ${canBeAsked ? `AND h.hash = ${hashOver(was.columns.map((column) => `t.${column}`))}` : ''}`);
}
