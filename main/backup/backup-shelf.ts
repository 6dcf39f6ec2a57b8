import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryFile } from '../data/library-file.ts';
import { backupsToKeep } from '../domain/backups-to-keep.ts';
import { scan } from '../domain/passing-holds.ts';
import { truePath } from '../files/places.ts';
import { discard, patientlyOpen, patientlyReplace } from '../files/patience.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { backupName, readBackupName, type NamedBackup } from './backup-name.ts';

/** One backup on the shelf. */
export interface ShelvedBackup extends NamedBackup {
  readonly name: string;
  readonly path: string;
}

/**
 * Where the backups of one library stand: a folder of the program's own, for its owner alone.
 *
 * All files that a library was ever copied to or moved to share it, known by when the library was made.
 */
export class BackupShelf {
  readonly folder: string;
  /** Which of those files this is. */
  readonly place: string;

  constructor(backups: string, { path, copies }: Pick<LibraryFile, 'path' | 'copies'>) {
    this.folder = join(backups, hashOf(copies.madeAt).slice(0, 12));
    this.place = hashOf(truePath(path)).slice(0, 6);
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

  /** Makes an empty file for a copy to be written to, after clearing away what a crash left of others. */
  async draft(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    for (const name of await readdir(this.folder)) {
      if (name.startsWith(unfinished)) await discard(join(this.folder, name));
    }
    const path = join(this.folder, `${unfinished}${randomBytes(6).toString('hex')}.sengen`);
    await (await open(path, 'wx', 0o600)).close();
    return path;
  }

  /** Gives a verified copy its name, last of all. It is read-only from then on. */
  async shelve(draft: string, backup: NamedBackup): Promise<string> {
    const path = join(this.folder, backupName(backup));
    // Only a scanner knows of the copy.
    const handle = await patientlyOpen(() => open(draft, 'r+'), scan);
    try {
      await handle.chmod(0o400);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await patientlyReplace(() => rename(draft, path), scan);
    await syncFolder(this.folder);
    return path;
  }

  /** Takes away what need not be kept; only called when a newer one was verified. */
  async thin(): Promise<void> {
    const all = await this.list();
    for (const ofPlace of Map.groupBy(all, ({ place }) => place).values()) {
      const kept = backupsToKeep(ofPlace);
      for (const { number, path } of ofPlace) if (!kept.has(number)) await discard(path);
    }
  }
}

/** How the file begins that is being copied to. */
const unfinished = '~';

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A backup by its name, as a person was shown it. */
export async function shelved(shelf: BackupShelf, name: string): Promise<Result<ShelvedBackup, string>> {
  const found = (await shelf.list()).find((each) => each.name === name);
  return found === undefined ? failed(name) : success(found);
}
