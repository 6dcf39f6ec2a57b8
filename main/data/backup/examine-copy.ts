import SqliteDatabase from 'better-sqlite3';
import { canBeRescued } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { checkContent, findContradiction } from '../opening/check-content.ts';
import { misfitsAtOnce } from '../hashes/check-hashes.ts';
import { connectInMemory } from '../opening/connection.ts';
import { settledBytes } from '../opening/settle-journal.ts';
import { openingFailureOf } from '../sqlite-failure.ts';
import { digestAtOnce, type ContentDigest } from './content-digest.ts';

/** What a copy holds, and how many of its records are not as they were stored: it holds what the library held. */
export interface ExaminedCopy extends ContentDigest {
  readonly misfits: number;
}

const unanswered = 'not read: ';

/**
 * The failure where a copy could not be read, for whatever reason but what stands in it: the disk did not answer, nobody
 * may read it, there is no memory. Whether it is damaged is not known then. `cause`: for the log.
 */
export function couldNotRead(cause: string): Result<never, string> {
  return failed(unanswered + cause);
}

/** Whether a failure says nothing of what stands in the copy. */
export function isUnread(failure: string): boolean {
  return failure.startsWith(unanswered);
}

/**
 * Reads a copy of a library from end to end, as it stands on the disk: is every page of it whole, do its tables go
 * together, and what does it hold? Fails with what is wrong, for the log.
 */
export function examineCopy(file: string): Result<ExaminedCopy, string> {
  let database: SqliteDatabase.Database | null = null;
  try {
    const opened = openCopy(file);
    if (!opened.ok) return opened;
    database = opened.value;
    const found = database.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') return failed(String(found));
    const { damage } = checkContent(database);
    const wrong = damage ?? findContradiction(database);
    if (wrong !== null) return failed(wrong);
    return success({ ...digestAtOnce(database), misfits: misfitsAtOnce(database).length });
  } catch (error) {
    return isOfContent(error, file) ? failed(String(error)) : couldNotRead(causeOf(error));
  } finally {
    database?.close();
  }
}

/** Opens a copy as it stands on the disk, for reading. Fails with why not, for the log; throws SqliteError. */
export function openCopy(file: string): Result<SqliteDatabase.Database, string> {
  const settled = settledBytes(file);
  if (settled === null) return success(connectForReading(file));
  if (settled.ok) return success(connectInMemory(settled.value));
  const { failure } = settled;
  return canBeRescued(failure) ? failed(JSON.stringify(failure)) : couldNotRead(JSON.stringify(failure));
}

/** Whether an error comes from what stands in the copy. */
function isOfContent(error: unknown, file: string): boolean {
  try {
    return canBeRescued(openingFailureOf(error, file));
  } catch {
    // Neither SQLite's nor of the content.
    return false;
  }
}

function causeOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? `${String(error.code)} ${error.message}`
    : String(error);
}

function connectForReading(file: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  return database;
}
