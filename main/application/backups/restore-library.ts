import type { LibraryFile } from '../../data/library-file.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { Context } from '../context.ts';
import { openForWork } from '../open-for-work.ts';
import { takeLibrary } from '../requests/library-requests.ts';
import { wholeBackup } from './backup-at-hand.ts';

/**
 * Makes the open library what a backup holds. What it is now is backed up first, and that backup's name is answered:
 * restoring that takes it back. On any failure the library is what it was, and open.
 */
export async function restoreLibrary(
  context: Context,
  name: string,
): Promise<Result<{ library: LibraryFile; before: string }>> {
  const { session, ports } = context;
  const found = await wholeBackup(context, name);
  if (!found.ok) return found;
  const { library, backup } = found.value;
  if (library.isReadOnly) return failed({ code: 'library-read-only', path: library.path });
  const bytes = await readBoundedFile(backup.path, Number.MAX_SAFE_INTEGER);
  if (!bytes.ok) return bytes;
  const kept = await session.backups.make('restore');
  if (kept !== null && !kept.ok) return failed({ code: 'backup-failed', cause: kept.failure });
  const before = await session.backups.shelf(library)?.latest();
  if (before === undefined) return failed({ code: 'backup-failed', cause: 'none on the shelf' });
  if (session.library !== library) return failed({ code: 'library-not-open' });

  await session.backups.closing();
  library.close();
  session.library = null;
  const written = await writeFileAtomically(library.path, bytes.value);
  // Written or not: what stands there now is whole.
  const opened = openForWork(context, library.path);
  if (!opened.ok) {
    session.libraryFailure = opened.failure;
    ports.send('library.changed', {});
    return opened;
  }
  takeLibrary(context, opened.value);
  ports.send('library.changed', {});
  return written.ok ? success({ library: opened.value, before: before.name }) : written;
}
