import { existsSync, linkSync, lstatSync, mkdtempSync, renameSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { libraryPathTooLong } from '../../domain/path-limits.ts';
import { workshopPrefix, writerOn } from '../../domain/unfinished-names.ts';
import { codeOf, writingFailureOf } from './file-failure.ts';
import { discard } from './discard.ts';
import { emptyLibrary } from './empty-library.ts';
import { setLeftoversAside } from './leftover-journals.ts';
import type { Migration } from '../migrations/migration.ts';
import { whileHeld } from '../patience.ts';
import { syncFolder } from './sync-folder.ts';
import { writeWhole } from './write-whole.ts';

type CreatingFailure = LibraryFailure | WriteFailure;

/**
 * Makes an empty library file at an absolute path.
 *
 * It is made in a folder of its own and then given its name, so that a crash never leaves half a
 * library under that name, and a file that stands there is never replaced.
 */
export function createLibraryFile(
  path: string,
  at: Date,
  migrations: readonly Migration[],
): Result<void, CreatingFailure> {
  let workshop: string | null = null;
  try {
    const refusal = findRefusal(path);
    if (refusal !== null) return failed(refusal);
    const folder = dirname(path);
    workshop = mkdtempSync(join(folder, workshopPrefix(writerOn(hostname(), process.pid))));
    const draft = join(workshop, 'new.sengen');
    writeWhole(draft, emptyLibrary(migrations, at), 0o644);
    const cleared = setLeftoversAside(path);
    if (!cleared.ok) return cleared;
    giveName(draft, path);
    syncFolder(folder);
    return success(undefined);
  } catch (error) {
    return failed(creatingFailureOf(error, path));
  } finally {
    if (workshop !== null) discard(workshop);
  }
}

function findRefusal(path: string): CreatingFailure | null {
  const tooLong = libraryPathTooLong(path, process.platform === 'win32');
  if (tooLong !== null) return tooLong;
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing?.isDirectory()) return { code: 'library-is-a-folder', path };
  if (standing !== undefined) return { code: 'library-exists', path };
  // better-sqlite3 trims names and would make another file.
  if (path !== path.trim()) return { code: 'write-failed', path, cause: 'EINVAL' };
  // As when opening: the bits count for an administrator too.
  const { mode } = statSync(dirname(path));
  if (process.platform !== 'win32' && (mode & 0o222) === 0) return { code: 'target-read-only', path };
  return null;
}

function giveName(draft: string, path: string): void {
  try {
    // Unlike a rename, a link never replaces what another program has put there meanwhile.
    whileHeld('replace', () => linkSync(draft, path));
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(path)) throw error;
    // Some file systems, such as a USB stick's, have no links.
    whileHeld('replace', () => renameSync(draft, path));
  }
}

function creatingFailureOf(error: unknown, path: string): CreatingFailure {
  const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
  return exists ? { code: 'library-exists', path } : writingFailureOf(error, path);
}
