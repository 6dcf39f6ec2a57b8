import type { BigIntStats } from 'node:fs';

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

export function isHeld(key: string): boolean {
  return held.has(key);
}

export function hold(key: string): void {
  held.add(key);
}

export function letGo(key: string): void {
  held.delete(key);
}
