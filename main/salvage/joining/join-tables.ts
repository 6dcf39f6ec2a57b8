import type { BackupTables, Candidate, FileTable, JoinedRecord, TableRecord } from './records.ts';

/** Tables that only ever grow: what a backup has of them is as it was written, for ever. */
export const growing: ReadonlySet<string> = new Set([
  'steps',
  'edits',
  'exports',
  'bring_backs',
  'marked_fields',
  'signed_revisions',
  'started_revisions',
]);

/**
 * Joins what the file has of a table with what a backup has. A record that is missing although nothing of its table
 * is was taken out by a person and stays out; any other comes from the backup.
 */
export function joinTable(table: FileTable, backup: BackupTables): Map<string, JoinedRecord> {
  const backed = backup.get(table.shape.name) ?? new Map<string, TableRecord>();
  const joined = new Map<string, JoinedRecord>();
  for (const [key, [best]] of table.found) {
    const other = backed.get(key);
    joined.set(key, isSure(table, best) || other === undefined ? own(best) : better(table, best, other));
  }
  for (const [key, record] of backed) {
    if (!joined.has(key) && !wasTakenOut(table, key)) joined.set(key, { record, origin: 'backup' });
  }
  return joined;
}

/** True where the record's own table, or the list of what it holds, is all there and has no such record. */
export function wasTakenOut({ shape, isWhole, live }: FileTable, key: string): boolean {
  if (growing.has(shape.name)) return false;
  return isWhole || live?.has(key) === false;
}

function isSure(table: FileTable, { record, isProven, standing, doubtful }: Candidate): boolean {
  return isProven || (standing === 'tree' && doubtful.length === 0 && table.fits(record) !== false);
}

const own = ({ record }: Candidate): JoinedRecord => ({ record, origin: 'file' });

/** The file's record is doubtful or stands where no tree leads, and the backup has one of its key. */
function better(table: FileTable, best: Candidate, other: TableRecord): JoinedRecord {
  if (growing.has(table.shape.name)) return { record: other, origin: 'backup' };
  const filled = Object.fromEntries(best.doubtful.map((column) => [column, other[column] ?? null]));
  const mended = { ...best.record, ...filled };
  for (const record of [mended, other]) {
    if (table.fits(record) === true) return { record, origin: 'backup' };
  }
  return best.doubtful.length === 0 ? own(best) : { record: mended, origin: 'backup' };
}
