import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryFile } from '../data/library-file.ts';
import type { BackupReason } from '../domain/backups-to-keep.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Result } from '../../shared/result.ts';
import { BackupShelf } from './backup-shelf.ts';
import { makeBackup, type MadeBackup } from './make-backup.ts';

/** How long a library is written in before it is backed up again, in ms. */
const interval = 30 * 60 * 1_000;

export interface BackupPorts {
  /** The folder of all backups; null makes none. */
  readonly folder: string | null;
  now(): Date;
  /** Told what kept a backup from being made; work goes on without it. */
  failed(reason: BackupReason, cause: string): void;
  /** Told that a copy holds records that are not as they were stored: the library does, too. */
  misfits(): void;
}

/** Makes the backups of the open library, one at a time, when there is something new to keep. */
export class Backups {
  readonly #ports: BackupPorts;
  #library: LibraryFile | null = null;
  /** Changes of the library that the latest backup holds; null when that is not known. */
  #held: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: BackupPorts) {
    this.#ports = ports;
  }

  /** The folder of all backups; null where none are made. */
  get folder(): string | null {
    return this.#ports.folder;
  }

  /** A library was opened: from now on it is backed up. A read-only one needs none. */
  opened(library: LibraryFile): void {
    if (this.#ports.folder === null || library.isReadOnly) return;
    this.#library = library;
    this.#held = null;
    this.#timer = setInterval(() => void this.make('work'), interval);
    // Must not keep a command alive.
    this.#timer.unref();
    void this.#openingBackup(library);
  }

  /** The last backup before the library is closed; settles when it can be. */
  async closing(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#library !== null) await this.make('close');
    await this.#last;
    this.#library = null;
  }

  shelf(library: LibraryFile): BackupShelf | null {
    return this.#ports.folder === null ? null : new BackupShelf(this.#ports.folder, library);
  }

  /** Makes a backup when something was stored since the last; null when there is nothing to do. */
  make(reason: BackupReason): Promise<Result<MadeBackup, string> | null> {
    const library = this.#library;
    if (library === null) return Promise.resolve(null);
    const made = this.#last.then(() => this.#make(library, reason));
    this.#last = made;
    return made;
  }

  async #make(library: LibraryFile, reason: BackupReason): Promise<Result<MadeBackup, string> | null> {
    if (library !== this.#library) return null;
    // What stands at its path is not what was stored (lost-library.ts writes that out by itself).
    if ((library.watch?.loss() ?? null) !== null) return null;
    const shelf = this.shelf(library);
    if (shelf === null || (this.#held === library.copies.changes() && reason !== 'sign-off')) return null;
    const made = await makeBackup(library, shelf, reason, this.#ports.now());
    if (made.ok) this.#held = made.value.changes;
    else this.#ports.failed(reason, made.failure);
    if (made.ok) await remember(shelf, library.path);
    if (made.ok && made.value.misfits > 0) this.#ports.misfits();
    return made;
  }

  /** At opening, what the file was when it was backed up last tells whether there is anything new. */
  async #openingBackup(library: LibraryFile): Promise<void> {
    const shelf = this.shelf(library);
    if (shelf !== null && (await isRemembered(shelf, library.path))) {
      this.#held ??= library.copies.changes();
      return;
    }
    await this.make('open');
  }
}

/** Size and time of the library's file, as they were after its last backup. */
async function stateOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
}

const stateFile = ({ folder, place }: BackupShelf): string => join(folder, `state-${place}`);

async function remember(shelf: BackupShelf, path: string): Promise<void> {
  const state = await stateOf(path).catch(() => null);
  if (state !== null) await writeFileAtomically(stateFile(shelf), Buffer.from(state));
}

async function isRemembered(shelf: BackupShelf, path: string): Promise<boolean> {
  const [is, was] = await Promise.all([
    stateOf(path).catch(() => null),
    readFile(stateFile(shelf), 'utf8').catch(() => ''),
  ]);
  return is === was && (await shelf.list()).some(({ place }) => place === shelf.place);
}
