import { rename, rm } from 'node:fs/promises';
import type { WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { isThere } from './places.ts';

/**
 * Renames a library with the journal that belongs to it, so that another may have its name: `NAME.sengen` becomes
 * `NAME.damaged-….sengen`. Answers the new path.
 */
export async function setAside(path: string, mark: string): Promise<Result<string, WriteFailure>> {
  const stem = path.replace(/\.sengen$/u, '');
  for (let count = 1; ; count += 1) {
    const aside = `${stem}${mark}${count === 1 ? '' : `-${count}`}.sengen`;
    if (isThere(aside)) continue;
    try {
      // The journal first: alone under the old name it would be played into whatever stands there next.
      if (isThere(`${path}-journal`)) await rename(`${path}-journal`, `${aside}-journal`);
      await rename(path, aside);
      return success(aside);
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      return failed({ code: 'write-failed', path, cause: code });
    }
  }
}

/** Takes a file of the program's own away, if it is there. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
