import { readBackupName } from '../../backup/backup-name.ts';
import { examineApart } from '../../backup/apart.ts';
import { examinedFailure } from './examined-failure.ts';
import type { Library } from '../../../shared/contract/library-requests.ts';
import { isThere } from '../../files/places.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { basename } from 'node:path';
import { failed, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context } from '../context.ts';
import { openForWork } from '../open-for-work.ts';
import { libraryEnding, takePlace } from '../requests/library-requests.ts';

/**
 * Goes on from the backup that is open to be looked at, as where the library itself is lost with its PC: a new file
 * gets its content and becomes the open library. The backup stays as it is.
 */
export async function adoptBackup(context: Context): Promise<Result<Library>> {
  const opened = openedLibrary(context);
  if (!opened.ok) return opened;
  const { path: backup } = opened.value;
  if (readBackupName(basename(backup)) === null) return failed({ code: 'backup-missing', name: '' });
  const chosen = await context.ports.chooseFile({
    purpose: 'create-library',
    mode: 'save',
    endings: [libraryEnding],
    suggestedName: `目標宣言.${libraryEnding}`,
  });
  if (!chosen.ok) return chosen;
  const path = chosen.value;
  return context.switchLibrary(async () => {
    if (isThere(path)) return failed({ code: 'library-exists', path });
    const examined = await examineApart(backup);
    if (!examined.ok) return failed(examinedFailure(backup, examined.failure));
    const bytes = await readBoundedFile(backup, Number.MAX_SAFE_INTEGER);
    if (!bytes.ok) return bytes;
    const written = await writeFileAtomically(path, bytes.value);
    if (!written.ok) return written;
    const library = openForWork(context, path);
    return library.ok ? takePlace(context, library.value) : library;
  });
}
