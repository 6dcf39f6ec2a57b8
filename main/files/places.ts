import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** True when something stands at a path. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

/** True when both paths lead to one file, however they are written and whatever links they go through. */
export function isSamePlace(one: string, other: string): boolean {
  return resolve(one) === resolve(other) || truePath(one) === truePath(other);
}

/** A path without links, as the system writes it; the path itself where nothing stands there. */
export function truePath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
