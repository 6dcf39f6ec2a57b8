import { dirname, join } from 'node:path';
import { BackupShelf } from '../../backup/backup-shelf.ts';
import { backupStamp } from '../../backup/backup-name.ts';
import { examineApart } from '../../backup/apart.ts';
import { makeBackup } from '../../backup/make-backup.ts';
import { migrationShelf } from '../../backup/migration-shelf.ts';
import { SecondPlace, type SecondState } from '../../backup/second-place.ts';
import type { ContentDigest } from '../../data/backup/content-digest.ts';
import { setLeftoversAside } from '../../data/opening/leftover-journals.ts';
import { isLibrary } from '../../data/opening/is-library.ts';
import { examinedFailure } from './examined-failure.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { openLibrary } from '../../data/opening/open-library.ts';
import { settledBytes } from '../../data/opening/settle-journal.ts';
import { unfinishedFile } from '../../domain/unfinished-names.ts';
import { thisWriter } from '../../files/leftovers.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { removeFile, setAside } from '../../files/set-aside.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import type { Failure } from '../../../shared/failure.ts';
import { journalNotice } from '../../../shared/journal-notice.ts';
import { failed, success, type Result } from '../../../shared/result.ts';

/** What a command was given to work with. */
export interface HandWork {
  readonly backupsFolder: string;
  /** The folder for what is kept of crashes before they are taken back. */
  readonly crashesFolder: string;
  /** The second place for this time; the one that was chosen for good where there is none. */
  readonly second?: string | null;
  now(): Date;
  /** Says what a person has to know and what keeps nothing from being done. */
  tell(failure: Failure): void;
}

type Counts = Omit<ContentDigest, 'root'>;

/** What was backed up, and where to; `same`: the latest backup on the shelf holds it already. */
export interface BackedUp extends Counts {
  readonly path: string;
  readonly isSame: boolean;
  /** What became of the second place; null where there is none, or no backup went to the shelf. */
  readonly second: SecondState | null;
}

/** Backs a closed library up: to `out`, or to the shelf of its backups. */
export async function backUpFile(
  file: string,
  out: string | null,
  work: HandWork,
): Promise<Result<BackedUp>> {
  const shelf = migrationShelf(work.backupsFolder, () => work.now());
  const opened = openLibrary(file, work.now, { ...work, shelf });
  if (!opened.ok) return opened;
  const library = opened.value;
  const notice = journalNotice(library);
  if (notice !== null) work.tell(notice);
  try {
    return out === null ? await toShelf(library, work) : await copyLibrary(library, out);
  } finally {
    library.close();
  }
}

async function toShelf(library: LibraryFile, work: HandWork): Promise<Result<BackedUp>> {
  const { backupsFolder, now } = work;
  const shelf = new BackupShelf(backupsFolder, library);
  const made = await makeBackup(library, shelf, 'asked', now());
  if (!made.ok) return failed({ code: 'backup-failed', cause: made.failure });
  const latest = await shelf.latest();
  if (latest === undefined) return failed({ code: 'backup-failed', cause: 'none on the shelf' });
  const { path, reports, rows, steps } = latest;
  const isSame = made.value.kind === 'same';
  return success({ path, reports, rows, steps, isSame, second: await toSecond(library, work) });
}

async function toSecond(
  library: LibraryFile,
  { backupsFolder, second = null }: HandWork,
): Promise<SecondState | null> {
  const place = new SecondPlace(backupsFolder, () => undefined);
  const used = second === null ? success(undefined) : await place.use(second);
  if (!used.ok) return troubleOf(used.failure);
  if (place.folder === null) return null;
  await place.bringUp(library);
  return place.state;
}

function troubleOf({ code }: Failure): SecondState {
  switch (code) {
    case 'target-folder-missing':
      return { kind: 'absent' };
    case 'target-read-only':
      return { kind: 'read-only' };
    case 'disk-full':
      return { kind: 'full' };
    default:
      return { kind: 'failed', cause: code };
  }
}

/** Writes what an open library holds to a file, whole and read through. */
export async function copyLibrary(library: LibraryFile, out: string): Promise<Result<BackedUp>> {
  const draft = join(dirname(out), unfinishedFile(thisWriter(), 'b'));
  try {
    await library.copies.copyTo(draft);
    const examined = await examineApart(draft);
    if (!examined.ok) return failed({ code: 'backup-failed', cause: examined.failure });
    const bytes = await readBoundedFile(draft, Number.MAX_SAFE_INTEGER);
    if (!bytes.ok) return bytes;
    const written = await writeFileAtomically(out, bytes.value, 0o600);
    const { reports, rows, steps } = examined.value;
    return written.ok ? success({ path: out, reports, rows, steps, isSame: false, second: null }) : written;
  } catch (error) {
    return failed({ code: 'backup-failed', cause: String(error) });
  } finally {
    await removeFile(draft);
  }
}

/** What became of what stood there: its backup, or the name under which it was set aside; null where nothing did. */
export interface RestoredFile extends Counts {
  readonly kept: string | null;
}

/**
 * Puts a backup into the place of a closed library. What stands there is backed up first; where it can't be read it is
 * set aside under another name. On any failure it is as it was.
 */
export async function restoreFile(
  backup: string,
  file: string,
  work: HandWork,
): Promise<Result<RestoredFile>> {
  if (!isLibrary(backup)) {
    const opened = openLibrary(backup, work.now, work);
    if (!opened.ok) return opened;
    opened.value.close();
  }
  const examined = await examineApart(backup);
  if (!examined.ok) return failed(examinedFailure(backup, examined.failure));
  const bytes = await bytesOf(backup);
  if (!bytes.ok) return bytes;
  const kept = await keep(file, work);
  if (!kept.ok) return kept;
  const written = await writeFileAtomically(file, bytes.value);
  const { reports, rows, steps } = examined.value;
  return written.ok ? success({ kept: kept.value, reports, rows, steps }) : written;
}

/** A backup is only looked at: what a crash left beside it is taken back in memory. */
async function bytesOf(backup: string): Promise<Result<Uint8Array>> {
  return settledBytes(backup) ?? readBoundedFile(backup, Number.MAX_SAFE_INTEGER);
}

async function keep(file: string, work: HandWork): Promise<Result<string | null>> {
  const backedUp = await backUpFile(file, null, work);
  if (backedUp.ok) return success(backedUp.value.path);
  switch (backedUp.failure.code) {
    case 'library-missing':
      return setLeftoversAside(file);
    case 'library-damaged':
    case 'library-altered':
    case 'library-not-a-database':
      return setAside(file, `.damaged-${backupStamp(work.now())}`);
    default:
      return backedUp;
  }
}
