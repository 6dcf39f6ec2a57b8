import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, renameSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { workshopPrefix, writerOn } from '../../domain/unfinished-names.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import { applicationId, connect, disconnect } from './connection.ts';
import { discard } from './discard.ts';
import { migrate, versionOf } from './migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { holdsContent } from '../holds-content.ts';
import { whileHeld } from '../patience.ts';
import { countItself, tableItself } from '../table-itself.ts';
import { syncFolder } from './sync-folder.ts';

/** A new file with a library's content, not yet in the library's place. */
export interface MovedContent {
  /**
   * Puts it into the place of the library, of which nobody may have a handle any more: Windows replaces no file that
   * is open. Throws the errors of node:fs.
   */
  takePlace(): void;
  /** Takes the folder away in which it was made. */
  cleanUp(): void;
}

/**
 * Writes all content of an open library, record by record, into a new file beside it, whose indexes and search
 * index are made anew. Nothing but the tables themselves is read, so that no broken index can get in.
 *
 * For a library whose content is sound and whose derived parts are not. Throws SqliteError, DamagedContent and
 * the errors of node:fs.
 */
export function moveContent(
  database: Database,
  file: string,
  migrations: readonly Migration[],
): MovedContent {
  const workshop = mkdtempSync(join(dirname(file), workshopPrefix(writerOn(hostname(), process.pid))));
  const cleanUp = (): void => {
    discard(workshop);
  };
  const draft = join(workshop, 'new.sengen');
  try {
    makeEmpty(draft, migrations.slice(0, versionOf(database)));
    copyInto(database, draft);
    checkAndSync(draft);
  } catch (error) {
    cleanUp();
    throw error;
  }
  return {
    takePlace: () => {
      chmodSync(draft, statSync(file).mode & 0o777);
      whileHeld('replace', () => renameSync(draft, file));
      syncFolder(dirname(file));
    },
    cleanUp,
  };
}

function makeEmpty(draft: string, migrations: readonly Migration[]): void {
  const database = connect(draft, false);
  try {
    database.pragma(`application_id = ${applicationId}`);
    migrate(database, migrations);
  } finally {
    disconnect(database);
  }
}

function copyInto(database: Database, draft: string): void {
  database.prepare('ATTACH DATABASE ? AS fresh').run(draft);
  database.pragma('foreign_keys = OFF');
  try {
    database.transaction(() => {
      for (const table of tablesOf(database)) copyTable(database, table);
      database.exec(`DELETE FROM fresh.sqlite_sequence;
        INSERT INTO fresh.sqlite_sequence SELECT name, seq FROM main.sqlite_sequence`);
    })();
  } finally {
    database.exec('DETACH DATABASE fresh');
    database.pragma('foreign_keys = ON');
  }
}

function tablesOf(database: Database): string[] {
  return database
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all()
    .filter(holdsContent);
}

function copyTable(database: Database, table: string): void {
  // With a condition: else SQLite would copy whole pages of the table and its indexes, broken ones too.
  database.exec(
    `DELETE FROM fresh.${table};
     INSERT INTO fresh.${table} SELECT * FROM main.${table} ${tableItself(database, table)} WHERE +1`,
  );
  if (countItself(database, table, 'fresh') !== countItself(database, table))
    throw new DamagedContent(`records of ${table} did not all move`);
}

function checkAndSync(draft: string): void {
  const database = new SqliteDatabase(draft, { readonly: true, fileMustExist: true });
  try {
    const found = database.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new DamagedContent(String(found));
  } finally {
    database.close();
  }
  const handle = whileHeld('open', () => openSync(draft, 'r+'));
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
