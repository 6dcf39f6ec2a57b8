import { existsSync } from 'node:fs';

/** `STEM.sengen`, or the first of `STEM-2.sengen`, `STEM-3.sengen` … at which nothing stands. */
export function freePath(stem: string): string {
  for (let count = 1; ; count += 1) {
    const path = `${stem}${count === 1 ? '' : `-${count}`}.sengen`;
    if (!existsSync(path)) return path;
  }
}
