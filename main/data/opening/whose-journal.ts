import { isSameState, markOnPage, type CommitMark } from '../commit-mark.ts';
import type { RollbackJournal } from './rollback-journal.ts';

/**
 * Whose a journal is that lies beside a database file. `own`: the file's; a transaction on it was cut off. `foreign`:
 * another file's, such as the one that stood here before. `unknown`: there are no marks to tell by.
 */
export type JournalOwner = 'own' | 'foreign' | 'unknown';

/**
 * Compares the mark that the journal leads back to with the file's own (commit-mark.ts).
 *
 * The file's page with the mark was either not written yet, and bears the same, or it was, and names that as the one
 * before; whatever became of its other pages.
 */
export function ownerOf(journal: RollbackJournal, database: Buffer): JournalOwner {
  // No transaction of this program goes over several databases.
  if (journal.isOfSeveral) return 'foreign';
  const pageSize = pageSizeOf(database);
  if (pageSize !== null && pageSize !== journal.pageSize) return 'foreign';
  for (const { number, bytes } of journal.written) {
    const was = markOnPage(bytes);
    if (was === null) continue;
    const is = markOnPage(database.subarray((number - 1) * journal.pageSize, number * journal.pageSize));
    return is === null ? 'unknown' : ownerByMarks(is, was);
  }
  return 'unknown';
}

function ownerByMarks(is: CommitMark, was: CommitMark): JournalOwner {
  return isSameState(is, was) || isSameState(is.before, was) ? 'own' : 'foreign';
}

/** Null where the header was not written as a whole. */
function pageSizeOf(database: Buffer): number | null {
  if (database.length < 100 || database.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  const size = database.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}
