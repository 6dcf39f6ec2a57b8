import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readBackupName } from '../backup-name.ts';
import { placeOf } from '../backup-shelf.ts';

/** Backups that are tried: the latest may themselves be of no use. */
const mostTried = 5;

/**
 * Backups that may be of a library that can't be opened, the latest first: those of its place, else the latest of each
 * shelf, in case it was moved. Whether one is of the same library is told from what it holds.
 */
export async function backupsOf(folder: string | null, library: string): Promise<string[]> {
  if (folder === null) return [];
  const place = placeOf(library);
  const own: { path: string; number: number }[] = [];
  const others: string[] = [];
  for (const shelf of await namesIn(folder)) {
    const backups = (await namesIn(join(folder, shelf)))
      .flatMap((name) => {
        const read = readBackupName(name);
        return read === null ? [] : [{ ...read, path: join(folder, shelf, name) }];
      })
      .sort((one, other) => other.number - one.number);
    own.push(...backups.filter((backup) => backup.place === place));
    others.push(...backups.slice(0, 1).map(({ path }) => path));
  }
  if (own.length === 0) return others.slice(0, mostTried);
  return own
    .sort((one, other) => other.number - one.number)
    .slice(0, mostTried)
    .map(({ path }) => path);
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
