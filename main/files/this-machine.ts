import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { arch, freemem, release, totalmem, type } from 'node:os';

const runtimes = [
  ['electron', 'Electron'],
  ['chrome', 'Chromium'],
  ['node', 'Node.js'],
] as const;

/** What the program runs on, in the words of those who made it. Memory in bytes. */
export function thisMachine(): {
  readonly runtimes: readonly string[];
  readonly system: string;
  readonly memory: { readonly all: number; readonly free: number };
} {
  return {
    runtimes: runtimes.flatMap(([key, name]) => {
      const version = process.versions[key];
      return version === undefined ? [] : [`${name} ${version}`];
    }),
    system: `${type()} ${release()} ${arch()}`,
    memory: { all: totalmem(), free: freemem() },
  };
}

/** Bytes of a file; null where none stands. */
export function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** A text of the program's own; null where it is not there. */
export function ownText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
