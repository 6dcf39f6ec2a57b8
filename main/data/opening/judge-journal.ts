import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { Migration } from '../migrations/migration.ts';
import { findContradiction } from './check-content.ts';
import { connectInMemory } from './connection.ts';
import { readingFailureOf } from './file-failure.ts';
import { lookThrough } from './look-through.ts';
import { playBack, readJournal } from './rollback-journal.ts';
import { ownerOf, type JournalOwner } from './whose-journal.ts';

export interface JudgedLibrary {
  /** Whose the journal is: `own` is to be played back, `foreign` must not be. */
  readonly owner: Exclude<JournalOwner, 'unknown'>;
  /** The library's bytes as they are to be: sound, looked through in memory. */
  readonly bytes: Buffer;
}

interface State {
  readonly bytes: Buffer;
  readonly looked: ReturnType<typeof lookAt>;
}

/**
 * Decides whether a journal is played back into the file beside it, by looking at both outcomes in memory.
 *
 * Where their marks tell whose the journal is, the other outcome is taken only by a file that is sound in no other way.
 * Without marks (a library of an older version, a transaction of another program) the sounder of both is taken, and
 * the file as it stands when both are sound: a transaction that was written in part shows in its tables, so one that
 * does not show was written as a whole or not at all, while playing back a stranger's journal takes away what stands
 * there. When neither is sound nothing is done: the failure is that of the library as SQLite would make it.
 */
export function judgeJournal(
  path: string,
  database: Buffer,
  journalBytes: Buffer,
  migrations: readonly Migration[],
): Result<JudgedLibrary, LibraryFailure | WriteFailure> {
  const look = (bytes: Buffer): State => ({ bytes, looked: lookAt(bytes, path, migrations) });
  const settled = (owner: JudgedLibrary['owner'], { bytes, looked }: State) =>
    looked.ok ? success({ owner, bytes }) : looked;
  const journal = readJournal(journalBytes);
  if (journal === null) return settled('foreign', look(database));
  const owner = ownerOf(journal, database);
  if (owner === 'foreign') return settled('foreign', look(database));
  const before = playBack(database, journal);
  // Nothing was written yet: SQLite has only to put the journal away.
  if (before.equals(database)) return success({ owner: 'own', bytes: database });
  const played = look(before);
  if (owner === 'own' && played.looked.ok) return settled('own', played);
  const standing = look(database);
  return rankOf(standing) <= rankOf(played) && standing.looked.ok
    ? settled('foreign', standing)
    : settled('own', played);
}

/** The lower, the sounder. */
function rankOf({ looked }: State): number {
  if (!looked.ok) return 2;
  return looked.value === 'sound' ? 0 : 1;
}

function lookAt(
  bytes: Buffer,
  path: string,
  migrations: readonly Migration[],
): ReturnType<typeof lookThrough> {
  try {
    const database = connectInMemory(bytes);
    try {
      const looked = lookThrough(database, path, migrations);
      const contradiction = looked.ok ? findContradiction(database) : null;
      return contradiction === null
        ? looked
        : failed({ code: 'library-damaged', path, detail: contradiction });
    } finally {
      database.close();
    }
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
}
