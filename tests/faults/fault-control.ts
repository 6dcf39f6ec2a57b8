import { openSync, writeSync, readSync } from 'node:fs';

export const faultKinds = {
  read: 1,
  write: 2,
  sync: 4,
  rename: 8,
  remove: 16,
  copy: 32,
  open: 64,
} as const;

/** Beside those of errno.h: half of a write and then no room; the process is killed; the disk loses its power. */
export const faultErrors = { EIO: 5, EACCES: 13, ENOSPC: 28, short: -1, death: -2, powerCut: -3 } as const;

export interface Fault {
  /** Which operation of the kinds fails, from 1; 0 fails none. */
  readonly at: number;
  /** All later ones fail, too. */
  readonly stays?: boolean;
  /** As in errno.h, or of `faultErrors`. */
  readonly error: number;
  readonly kinds: readonly (keyof typeof faultKinds)[];
}

/** Says which disk operation of this process is to fail; see faults.c. */
export class FaultControl {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'r+');
  }

  /** Fails an operation from now on, counted anew. */
  set({ at, stays = false, error, kinds }: Fault): void {
    const bits = kinds.reduce((sum, kind) => sum | faultKinds[kind], 0);
    const bytes = Buffer.from(Int32Array.of(0, at, stays ? 1 : 0, error, bits, 0).buffer);
    writeSync(this.#file, bytes, 0, bytes.length, 0);
  }

  /** How many operations there were since, and how many of them failed; nothing fails from now on. */
  clear(): { count: number; failed: number } {
    const bytes = Buffer.alloc(24);
    readSync(this.#file, bytes, 0, 24, 0);
    this.set({ at: 0, error: 0, kinds: [] });
    return { count: bytes.readInt32LE(0), failed: bytes.readInt32LE(20) };
  }
}
