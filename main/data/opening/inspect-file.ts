import { accessSync, constants, realpathSync, statSync, type BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import type { LibraryFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { saidTooLong } from '../../domain/path-limits.ts';
import { applicationId } from './connection.ts';
import { codeOf, isOfDisk } from './file-failure.ts';
import { hasUnfinishedTransaction, readFileHeader } from './file-header.ts';
import { fileKey, isHeld } from './held-files.ts';

/** A file that may be opened: its true path, and how this process knows it. */
export interface InspectedFile {
  readonly file: string;
  readonly key: string;
  /** The file takes writes, and its folder takes the journal beside it. */
  readonly isWritable: boolean;
}

/** Refuses what is no usable library before SQLite touches it, so that it stays as it is. */
export function inspectFile(path: string, supported: number): Result<InspectedFile, LibraryFailure> {
  try {
    return inspect(path, supported);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENAMETOOLONG') return failed(saidTooLong(path, process.platform === 'win32'));
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed({ code: 'library-missing', path });
    if (code === 'EBUSY') return failed({ code: 'library-in-use', path });
    if (isOfDisk(code)) return failed({ code: 'disk-trouble', path, cause: code });
    return failed({ code: 'library-unreadable', path, cause: code });
  }
}

function inspect(path: string, supported: number): Result<InspectedFile, LibraryFailure> {
  const file = realpathSync(path);
  const stats = statSync(file, { bigint: true });
  if (stats.isDirectory()) return failed({ code: 'library-is-a-folder', path });
  // A pipe or a device would hang or answer nonsense.
  if (!stats.isFile()) return failed({ code: 'library-not-a-database', path });
  // better-sqlite3 trims names and would open another file.
  if (file !== file.trim()) return failed({ code: 'library-unreadable', path, cause: 'EINVAL' });
  const key = fileKey(stats);
  if (isHeld(key)) return failed({ code: 'library-in-use', path });

  const header = readFileHeader(file);
  const unfinished = hasUnfinishedTransaction(file);
  if (!header.isDatabase && !(unfinished && stats.size > 0n)) {
    return failed({ code: 'library-not-a-database', path });
  }
  if (!header.isComplete) return failed({ code: 'library-damaged', path, detail: 'header cut off' });
  if (header.isDatabase && header.applicationId !== applicationId) {
    return failed({ code: 'library-of-another-program', path, applicationId: header.applicationId });
  }
  // An unfinished migration's number is taken back with it: asked again once SQLite has done so.
  if (!unfinished && header.userVersion > supported) {
    return failed({ code: 'library-from-the-future', path, version: header.userVersion, supported });
  }
  return success({ file, key, isWritable: canBeWritten(file, stats) });
}

function canBeWritten(file: string, stats: BigIntStats): boolean {
  const folder = dirname(file);
  // Permission bits don't bind an administrator, but they say what was meant.
  if ((stats.mode & 0o222n) === 0n) return false;
  // On Windows that bit of a folder means a custom icon.
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o222) === 0) return false;
  try {
    accessSync(file, constants.W_OK);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
