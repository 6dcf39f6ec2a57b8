import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

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
