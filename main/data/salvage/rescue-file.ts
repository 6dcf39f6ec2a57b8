import { readFileSync, statSync } from 'node:fs';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { writingFailureOf } from '../opening/file-failure.ts';
import { fileTables } from '../../salvage/joining/file-tables.ts';
import { joinLibrary, type ReportOutcome } from '../../salvage/joining/join-library.ts';
import { keyOf, type BackupTables, type FileTables, type Joined } from '../../salvage/joining/records.ts';
import { salvagePages } from '../../salvage/pages/salvage-pages.ts';
import { libraryShapes } from './library-shapes.ts';
import { readBackup, type ReadBackup } from './read-backup.ts';
import { fitsHash } from '../hashes/record-hash.ts';
import { writeJoined, type StoredHash } from './write-joined.ts';

/** What is to be rescued, and where to. */
export interface RescueTask {
  /** The damaged library, its journal beside it. Neither is opened for writing. */
  readonly file: string;
  /** Backups that may be of it, the latest first. */
  readonly backups: readonly string[];
  /** Where the new library is to be written; nothing stands there. */
  readonly draft: string;
}

/** What came back, and what did not. */
export interface RescuedContent {
  readonly reports: readonly ReportOutcome[];
  /** Records of each table that came back, by where they came from. */
  readonly tables: readonly {
    readonly name: string;
    readonly file: number;
    readonly log: number;
    readonly backup: number;
    readonly lost: number;
  }[];
  /** The backup that was joined; null for none. */
  readonly backup: string | null;
  readonly pages: number;
  readonly unreadablePages: number;
}

/**
 * Takes all that can be read out of a damaged library and writes it, joined with the latest backup of it that is whole,
 * into a new one. Throws SqliteError, DamagedContent and the errors of node:fs.
 */
export function rescueFile({ file, backups, draft }: RescueTask): RescuedContent {
  const shapes = libraryShapes();
  const journal = `${file}-journal`;
  const hasJournal = (statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const salvaged = salvagePages(readFileSync(file), hasJournal ? readFileSync(journal) : null, shapes);
  const tables = fileTables(salvaged, fitsHash);
  const backup = latestOf(backups, tables, (path) => readBackup(path, shapes));
  const joined = joinLibrary(tables, backup?.tables ?? new Map());
  const refused = writeJoined(joined.records, misfitsOf(tables, joined.records), draft);
  const count = (name: string, origin: string): number =>
    [...(joined.records.get(name)?.values() ?? [])].filter((each) => each.origin === origin).length;
  return {
    reports: joined.reports,
    tables: [...joined.records.keys()].map((name) => ({
      name,
      file: count(name, 'file') - (refused.get(name) ?? 0),
      log: count(name, 'log'),
      backup: count(name, 'backup'),
      lost: (joined.lost.get(name) ?? 0) + (refused.get(name) ?? 0),
    })),
    backup: backup?.path ?? null,
    pages: salvaged.pages,
    unreadablePages: salvaged.unreadable,
  };
}

/** Hashes of records that are written as they were read, and that are not what was hashed. */
function misfitsOf(tables: FileTables, records: Joined): StoredHash[] {
  const misfits: StoredHash[] = [];
  for (const [table, { shape, found, fits, hashOf }] of tables) {
    for (const [key, { record, origin }] of records.get(table) ?? []) {
      const read = found.get(key)?.[0].record;
      const isAsRead =
        read !== undefined && shape.hashed.every((column) => record[column] === read[column]);
      const hash = hashOf(record);
      if (origin !== 'file' || !isAsRead || hash === null || fits(record) !== false) continue;
      misfits.push({ table, key: keyOf({ key: shape.primary }, record), hash });
    }
  }
  return misfits;
}

/** The same, with what kept it from being done as a failure. A bug is thrown. */
export function rescueAnswer(task: RescueTask): Result<RescuedContent, LibraryFailure | WriteFailure> {
  try {
    const rescued = rescueFile(task);
    return rescued.reports.length === 0
      ? failed({ code: 'nothing-to-rescue', path: task.file })
      : success(rescued);
  } catch (error) {
    return failed(writingFailureOf(error, task.file));
  }
}

/**
 * The first backup that is of the same library and whose steps are the file's own: one of another way that the library
 * went does not count. One of which each record is what was stored goes before one that holds the damage, too.
 */
function latestOf(
  backups: readonly string[],
  tables: FileTables,
  read: (path: string) => ReadBackup | null,
): { path: string; tables: BackupTables } | null {
  let doubtful: { path: string; tables: BackupTables } | null = null;
  for (const path of backups) {
    const backup = read(path);
    if (backup === null || !isOfSameLibrary(tables, backup.tables)) continue;
    if (backup.isProven) return { path, tables: backup.tables };
    doubtful ??= { path, tables: backup.tables };
  }
  return doubtful;
}

function isOfSameLibrary(tables: FileTables, backup: BackupTables): boolean {
  const [made] = tables.get('library_facts')?.found.get('created_at') ?? [];
  const madeAt = backup.get('library_facts')?.get('created_at')?.['value'];
  if (made?.standing === 'tree' && made.record['value'] !== madeAt) return false;
  const reports = tables.get('reports')?.found;
  const known = [...(backup.get('reports')?.keys() ?? [])];
  if (reports !== undefined && reports.size > 0 && !known.some((id) => reports.has(id))) return false;
  for (const [key, record] of backup.get('steps') ?? []) {
    const [own] = tables.get('steps')?.found.get(key) ?? [];
    if (own !== undefined && own.doubtful.length === 0 && own.record['id'] !== record['id']) return false;
  }
  return true;
}
