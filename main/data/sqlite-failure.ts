import SqliteDatabase from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';

/** What SQLite's errors mean to a person. An error that only a bug can cause is thrown on. */

/** What is stored can't be what this program wrote. */
export class DamagedContent extends Error {}

/** The disk did not answer, as SQLite tells in the middle of a check; whether anything is damaged is not known. */
export class PassingTrouble extends Error {}

/** A library that can't be read, found where a caller expects plain values. */
export class LibraryDamaged extends Error {
  readonly failure: LibraryFailure;

  constructor(failure: LibraryFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Why a library could not be opened. Answers for every code of SQLite: before it is open, all depends on the file. */
export function openingFailureOf(error: unknown, path: string): LibraryFailure | WriteFailure {
  switch (primaryCode(error)) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { code: 'library-in-use', path };
    // Before a library is open, no statement is wrong: what they meet is not what this program stores.
    case 'SQLITE_ERROR':
    case 'SQLITE_CONSTRAINT':
    case 'SQLITE_MISMATCH':
    case 'SQLITE_TOOBIG':
    case 'SQLITE_RANGE':
    case 'SQLITE_SCHEMA':
      return { code: 'library-damaged', path, detail: messageOf(error) };
    case null:
      return readFailureOf(error, path);
    default:
      return knownReadFailure(error, path) ?? { code: 'library-unreadable', path, cause: messageOf(error) };
  }
}

/** Why stored content could not be read. */
export function readFailureOf(error: unknown, path: string): LibraryFailure {
  const failure = knownReadFailure(error, path);
  if (failure === null) throw error;
  return failure;
}

function knownReadFailure(error: unknown, path: string): LibraryFailure | null {
  if (error instanceof DamagedContent) {
    return { code: 'library-damaged', path, detail: error.message };
  }
  if (error instanceof PassingTrouble) return { code: 'disk-trouble', path, cause: error.message };
  switch (primaryCode(error)) {
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
    case 'SQLITE_FORMAT':
      return { code: 'library-damaged', path, detail: messageOf(error) };
    case 'SQLITE_NOMEM':
      return { code: 'memory-short', path };
    case 'SQLITE_IOERR':
    case 'SQLITE_PROTOCOL':
      return error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_IOERR_NOMEM'
        ? { code: 'memory-short', path }
        : { code: 'disk-trouble', path, cause: messageOf(error) };
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { code: 'library-in-use', path };
    // Reading writes, too: what a save that failed left in the file is taken back first.
    case 'SQLITE_FULL':
      return { code: 'disk-full', path };
    case 'SQLITE_READONLY':
      return { code: 'library-read-only', path };
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
    case 'SQLITE_NOLFS':
      return { code: 'library-unreadable', path, cause: messageOf(error) };
    default:
      return null;
  }
}

/** Why a change could not be stored. It was taken back as a whole. */
export function writeFailureOf(error: unknown, path: string): WriteFailure | LibraryFailure {
  switch (primaryCode(error)) {
    case 'SQLITE_FULL':
      return { code: 'disk-full', path };
    case 'SQLITE_READONLY':
      return { code: 'target-read-only', path };
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { code: 'target-in-use', path };
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
      return { code: 'write-failed', path, cause: messageOf(error) };
    default:
      return readFailureOf(error, path);
  }
}

/** The disk did not answer; the same may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  return error instanceof PassingTrouble || primaryCode(error) === 'SQLITE_IOERR';
}

/** An identifier was to be stored that stands in the library already. */
export function isTakenIdentifier(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** `SQLITE_IOERR_WRITE` → `SQLITE_IOERR` */
function primaryCode(error: unknown): string | null {
  if (!(error instanceof SqliteDatabase.SqliteError)) return null;
  return error.code.split('_', 2).join('_');
}

function messageOf(error: unknown): string {
  return error instanceof SqliteDatabase.SqliteError ? `${error.code}: ${error.message}` : String(error);
}
