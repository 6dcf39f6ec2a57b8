import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { openRegularFile, readingFailureOf } from './open-regular-file.ts';

/** The first bytes of a file, `most` at most. */
export async function readFileStart(
  path: string,
  most: number,
): Promise<Result<Uint8Array, ImportFailure>> {
  const opened = await openRegularFile(path);
  if (!opened.ok) return opened;
  const { handle } = opened.value;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(most), 0, most, 0);
    return success(buffer.subarray(0, bytesRead));
  } catch (error) {
    return failed(readingFailureOf(error, path));
  } finally {
    await handle.close();
  }
}
