import type { ProcessEnd } from './reading-process-port.ts';

/**
 * What a process whose engine gave up ends with: SIGABRT by its number and as shells count it, which is Node's own
 * number on Windows; Windows' breakpoint; Chromium's want of memory.
 */
const abortCodes: ReadonlySet<number> = new Set([6, 134, 0x8000_0003 | 0, 0xe000_0008 | 0]);

/** How a process ended, by what the system says of it: its code, or the signal that ended it. */
export function processEnd(code: number | null, signal: NodeJS.Signals | null = null): ProcessEnd {
  // A code that is given without its sign is the same code.
  const isAbort = signal === 'SIGABRT' || (code !== null && abortCodes.has(code | 0));
  return isAbort ? 'aborted' : 'gone';
}
