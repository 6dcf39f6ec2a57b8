import type { PathTooLong } from '../../shared/failure.ts';

/** What a system counts in a name and a path, and how much of it it takes. */
interface Limits {
  readonly name: number;
  readonly path: number;
  readonly sizeOf: (text: string) => number;
  readonly parting: RegExp;
}

/**
 * UTF-16 units: 255 in a name (NTFS), 259 in a path, those of shared folders too. Node writes longer ones, but
 * Word and the Explorer don't open them (MAX_PATH, learn.microsoft.com).
 */
const windows: Limits = { name: 255, path: 259, sizeOf: (text) => text.length, parting: /[/\\]/u };

/** Bytes of UTF-8 (NAME_MAX, PATH_MAX). */
const others: Limits = { name: 255, path: 4_095, sizeOf: bytesOf, parting: /\//u };

/** Bytes of a library's path: SQLite takes 512, and a new library is made in a folder beside its place. */
const othersForLibrary: Limits = { ...others, path: 470 };

/**
 * A new library is made in a folder beside its place, with a journal: `.sengen-HOST-PID-RANDOM\new.sengen-journal` is
 * up to 38 longer than a name and its ending.
 */
const windowsForLibrary: Limits = { ...windows, path: 220 };

/** Whether no file can stand at `path` for its length; null when one can. */
export function pathTooLong(path: string, onWindows: boolean): PathTooLong | null {
  return beyond(path, onWindows ? windows : others);
}

/** The same, for a library. */
export function libraryPathTooLong(path: string, onWindows: boolean): PathTooLong | null {
  return beyond(path, onWindows ? windowsForLibrary : othersForLibrary);
}

/** For a system that says so itself (ENAMETOOLONG), whatever its own limit is: a share's may be lower. */
export function saidTooLong(path: string, onWindows: boolean): PathTooLong {
  return pathTooLong(path, onWindows) ?? { code: 'path-too-long', path, part: 'name', over: null };
}

function beyond(path: string, limits: Limits): PathTooLong | null {
  const name = path.split(limits.parting).at(-1) ?? '';
  const over = (text: string, most: number): number => charactersOver(text, most, limits.sizeOf);
  const nameOver = over(name, limits.name);
  if (nameOver > 0) return { code: 'path-too-long', path, part: 'name', over: nameOver };
  const pathOver = over(path, limits.path);
  return pathOver > 0 ? { code: 'path-too-long', path, part: 'path', over: pathOver } : null;
}

/** Characters that must go for a text to be no larger than `most`, taken from before its ending. */
function charactersOver(text: string, most: number, sizeOf: Limits['sizeOf']): number {
  const stem = [...text.replace(/\.[a-z]{1,8}$/iu, '')];
  let size = sizeOf(text);
  let gone = 0;
  while (size > most && gone < stem.length) {
    gone += 1;
    size -= sizeOf(stem.at(-gone) ?? '');
  }
  return gone;
}

/** Bytes of a text as UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
