import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryFile } from '../data/library-file.ts';
import { backupsToKeep } from '../domain/backups-to-keep.ts';
import { scan } from '../domain/passing-holds.ts';
import { unfinishedFile } from '../domain/unfinished-names.ts';
import { clearLeftovers, thisWriter } from '../files/leftovers.ts';
import { sha256Of } from '../files/sha256.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { discard, patientlyOpen, patientlyReplace } from '../files/patience.ts';
import { truePath } from '../files/places.ts';
import { backupName, readBackupName, type NamedBackup } from './backup-name.ts';

/** One backup on the shelf. */
export interface ShelvedBackup extends NamedBackup {
  readonly name: string;
  readonly path: string;
}

/**
 * Where the backups of one library stand: a folder for its owner alone, in the program's own place or in a second one
 * that a person chose.
 *
 * All files that a library was ever copied to or moved to share it, known by when the library was made.
 */
export class BackupShelf {
  /** The folder of all shelves. */
  readonly root: string;
  readonly folder: string;
  /** Which of those files this is. */
  readonly place: string;

  constructor(root: string, { path, copies }: ShelvedLibrary) {
    this.root = root;
    this.folder = join(root, shelfOf(copies.madeAt));
    this.place = placeOf(path);
  }

  /** The latest first. Files that are not ours are passed over. */
  async list(): Promise<ShelvedBackup[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names
      .flatMap((name) => {
        const read = readBackupName(name);
        return read === null ? [] : [{ ...read, name, path: join(this.folder, name) }];
      })
      .sort((one, other) => other.number - one.number);
  }

  /** The latest of this very file; undefined where it has none. */
  async latest(): Promise<ShelvedBackup | undefined> {
    return (await this.list()).find(({ place }) => place === this.place);
  }

  /** Makes an empty file for a copy to be written to. The folder of all shelves is made by `makeRoot` alone. */
  async draft(): Promise<string> {
    await mkdir(this.folder, { mode: 0o700 }).catch(passOver('EEXIST'));
    // Sticks and shares have rights of their own.
    await chmod(this.folder, 0o700).catch(passOver('EPERM', 'ENOTSUP'));
    await this.clear();
    const path = join(this.folder, unfinishedFile(thisWriter(), randomBytes(4).toString('hex')));
    await (await open(path, 'wx', 0o600)).close();
    return path;
  }

  async makeRoot(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
  }

  /** Takes away what a crash left half written. */
  async clear(): Promise<void> {
    await clearLeftovers(this.folder);
  }

  /** Gives a verified copy its name, last of all. It is read-only from then on. */
  async shelve(draft: string, backup: NamedBackup): Promise<string> {
    const path = join(this.folder, backupName(backup));
    // Only a scanner knows of the copy.
    const handle = await patientlyOpen(() => open(draft, 'r+'), scan);
    try {
      const { mode } = await handle.stat();
      await handle.chmod(mode & 0o555).catch(passOver('EPERM', 'ENOTSUP'));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await patientlyReplace(() => rename(draft, path), scan);
    await syncFolder(this.folder);
    return path;
  }

  /** A damaged one goes out of the list and stays in the folder, for those who can take texts out of it. */
  async setAside({ path }: ShelvedBackup): Promise<void> {
    await patientlyReplace(() => rename(path, `${path}.damaged`));
  }

  /** Takes away what need not be kept; only called when a newer one was verified. */
  async thin(): Promise<void> {
    const all = await this.list();
    const kept = keptOf(all);
    for (const { name, path } of all) if (!kept.has(name)) await discard(path);
  }
}

/** What is asked of a library to find its backups. */
export interface ShelvedLibrary {
  readonly path: string;
  readonly copies: Pick<LibraryFile['copies'], 'madeAt'>;
}

/** Names of those that are kept: of each file that the library was copied to, by the rule. */
export function keptOf(backups: readonly ShelvedBackup[]): Set<string> {
  const names = new Set<string>();
  for (const ofPlace of Map.groupBy(backups, ({ place }) => place).values()) {
    const kept = backupsToKeep(ofPlace);
    for (const { number, name } of ofPlace) if (kept.has(number)) names.add(name);
  }
  return names;
}

/** The name of a library's shelf: all its copies share when it was made. */
export function shelfOf(madeAt: string): string {
  return sha256Of(madeAt).slice(0, 12);
}

/** Six hexadecimal digits that tell the copies of a library apart. */
export function placeOf(path: string): string {
  return sha256Of(truePath(path)).slice(0, 6);
}

function passOver(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  };
}
