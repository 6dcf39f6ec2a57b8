/**
 * Windows lets nobody open, rename or remove a file that another program holds without sharing it. A virus scanner, a
 * preview or a copy does so for a moment, to a file that was just written above all; Word for as long as it is open.
 */

/** How long is waited for a file that somebody may be working with, in ms. */
export const moment = 5_000;

/** The same where the thread waits, and with it everybody, in ms. */
export const shortMoment = 2_000;

/** How long for one that only a scanner can hold, since nobody else knows of it, in ms. */
export const scan = 120_000;

/** Pauses between two tries, in ms; the last one is taken again. */
const pauses = [25, 50, 100, 200, 400, 800];

/** How long to wait after so many tries. */
export function pauseAfter(tries: number): number {
  return pauses[Math.min(tries, pauses.length) - 1] ?? 0;
}

/** What is done to a file: to one that is held Windows says only at opening that it is, else that it is not allowed. */
export type FileWork = 'open' | 'replace';

/** Whether another program may be what stands in the way. `code`: of an error of node:fs. */
export function mayBeHeld(code: string, work: FileWork, onWindows: boolean): boolean {
  if (!onWindows) return false;
  return code === 'EBUSY' || (work === 'replace' && (code === 'EPERM' || code === 'EACCES'));
}
