import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { mayBeHeld, moment, pauseAfter, scan, type FileWork } from '../domain/passing-holds.ts';

const isWindows = process.platform === 'win32';

/** Opens, reads or makes a file, and tries again while another program holds it (passing-holds.ts). */
export function patientlyOpen<T>(work: () => Promise<T>, most: number = moment): Promise<T> {
  return patiently('open', work, most);
}

/** The same for renaming and removing. */
export function patientlyReplace<T>(work: () => Promise<T>, most: number = moment): Promise<T> {
  return patiently('replace', work, most);
}

/**
 * Waits, when SQLite could not open a file of ours, until a scanner is done with it; SQLite itself waits for a second.
 * False where there is nothing to wait for: what SQLite said is so. Never rejects.
 */
export async function untilScanned(path: string): Promise<boolean> {
  if (!isWindows) return false;
  await patientlyOpen(async () => (await open(path, 'r')).close(), scan).catch(() => undefined);
  return true;
}

/** Throws what the last try threw. `most`: how long is waited, in ms. */
export async function patiently<T>(
  kind: FileWork,
  work: () => Promise<T>,
  most: number,
  onWindows = isWindows,
): Promise<T> {
  const start = Date.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayBeHeld(codeOf(error), kind, onWindows) || Date.now() - start > most) throw error;
      await delay(pauseAfter(tries));
    }
  }
}

/** Renames what was just written. A target that is open is waited for a moment, a scanner until it is done. */
export async function putInPlace(written: string, path: string): Promise<void> {
  const work = (): Promise<void> => rename(written, path);
  try {
    await patientlyReplace(work);
  } catch (error) {
    if (!(await isHeld(written)) || (await isHeld(path))) throw error;
    await patientlyReplace(work, scan);
  }
}

/** Whether another program keeps a file that is there from being written; never true but on Windows. */
export async function isHeld(path: string): Promise<boolean> {
  if (!isWindows) return false;
  try {
    await (await open(path, 'r+')).close();
    return false;
  } catch (error) {
    return codeOf(error) === 'EBUSY';
  }
}

/** Files of our own that could not be removed yet. */
const left = new Set<string>();

/**
 * Removes a file or folder of our own that has done its work; its name is not to be given again. While another
 * program holds it, it stays until the next call: nobody waits for that. Never rejects.
 */
export async function discard(path: string): Promise<void> {
  left.add(path);
  for (const each of [...left]) {
    const isGone = await rm(each, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    if (isGone) left.delete(each);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
