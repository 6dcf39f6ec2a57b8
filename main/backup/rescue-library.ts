import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { backupStamp } from './backup-name.ts';
import type { BackupShelf, ShelvedBackup } from './backup-shelf.ts';
import { examineApart, examineBackup } from './apart.ts';
import type { LibraryFile } from '../data/library-file.ts';
import { freeRescuePath } from './rescue/free-rescue-path.ts';
import { readBoundedFile } from '../files/read-bounded-file.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { RescuedLibrary, WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';

export interface RescuePlaces {
  /** The backups of the library; null where there are none. */
  readonly shelf: BackupShelf | null;
  /** A folder of the program's own, where none can be written beside the library; null for none. */
  readonly folder: string | null;
  readonly now: Date;
}

/**
 * Writes all that a lost library held to a new file: beside it, else in a place of the program's own.
 *
 * The file is read through. Should what was held not hang together, the latest backup is put beside it, to go on
 * with. Whatever stands at the library's own path is left alone.
 */
export async function rescueLibrary(
  { path, watch }: LibraryFile,
  places: RescuePlaces,
): Promise<Result<RescuedLibrary, WriteFailure>> {
  // At once, before anything is waited for.
  const held = watch?.held() ?? Buffer.alloc(0);
  const file = await writeNew(path, held, places);
  if (!file.ok) return file;
  const examined = await examineApart(file.value);
  const whole = { file: file.value, backup: null, rest: null };
  if (examined.ok) return success(whole);
  const latest = await latestWhole(places.shelf);
  const bytes = latest === undefined ? null : await readBoundedFile(latest.path, Number.MAX_SAFE_INTEGER);
  if (latest === undefined || bytes?.ok !== true) return success(whole);
  const backup = await writeNew(path, bytes.value, places);
  return success(backup.ok ? { file: backup.value, backup: latest.stamp, rest: file.value } : whole);
}

async function latestWhole(shelf: BackupShelf | null): Promise<ShelvedBackup | undefined> {
  for (const backup of (await shelf?.list()) ?? [])
    if (backup.place === shelf?.place && (await examineBackup(backup)).ok) return backup;
  return undefined;
}

async function writeNew(
  path: string,
  bytes: Uint8Array,
  { folder, now }: RescuePlaces,
): Promise<Result<string, WriteFailure>> {
  let outcome: Result<string, WriteFailure> = failed({ code: 'target-folder-missing', path });
  for (const place of folder === null ? [dirname(path)] : [dirname(path), folder]) {
    if (place === folder) await mkdir(place, { recursive: true, mode: 0o700 }).catch(() => undefined);
    const file = freeRescuePath(place, basename(path), backupStamp(now));
    const written = await writeFileAtomically(file, bytes, 0o600);
    outcome = written.ok ? success(file) : written;
    if (outcome.ok) break;
  }
  return outcome;
}
