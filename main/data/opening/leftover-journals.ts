import { lstatSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { whileHeld } from '../patience.ts';
import { writingFailureOf } from './file-failure.ts';
import { syncFolder } from './sync-folder.ts';

/** How SQLite calls what it would play into a file, after the file's own name. */
const endings = ['-journal', '-wal', '-shm'] as const;
export type JournalEnding = (typeof endings)[number];

/** Renames what a former library of this name left, before another file gets the name: SQLite would play it into that. */
export function setLeftoversAside(path: string): Result<null, WriteFailure | LibraryFailure> {
  try {
    for (const ending of endings) setAside(path, ending);
    return success(null);
  } catch (error) {
    return failed(writingFailureOf(error, path));
  }
}

/** Renames one of them to `NAME-journal.old`; answers the new path, null where there is none. Throws the errors of node:fs. */
export function setAside(path: string, ending: JournalEnding): string | null {
  const leftover = `${path}${ending}`;
  if (!isThere(leftover)) return null;
  let aside = `${leftover}.old`;
  for (let count = 2; isThere(aside); count += 1) aside = `${leftover}-${count}.old`;
  whileHeld('replace', () => renameSync(leftover, aside));
  syncFolder(dirname(path));
  return aside;
}

/** A link that leads nowhere is there, too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
