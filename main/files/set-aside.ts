import { link, rename } from 'node:fs/promises';
import type { WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { discard, isHeld, patientlyReplace } from './patience.ts';
import { firstFree, isThere } from './places.ts';

/**
 * Renames a library with the journal that belongs to it, so that another may have its name: `NAME.sengen` becomes
 * `NAME.damaged-….sengen`. Answers the new path.
 */
export async function setAside(path: string, mark: string): Promise<Result<string, WriteFailure>> {
  const stem = path.replace(/\.sengen$/u, '');
  const aside = firstFree((count) => `${stem}${mark}${count === 1 ? '' : `-${count}`}.sengen`);
  try {
    await renameBoth(path, aside);
    return success(aside);
  } catch (error) {
    if (await isHeld(path)) return failed({ code: 'target-in-use', path });
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return failed({ code: 'write-failed', path, cause: code });
  }
}

/** The journal first: alone under the old name it would be played into whatever stands there next. */
async function renameBoth(path: string, aside: string): Promise<void> {
  const hasJournal = isThere(`${path}-journal`);
  if (hasJournal) await patientlyReplace(() => rename(`${path}-journal`, `${aside}-journal`));
  try {
    await patientlyReplace(() => rename(path, aside));
  } catch (error) {
    // Without its journal a library that a crash left half written would be taken for a whole one.
    if (hasJournal) await patientlyReplace(() => rename(`${aside}-journal`, `${path}-journal`));
    throw error;
  }
}

/** Takes a file of the program's own away, if it is there. */
export async function removeFile(path: string): Promise<void> {
  await discard(path);
}

/** Gives a file the name `path`, which nothing may have: unlike a rename, it never takes another file's place. */
export async function giveFreeName(file: string, path: string): Promise<Result<void, WriteFailure>> {
  try {
    await link(file, path);
    await discard(file);
    return success(undefined);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || isThere(path)) return failed({ code: 'write-failed', path, cause: 'EEXIST' });
    // Some file systems, such as a USB stick's, have no links.
    return patientlyReplace(() => rename(file, path)).then(
      () => success(undefined),
      () => failed({ code: 'write-failed', path, cause: code }),
    );
  }
}
