import { randomBytes } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { unfinishedFile } from '../domain/unfinished-names.ts';
import { clearLeftoversOnce, thisWriter } from './leftovers.ts';
import { discard, isHeld, putInPlace } from './patience.ts';
import { isOpenInOffice } from './office-lock.ts';
import { sha256Of } from './sha256.ts';
import { syncFolder } from './sync-folder.ts';
import { pathTooLong, saidTooLong } from '../domain/path-limits.ts';

/**
 * Writes a file so that its path always holds the old content or the new, whole.
 *
 * The bytes go to a new file in the same folder, are synced, read back and compared, and only then
 * renamed over the target. On any failure the target is as it was and the new file is gone.
 * Published helpers report success after a partial write on a full disk; this one counts.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  /** Who may read it; 0o600 for what only this account may. Windows gives the folder's rights. */
  mode = 0o666,
): Promise<Result<void, WriteFailure>> {
  const obstacle = await obstacleAt(path);
  if (obstacle !== null) return failed(obstacle);
  // Not `~$…`: that is an owner file's name to Word.
  const temporary = join(dirname(path), unfinishedFile(thisWriter(), randomBytes(4).toString('hex')));
  await clearLeftoversOnce(dirname(path));
  try {
    await writeWhole(temporary, bytes, mode);
  } catch (error) {
    await discard(temporary);
    return failed(writingFailureOf(error, path));
  }
  try {
    await putInPlace(temporary, path);
    await syncFolder(dirname(path));
    return success(undefined);
  } catch (error) {
    await discard(temporary);
    // To replace a file that is open Windows calls not allowed, as it does where the account may not.
    return failed((await isHeld(path)) ? { code: 'target-in-use', path } : writingFailureOf(error, path));
  }
}

/** What stands in the way before anything is written. */
async function obstacleAt(path: string): Promise<WriteFailure | null> {
  const tooLong = pathTooLong(path, process.platform === 'win32');
  if (tooLong !== null) return tooLong;
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder === null || !folder.isDirectory()) return { code: 'target-folder-missing', path };
  const target = await stat(path).catch(() => null);
  if (target === null) return null;
  if (target.isDirectory()) return { code: 'target-is-a-folder', path };
  if (!target.isFile()) return { code: 'target-is-a-device', path };
  // A rename would pass over the write protection of the file itself.
  if ((target.mode & 0o222) === 0) return { code: 'target-read-only', path };
  return (await isOpenInOffice(path)) ? { code: 'target-in-use', path } : null;
}

async function writeWhole(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(path, 'wx+', mode);
  try {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, written);
      if (bytesWritten === 0) throw Object.assign(new Error('no bytes written'), { code: 'ENOSPC' });
      written += bytesWritten;
    }
    await handle.sync();
    // Read back before it is closed: after that a scanner may hold it.
    if (sha256Of(await readBack(handle, bytes.length)) !== sha256Of(bytes)) {
      throw Object.assign(new Error('read back differently'), { code: 'EIO' });
    }
  } finally {
    await handle.close();
  }
}

/** What a file holds, of which `length` bytes are expected; one byte more where it holds more. */
async function readBack(handle: FileHandle, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length + 1);
  let read = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
    read += bytesRead;
    if (bytesRead === 0 || read === bytes.length) return bytes.subarray(0, read);
  }
}

/** What Node says when a file can't be written, as a failure. */
export function writingFailureOf(error: unknown, path: string): WriteFailure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path };
    case 'EBUSY':
      return { code: 'target-in-use', path };
    case 'EPERM':
    case 'EACCES':
    case 'EROFS':
      return { code: 'target-read-only', path };
    case 'ENAMETOOLONG':
      return saidTooLong(path, process.platform === 'win32');
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'target-folder-missing', path };
    default:
      return { code: 'write-failed', path, cause: code };
  }
}
