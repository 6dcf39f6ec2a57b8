import { statSync, type BigIntStats } from 'node:fs';

/**
 * The library files that this process holds open, by device and file number.
 *
 * State of the whole process on purpose: POSIX file locks are, too. Reading a held file's header
 * would drop the lock of the library that has it open (see file-header.ts), so the question has to
 * be answered before any handle of the file is opened.
 */
const held = new Set<string>();

export function fileKey({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

/** The key of whatever stands at a path; null when nothing does. Opens no handle. */
export function keyAt(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : fileKey(stats);
}

export function isHeld(key: string): boolean {
  return held.has(key);
}

export function hold(key: string): void {
  held.add(key);
}

export function letGo(key: string): void {
  held.delete(key);
}
