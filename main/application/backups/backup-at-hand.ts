import { examineBackup } from '../../backup/apart.ts';
import type { BackupShelf, ShelvedBackup } from '../../backup/backup-shelf.ts';
import { copyBackup } from '../../backup/copy-backup.ts';
import { isUnread } from '../../data/backup/examine-copy.ts';
import { openLibrary } from '../../data/opening/open-library.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { examinedFailure } from './examined-failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context, type Session } from '../context.ts';

/** One backup, and in which of the two places it stands. */
export interface HeldBackup extends ShelvedBackup {
  readonly where: 'first' | 'second' | 'both';
}

/** All backups of a library, the latest first: each once, from the first place where it stands there. */
export async function heldBackups({ backups }: Session, library: LibraryFile): Promise<HeldBackup[]> {
  const first = (await backups.shelf(library)?.list()) ?? [];
  const second = new Map((backups.second?.held ?? []).map((each) => [each.name, each]));
  const ofFirst = first.map((each): HeldBackup => ({
    ...each,
    where: second.delete(each.name) ? 'both' : 'first',
  }));
  const ofSecond = [...second.values()].map((each): HeldBackup => ({ ...each, where: 'second' }));
  return [...ofFirst, ...ofSecond].sort((one, other) => other.number - one.number);
}

/** A backup of the open library by the name that the page was given. */
export async function backupAtHand(
  context: Context,
  name: string,
): Promise<Result<{ library: LibraryFile; backup: ShelvedBackup }>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const backup = (await heldBackups(context.session, library.value)).find((each) => each.name === name);
  return backup === undefined
    ? failed({ code: 'backup-missing', name })
    : success({ library: library.value, backup });
}

/**
 * The same, for bringing back what it holds: examined first. A damaged one is set aside; the second place gives its own
 * where it has a whole one, else the failure says which older one is whole.
 */
export async function wholeBackup(
  context: Context,
  name: string,
): Promise<Result<{ library: LibraryFile; backup: ShelvedBackup }>> {
  const found = await backupAtHand(context, name);
  if (!found.ok) return found;
  const { library, backup } = found.value;
  const examined = await examineBackup(backup);
  if (examined.ok) return found;
  const { backups } = context.session;
  const shelves = [backups.shelf(library), backups.second?.shelf(library) ?? null].filter(
    (each) => each !== null,
  );
  const [own, other] = shelves.sort((one) => (backup.path.startsWith(one.folder) ? -1 : 1));
  const isUnanswered = isUnread(examined.failure);
  if (!isUnanswered) await own?.setAside(backup).catch(() => undefined);
  const twin = (await other?.list())?.find((each) => each.name === name);
  if (twin !== undefined && (await examineBackup(twin)).ok) {
    if (!isUnanswered) await mend(twin, own);
    return success({ library, backup: twin });
  }
  if (isUnanswered) return failed(examinedFailure(backup.path, examined.failure));
  context.ports.send('backups.changed', {});
  const older = await olderWhole(await heldBackups(context.session, library), backup);
  return failed({ code: 'backup-damaged', stamp: backup.stamp, older });
}

/** The place that had a damaged one gets the whole one. Where that fails, the next drill says so. */
async function mend(whole: ShelvedBackup, to: BackupShelf | undefined): Promise<void> {
  if (to !== undefined) await copyBackup(whole, to).catch(() => undefined);
}

/** The stamp of the next older one that is whole; null for none. */
async function olderWhole(all: readonly HeldBackup[], than: ShelvedBackup): Promise<string | null> {
  for (const backup of all)
    if (backup.number < than.number && backup.name !== than.name && (await examineBackup(backup)).ok)
      return backup.stamp;
  return null;
}

/** Opens a backup for reading while `work` looks into it. */
export function reading<T>(
  { path }: ShelvedBackup,
  { ports }: Context,
  work: (backup: LibraryFile) => Result<T>,
): Result<T> {
  const opened = openLibrary(path, ports.now);
  if (!opened.ok) return opened;
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}
