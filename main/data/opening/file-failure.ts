import SqliteDatabase from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { saidTooLong } from '../../domain/path-limits.ts';
import { DamagedContent, openingFailureOf, PassingTrouble, writeFailureOf } from '../sqlite-failure.ts';

/** The code of an error of node:fs, as `ENOENT`; anything else is thrown on. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/** True of what a disk, or the network before it, says when it does not answer. */
export function isOfDisk(code: string): boolean {
  return ['EIO', 'ETIMEDOUT', 'EREMOTEIO', 'ESTALE', 'ENETUNREACH', 'EHOSTDOWN', 'ENXIO'].includes(code);
}

/** Why a file could not be made at `path`. */
export function fileFailureOf(error: unknown, path: string): WriteFailure {
  const code = codeOf(error);
  switch (code) {
    case 'ENAMETOOLONG':
      return saidTooLong(path, process.platform === 'win32');
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'target-folder-missing', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'target-read-only', path };
    case 'EBUSY':
      return { code: 'target-in-use', path };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path };
    default:
      return { code: 'write-failed', path, cause: code };
  }
}

/** Why a library could not be written to a file, whether SQLite says so or node:fs. */
export function writingFailureOf(error: unknown, path: string): WriteFailure | LibraryFailure {
  return isOfDatabase(error) ? writeFailureOf(error, path) : fileFailureOf(error, path);
}

/** Why a library could not be read from a file, whether SQLite says so or node:fs. */
export function readingFailureOf(error: unknown, path: string): WriteFailure | LibraryFailure {
  if (isOfDatabase(error)) return openingFailureOf(error, path);
  const code = codeOf(error);
  if (code === 'EBUSY') return { code: 'library-in-use', path };
  return isOfDisk(code)
    ? { code: 'disk-trouble', path, cause: code }
    : { code: 'library-unreadable', path, cause: code };
}

function isOfDatabase(error: unknown): boolean {
  return (
    error instanceof SqliteDatabase.SqliteError ||
    error instanceof DamagedContent ||
    error instanceof PassingTrouble
  );
}
