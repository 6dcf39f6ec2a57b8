import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { saidTooLong } from '../domain/path-limits.ts';
import { patientlyOpen } from './patience.ts';

/** A file that can be read to its end; the caller closes it. Folders, pipes, sockets and devices are refused. */
export async function openRegularFile(
  path: string,
): Promise<Result<{ handle: FileHandle; bytes: number }, ImportFailure>> {
  try {
    // Opening a pipe waits for whoever writes to it, perhaps for ever: it is looked at before.
    const before = refusalOf(await stat(path), path);
    if (before !== null) return failed(before);
    // What stands there may have become another thing since.
    const handle = await patientlyOpen(() => open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
    const status = await handle.stat();
    const refusal = refusalOf(status, path);
    if (refusal === null) return success({ handle, bytes: status.size });
    await handle.close();
    return failed(refusal);
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
}

function refusalOf(
  status: { isDirectory(): boolean; isFile(): boolean },
  path: string,
): ImportFailure | null {
  if (status.isDirectory()) return { code: 'file-is-a-folder', path };
  return status.isFile() ? null : { code: 'file-is-a-device', path };
}

/** What Node says when a file can't be read, as a failure. */
export function readingFailureOf(error: unknown, path: string): ImportFailure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', path };
  if (code === 'ENAMETOOLONG') return saidTooLong(path, process.platform === 'win32');
  if (code === 'EISDIR') return { code: 'file-is-a-folder', path };
  return { code: 'file-unreadable', path, cause: code };
}
