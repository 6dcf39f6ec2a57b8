import { statSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { PassingTrouble } from '../sqlite-failure.ts';
import { discard } from './discard.ts';

/** "SENG": marks a file as a library of this program. */
export const applicationId = 0x53454e47;

/** 3.53.2 is the first without the known ways to lose or overrun data. */
const oldestSqlite = [3, 53, 2] as const;

/** How long another program's short hold on the file (a virus scan, a copy) is waited for, in ms. */
export const patience = 200;

/** Each with what it must read back as. */
const settings = [
  // The rows of a report are read by many small statements; none may see or meet another program's.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  // With FULL, TRUNCATE syncs the emptied journal too: after a power cut no acknowledged step comes undone.
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // A file may come from anyone: its schema calls no functions with side effects.
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // What is read stays in memory, up to half a gigabyte: should somebody overwrite the file, it is written out again
  // from there (file-watch.ts).
  ['cache_size', '-524288', -524288],
  // A mapped file turns a disk error into a crash.
  ['mmap_size', '0', 0],
] as const;

/**
 * Opens a database file for this process alone, with every setting checked.
 *
 * Takes back what a crash left unfinished. Writes nothing else and leaves no file beside it.
 * Throws SqliteError and PassingTrouble.
 */
export function connect(file: string, mustExist = true): Database {
  const database = new SqliteDatabase(file, { fileMustExist: mustExist, timeout: patience });
  try {
    requireSqlite(database);
    database.pragma('locking_mode = EXCLUSIVE');
    // In this mode the lock stays when the transaction ends. It comes first, because a busy file
    // makes some settings fail without a word.
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    for (const [name, value, expected] of settings) {
      database.pragma(`${name} = ${value}`);
      const found = database.pragma(name, { simple: true });
      // A setting that does not take says without a word that the file did not answer.
      if (found !== expected) {
        throw new PassingTrouble(`${name} is ${String(found)} and not ${expected}`);
      }
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Takes the bytes of a library as a database in memory, for looking at what can't or must not be written. What is
 * written to it there is gone with it. Throws SqliteError.
 */
export function connectInMemory(bytes: Buffer): Database {
  const database = new SqliteDatabase(bytes);
  try {
    requireSqlite(database);
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Closes a database whose file is no longer its own: nothing is written to what stands there. */
export function abandon(database: Database, file: string): void {
  database.close();
  // Only an empty journal: any other is needed to put the file in order.
  if (statSync(`${file}-journal`, { throwIfNoEntry: false })?.size === 0) discard(`${file}-journal`);
}

/** Closes a database and takes its empty journal away, so that one file stays. */
export function disconnect(database: Database): void {
  try {
    database.pragma('locking_mode = NORMAL');
    // Gives up the lock, so that the journal is deleted only under a new one and only when it is empty.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    database.pragma('journal_mode = DELETE');
  } catch {
    // An empty journal that stays does no harm; one that is needed must stay.
  }
  database.close();
}

function requireSqlite(database: Database): void {
  const version = database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  const found = version.split('.').map(Number);
  const difference = oldestSqlite.map((part, index) => (found[index] ?? 0) - part).find((d) => d !== 0);
  if (difference !== undefined && difference < 0) {
    throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  }
  requireOneSqlite();
}

/**
 * Two copies of SQLite in one process undo each other's locks on POSIX, so that a file both have open is damaged.
 *
 * @see https://www.sqlite.org/howtocorrupt.html#multiple_copies_of_sqlite_linked_into_the_same_application
 */
function requireOneSqlite(): void {
  const { moduleLoadList = [] } = process as { readonly moduleLoadList?: readonly string[] };
  if (moduleLoadList.includes('NativeModule sqlite')) {
    throw new Error('node:sqlite is loaded beside better-sqlite3');
  }
}
