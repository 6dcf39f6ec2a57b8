import { openLibrary } from '../../data/opening/open-library.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { ShelvedBackup } from '../../backup/backup-shelf.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context } from '../context.ts';

/** A backup of the open library by the name that the page was given. */
export async function backupAtHand(
  context: Context,
  name: string,
): Promise<Result<{ library: LibraryFile; backup: ShelvedBackup }>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const backups = (await context.session.backups.shelf(library.value)?.list()) ?? [];
  const backup = backups.find((each) => each.name === name);
  return backup === undefined
    ? failed({ code: 'backup-missing', name })
    : success({ library: library.value, backup });
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
