import type { Database } from 'better-sqlite3';
import { markAnew } from '../commit-mark.ts';
import { comparedFact } from '../hashes/compare-with-log.ts';
import { keepHashes } from '../hashes/keep-hashes.ts';
import type { Migration } from '../migrations/migration.ts';
import { applicationId, connectInMemory } from './connection.ts';
import { migrate } from './migrate.ts';

/** Newest tables without a fact, by the list that led to them: a process makes them once. */
const tables = new WeakMap<readonly Migration[], Buffer>();

/**
 * The bytes of a library in which nothing was stored yet, of the newest version of `migrations`, made at `at`.
 *
 * It comes about in memory: on a disk each version on the way would be synced. Throws SqliteError.
 */
export function emptyLibrary(migrations: readonly Migration[], at: Date): Buffer {
  const newest =
    tables.get(migrations) ?? inMemory(Buffer.alloc(0), (database) => fill(database, migrations));
  tables.set(migrations, newest);
  return inMemory(newest, (database) => begin(database, at));
}

function inMemory(bytes: Buffer, change: (database: Database) => void): Buffer {
  const database = connectInMemory(bytes);
  try {
    change(database);
    return database.serialize();
  } finally {
    database.close();
  }
}

function fill(database: Database, migrations: readonly Migration[]): void {
  database.pragma(`application_id = ${applicationId}`);
  migrate(database, migrations);
}

function begin(database: Database, at: Date): void {
  // No two libraries have one mark, though they have one origin.
  markAnew(database);
  keepHashes(database);
  const fact = database.prepare('INSERT INTO library_facts (key, value) VALUES (?, ?)');
  fact.run('created_at', at.toISOString());
  // Nothing will stand in it without a hash.
  fact.run(comparedFact, at.toISOString());
}
