import { lstatSync, readFileSync, realpathSync, type BigIntStats } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { allMigrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { whileHeld } from '../patience.ts';
import { openingFailureOf } from '../sqlite-failure.ts';
import { patience } from './connection.ts';
import { readingFailureOf, writingFailureOf } from './file-failure.ts';
import { hasUnfinishedTransaction } from './file-header.ts';
import { judgeJournal } from './judge-journal.ts';
import { keepCrash } from './keep-crash.ts';
import { setAside } from './leftover-journals.ts';

/** A library that is about to be opened, and where what a crash left of it is kept. */
export interface Settling {
  /** As it was asked for. */
  readonly path: string;
  /** The true path. */
  readonly file: string;
  readonly migrations: readonly Migration[];
  /** The folder for what is kept of crashes; null keeps nothing. */
  readonly crashesFolder: string | null;
}

/** Where a journal was put that does not belong to the library; null when none was in the way. */
type Settled = Result<string | null, LibraryFailure | WriteFailure>;

/**
 * Sees to the journals beside a library before SQLite does, who would play back whatever lies there: one that is the
 * library's own stays, once both are copied aside; any other is renamed. A library that is refused stays as it was,
 * with its journal.
 *
 * Only for a file that this process does not hold open (file-header.ts).
 */
export function settleJournals(library: Settling): Settled {
  const { file } = library;
  try {
    const log = settleWriteAheadLog(library);
    const journal = journalAt(file);
    if (!log.ok || journal === undefined) return log;
    // While another program writes, its journal lies there for good reason.
    if (isInUse(file)) return failed({ code: 'library-in-use', path: library.path });
    const settled = settleJournal(library, journal);
    return settled.ok ? success(settled.value ?? log.value) : settled;
  } catch (error) {
    return failed(readingFailureOf(error, library.path));
  }
}

/**
 * The bytes of a library as they are after its own journal, if there is one, has been played back. Nothing on the disk
 * changes. Throws the errors of node:fs.
 */
export function readSettled(
  path: string,
  file: string,
  migrations: readonly Migration[],
): Result<Buffer, LibraryFailure | WriteFailure> {
  const bytes = bytesOf(file);
  if (journalAt(file)?.isFile() !== true) return success(bytes);
  const judged = judgeJournal(path, bytes, bytesOf(`${file}-journal`), migrations);
  return judged.ok ? success(judged.value.bytes) : judged;
}

/** The same of a newest library by any path; null where no journal lies beside it, and its bytes are those of its file. */
export function settledBytes(path: string): Result<Buffer, LibraryFailure | WriteFailure> | null {
  try {
    const file = realpathSync(path);
    return journalAt(file)?.isFile() === true ? readSettled(path, file, allMigrations) : null;
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
}

function bytesOf(file: string): Buffer {
  return whileHeld('open', () => readFileSync(file));
}

/** A journal that SQLite would play back, or what is no file; undefined for nothing of either kind. */
function journalAt(file: string): BigIntStats | undefined {
  const stats = lstatSync(`${file}-journal`, { throwIfNoEntry: false, bigint: true });
  return stats?.isFile() === true && !hasUnfinishedTransaction(file) ? undefined : stats;
}

function settleJournal(library: Settling, seen: BigIntStats): Settled {
  const { path, file, migrations } = library;
  // A folder or a link of that name holds nothing that is to be read: SQLite would write through the link.
  const journal = seen.isFile() ? bytesOf(`${file}-journal`) : Buffer.alloc(0);
  const judged = judgeJournal(path, bytesOf(file), journal, migrations);
  if (!judged.ok) return judged;
  if (judged.value.owner === 'own') return keep(library);
  const now = journalAt(file);
  // Another program that was started at the same time has seen to it, or is at work.
  if (now?.ino !== seen.ino || now.mtimeNs !== seen.mtimeNs || now.size !== seen.size || isInUse(file)) {
    return failed({ code: 'library-in-use', path });
  }
  return putAside(library);
}

/** The page size stands before them, as does this: 1 for a rollback journal, 2 for a write-ahead log. */
const logMarkAt = 18;

/**
 * No library of ours has a write-ahead log, but SQLite reads one that lies beside it as if it had. One that another
 * program has turned to such a log keeps it.
 */
function settleWriteAheadLog(library: Settling): Settled {
  const { file } = library;
  if (lstatSync(`${file}-wal`, { throwIfNoEntry: false }) === undefined) return success(null);
  if (bytesOf(file)[logMarkAt] === 2) return keep(library);
  try {
    const aside = setAside(file, '-wal');
    setAside(file, '-shm');
    return success(aside);
  } catch (error) {
    return failed(writingFailureOf(error, `${file}-wal`));
  }
}

function keep({ file, crashesFolder }: Settling): Settled {
  try {
    if (crashesFolder !== null) keepCrash(crashesFolder, file);
    return success(null);
  } catch (error) {
    return failed(writingFailureOf(error, crashesFolder ?? file));
  }
}

function putAside({ file }: Settling): Settled {
  try {
    return success(setAside(file, '-journal'));
  } catch (error) {
    return failed(writingFailureOf(error, `${file}-journal`));
  }
}

/** Whether another program holds the file. A connection that only reads asks for the lock and plays nothing back. */
function isInUse(file: string): boolean {
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: patience });
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return openingFailureOf(error, file).code === 'library-in-use';
  } finally {
    database?.close();
  }
}
