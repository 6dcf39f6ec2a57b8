import type { Database } from 'better-sqlite3';
import { hasHashes, hashedTables, hashTable, keyExpression, rowOrder } from './hashed-tables.ts';
import { recordHash, type StoredValue } from './record-hash.ts';

/**
 * Has every change of content write its hash, in the same transaction: whoever writes a record, and however.
 *
 * The triggers are this connection's own (TEMP): a library's schema calls no function (`trusted_schema` is off), and
 * any SQLite can read the file. Does nothing in a library without hashes. Throws SqliteError.
 */
export function keepHashes(database: Database): void {
  if (!hasHashes(database)) return;
  forgetToKeep(database);
  defineHash(database);
  database.exec(hashedTables(database).map(triggersOf).join('\n'));
}

/** Takes back {@link keepHashes}. Throws SqliteError. */
export function forgetToKeep(database: Database): void {
  const triggers = database
    .prepare<[], string>(
      "SELECT name FROM temp.sqlite_schema WHERE type = 'trigger' AND name LIKE 'hash\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
  for (const trigger of triggers) database.exec(`DROP TRIGGER temp.${trigger}`);
}

/** Makes `record_hash(table, value …)` callable in SQL. */
export function defineHash(database: Database): void {
  database.function(
    'record_hash',
    { deterministic: true, varargs: true },
    (table: string, ...values: StoredValue[]) => recordHash(table, values),
  );
}

/** Hashes every record as it stands, and every report's order of rows. Throws SqliteError. */
export function hashAll(database: Database): void {
  defineHash(database);
  for (const table of hashedTables(database)) {
    database.exec(`INSERT INTO ${hashTable} (kind, key, hash)
      SELECT '${table.name}', ${keyExpression(table)}, record_hash('${table.name}', ${table.columns.join(', ')})
      FROM ${table.name} ORDER BY 2`);
  }
  const keepOrder = orderKeeper(database);
  for (const report of database.prepare<[], string>('SELECT id FROM reports').pluck().all())
    keepOrder(report);
}

/** Hashes the order of a report's rows; to be called in each transaction that changes it. */
export function orderKeeper(database: Database): (report: string) => void {
  if (!hasHashes(database)) return () => undefined;
  const order = database
    .prepare<[string], string>('SELECT id FROM initiatives WHERE report = ? ORDER BY position')
    .pluck();
  const keep = database.prepare(
    `INSERT OR REPLACE INTO ${hashTable} (kind, key, hash) VALUES ('${rowOrder}', ?, ?)`,
  );
  return (report) => keep.run(report, orderHash(report, order.all(report)));
}

/** The hash of the order of a report's rows. */
export function orderHash(report: string, rows: readonly string[]): Buffer {
  return recordHash(rowOrder, [report, ...rows]);
}

type Table = ReturnType<typeof hashedTables>[number];

function triggersOf(table: Table): string {
  const { name, columns } = table;
  const hashOf = (prefix: 'NEW.' | 'OLD.'): string =>
    `record_hash('${name}', ${columns.map((column) => prefix + column).join(', ')})`;
  const [was, is] = [keyExpression(table, 'OLD.'), keyExpression(table, 'NEW.')];
  // Not INSERT OR REPLACE: a trigger takes over how the statement that fires it answers conflicts.
  const keep = `INSERT INTO ${hashTable} (kind, key, hash) VALUES ('${name}', ${is}, ${hashOf('NEW.')})
    ON CONFLICT (kind, key) DO UPDATE SET hash = excluded.hash;`;
  // A record that was damaged before it is changed keeps the hash of what it had been: a save makes no damage right.
  const renew = `UPDATE ${hashTable} SET key = ${is}, hash = ${hashOf('NEW.')}
    WHERE kind = '${name}' AND key = ${was} AND hash = ${hashOf('OLD.')};`;
  const forget = `DELETE FROM ${hashTable} WHERE kind = '${name}' AND key = ${was};`;
  const trigger = (event: string, body: string): string =>
    `CREATE TEMP TRIGGER hash_${name}_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON main.${name} BEGIN ${body} END;`;
  return [
    trigger('INSERT', keep),
    trigger(`UPDATE OF ${columns.join(', ')}`, renew),
    trigger('DELETE', forget),
  ].join('\n');
}
