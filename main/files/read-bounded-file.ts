import { largestReportFile } from '../../shared/contract/largest-report-file.ts';
import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { openRegularFile, readingFailureOf } from './open-regular-file.ts';

/** Reads a whole file of at most `limit` bytes. A larger one is refused by its size, without reading it. */
export async function readBoundedFile(
  path: string,
  limit: number = largestReportFile,
): Promise<Result<Uint8Array, ImportFailure>> {
  const opened = await openRegularFile(path);
  if (!opened.ok) return opened;
  const { handle, bytes: size } = opened.value;
  try {
    if (size > limit) return failed({ code: 'file-too-large', path, bytes: size, limit });
    // A file can grow while it is read: never take more than it said.
    const bytes = Buffer.alloc(size + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length === bytes.length)
      return failed({ code: 'file-unreadable', path, cause: 'grew while reading' });
    return success(bytes.subarray(0, length));
  } catch (error) {
    return failed(readingFailureOf(error, path));
  } finally {
    await handle.close();
  }
}
