import { open } from 'node:fs/promises';
import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { readingFailureOf } from './read-bounded-file.ts';

/** The first bytes of a file, `most` at most. */
export async function readFileStart(
  path: string,
  most: number,
): Promise<Result<Uint8Array, ImportFailure>> {
  try {
    const handle = await open(path, 'r');
    try {
      if ((await handle.stat()).isDirectory()) return failed({ code: 'file-is-a-folder', path });
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(most), 0, most, 0);
      return success(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
}
