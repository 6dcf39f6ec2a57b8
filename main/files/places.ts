import { existsSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';

/** True when something stands at a path. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

/** True when both paths lead to one file, however they are written and whatever links they go through. */
export function isSamePlace(one: string, other: string): boolean {
  return resolve(one) === resolve(other) || truePath(one) === truePath(other);
}

/**
 * A path without links, as the system writes it: with the drive and the capitals that Windows has for it. Where
 * nothing stands there, that of its folder with its name.
 */
export function truePath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const whole = resolve(path);
    const folder = dirname(whole);
    return folder === whole ? whole : join(truePath(folder), basename(whole));
  }
}

/** The first of the paths that `pathOf` gives, counted from 1, at which nothing stands. */
export function firstFree(pathOf: (count: number) => string): string {
  for (let count = 1; ; count += 1) {
    const path = pathOf(count);
    if (!isThere(path)) return path;
  }
}

/** Makes a folder of this account's own, where it is not there yet. */
export async function makeFolder(path: string): Promise<Result<void, WriteFailure>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return success(undefined);
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    return failed({ code: 'write-failed', path, cause });
  }
}
