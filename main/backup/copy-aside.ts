import { chmod, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LibraryFile } from '../data/library-file.ts';
import { freePath } from '../data/opening/free-path.ts';
import { syncFolder } from '../data/opening/sync-folder.ts';
import { patientlyReplace } from '../files/patience.ts';
import { backupStamp } from './backup-name.ts';

/**
 * Copies an open library as it stands, page by page, beside it, before damage in it is put right:
 * `NAME.damaged-20260401-083000.sengen`. Answers the copy's path. It is its owner's alone, and nobody writes to it.
 * Rejects with the errors of node:fs and SqliteError; nothing is left then.
 */
export async function copyAside({ path, copies }: LibraryFile, at: Date): Promise<string> {
  const copy = freePath(`${path.replace(/\.sengen$/u, '')}.damaged-${backupStamp(at)}`);
  await (await open(copy, 'wx', 0o600)).close();
  try {
    await copies.copyTo(copy);
    const handle = await open(copy, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(copy, 0o400);
    syncFolder(dirname(copy));
    return copy;
  } catch (error) {
    await patientlyReplace(() => rm(copy, { force: true }));
    throw error;
  } finally {
    await rm(`${copy}-journal`, { force: true });
  }
}
