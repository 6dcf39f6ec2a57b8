import type { Database } from 'better-sqlite3';
import { markerOf } from '../commit-mark.ts';
import { withHashes } from '../hashes/renew-hashes.ts';
import type { Migration } from '../migrations/migration.ts';

/** The number of the last migration that a database has gone through. */
export function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/** The version that a list of migrations leads to. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Brings a database to the newest version, one transaction per migration.
 *
 * A migration that fails leaves the database at the version before it, and its error is thrown.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) throw new Error(`migration ${index + 1} is numbered ${version}: ${name}`);
  });
  // A table can only be rebuilt while nothing is said to refer to it (SQLite, ALTER TABLE, 7).
  database.pragma('foreign_keys = OFF');
  try {
    const current = versionOf(database);
    for (const migration of migrations.slice(current)) {
      database.transaction(carryOut).immediate(database, migration);
    }
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function carryOut(database: Database, migration: Migration): void {
  // Not taken up beforehand: a migration that fails leaves the file byte for byte as it was.
  markerOf(database).moveOn();
  withHashes(database, () => migration.up(database));
  const dangling = database.pragma('foreign_key_check') as unknown[];
  if (dangling.length > 0) {
    throw new Error(`migration ${migration.version} leaves ${dangling.length} dangling references`);
  }
  database.pragma(`user_version = ${migration.version}`);
}
