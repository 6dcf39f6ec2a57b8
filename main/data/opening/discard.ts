import { rmSync } from 'node:fs';

/**
 * Removes what was made on the way and has done its work. Where another program holds it, it stays: what a writer left
 * that is gone is cleared away later (main/files/leftovers.ts). Never throws.
 */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It must not turn what was done into a failure.
  }
}
