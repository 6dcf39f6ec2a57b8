import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Most files of a folder that are looked at. */
const most = 2_000;

/** A file of a folder, without its content. */
export interface ListedFile {
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601, UTC, by the clock of who keeps the folder. */
  readonly modified: string;
}

/**
 * The files of a folder that `wanted` names, by their names; null where the folder is not there, as a share that went away.
 * Nothing is opened.
 */
export async function listFolder(
  folder: string,
  wanted: (name: string) => boolean,
): Promise<ListedFile[] | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const listed = await Promise.all(
    names
      .filter(wanted)
      .sort()
      .slice(0, most)
      .map(async (name): Promise<ListedFile | null> => {
        const path = join(folder, name);
        const found = await stat(path).catch(() => null);
        if (found?.isFile() !== true) return null;
        return { name, path, size: found.size, modified: found.mtime.toISOString() };
      }),
  );
  const files = listed.filter((file) => file !== null);
  // A share that goes away in the middle names files that are none.
  const isGone = files.length === 0 && listed.length > 0 && (await stat(folder).catch(() => null)) === null;
  return isGone ? null : files;
}
