import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writerOfName, writerOn, type Writer } from '../domain/unfinished-names.ts';

/** Nothing takes longer to be written, in ms; what is older was left behind, whoever wrote it. */
const longestWrite = 60 * 60 * 1_000;

/** This process, as a writer. */
export function thisWriter(): Writer {
  return writerOn(hostname(), process.pid);
}

/**
 * Takes away what a write that was cut off left in a folder: its writer was on this computer and is gone, or it is
 * older than any write takes. Nothing is touched that is not certainly ours. Never rejects.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const writer = writerOfName(name);
    if (writer === null) continue;
    const path = join(folder, name);
    if ((await isLeft(path, writer)) && (await holdsOursOnly(path))) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

const cleared = new Set<string>();

/** The same, once for each folder while the program runs. */
export async function clearLeftoversOnce(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  await clearLeftovers(folder);
}

async function isLeft(path: string, writer: Writer | 'unknown'): Promise<boolean> {
  if (writer !== 'unknown' && writer.host === thisWriter().host && !isAlive(writer.pid)) return true;
  const stats = await lstat(path).catch(() => null);
  return stats !== null && Date.now() - stats.mtimeMs > longestWrite;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another account is there, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A file, or a folder with nothing in it but the library that was being made, perhaps half written. */
async function holdsOursOnly(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null || stats.isSymbolicLink()) return false;
  if (!stats.isDirectory()) return stats.isFile();
  const names = await readdir(path).catch(() => ['?']);
  return names.every((name) => name.startsWith('new.sengen') || writerOfName(name) !== null);
}
