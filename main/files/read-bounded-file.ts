import { open } from 'node:fs/promises';
import { largestReportFile } from '../../shared/contract/largest-report-file.ts';
import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { saidTooLong } from '../domain/path-limits.ts';

/** Reads a whole file of at most `limit` bytes. A larger one is refused by its size, without reading it. */
export async function readBoundedFile(
  path: string,
  limit: number = largestReportFile,
): Promise<Result<Uint8Array, ImportFailure>> {
  try {
    const handle = await open(path, 'r');
    try {
      const status = await handle.stat();
      if (status.isDirectory()) return failed({ code: 'file-is-a-folder', path });
      if (status.size > limit) return failed({ code: 'file-too-large', path, bytes: status.size, limit });
      // A file can grow while it is read, and a device has no size: never take more than the limit.
      const bytes = Buffer.alloc(Math.min(status.size, limit) + 1);
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      if (length === bytes.length)
        return failed({ code: 'file-unreadable', path, cause: 'grew while reading' });
      return success(bytes.subarray(0, length));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
}

/** What Node says when a file can't be read, as a failure. */
export function readingFailureOf(error: unknown, path: string): ImportFailure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', path };
  if (code === 'ENAMETOOLONG') return saidTooLong(path, process.platform === 'win32');
  if (code === 'EISDIR') return { code: 'file-is-a-folder', path };
  return { code: 'file-unreadable', path, cause: code };
}
