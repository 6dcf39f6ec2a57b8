import SqliteDatabase from 'better-sqlite3';
import { failed, success, type Result } from '../../../shared/result.ts';
import { checkContent, findContradiction } from '../opening/check-content.ts';
import { misfitsAtOnce } from '../hashes/check-hashes.ts';
import { connectInMemory } from '../opening/connection.ts';
import { settledBytes } from '../opening/settle-journal.ts';
import { isPassing } from '../sqlite-failure.ts';
import { digestAtOnce, type ContentDigest } from './content-digest.ts';

/** What a copy holds, and how many of its records are not as they were stored: it holds what the library held. */
export interface ExaminedCopy extends ContentDigest {
  readonly misfits: number;
}

/** The failure where the disk did not answer: whether the copy is damaged is not known then. */
export const unanswered = 'the disk did not answer';

/**
 * Reads a copy of a library from end to end, as it stands on the disk: is every page of it whole, do its tables go
 * together, and what does it hold? Fails with what is wrong, for the log.
 */
export function examineCopy(file: string): Result<ExaminedCopy, string> {
  let database: SqliteDatabase.Database | null = null;
  try {
    const settled = settledBytes(file);
    if (settled?.ok === false) {
      const { failure } = settled;
      return failed(failure.code === 'disk-trouble' ? unanswered : JSON.stringify(failure));
    }
    database = settled === null ? connectForReading(file) : connectInMemory(settled.value);
    const found = database.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') return failed(String(found));
    const { damage } = checkContent(database);
    const wrong = damage ?? findContradiction(database);
    if (wrong !== null) return failed(wrong);
    return success({ ...digestAtOnce(database), misfits: misfitsAtOnce(database).length });
  } catch (error) {
    return failed(didNotAnswer(error) ? unanswered : String(error));
  } finally {
    database?.close();
  }
}

function didNotAnswer(error: unknown): boolean {
  return isPassing(error) || (error instanceof Error && 'code' in error && error.code === 'EIO');
}

function connectForReading(file: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  return database;
}
