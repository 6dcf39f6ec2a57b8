import { randomInt } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryFile } from '../data/library-file.ts';
import type { MigrationShelf } from '../data/opening/copy-before-migration.ts';
import type { BackupReason } from '../domain/backups-to-keep.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Result } from '../../shared/result.ts';
import { BackupShelf } from './backup-shelf.ts';
import { drill, isDrillDue, type Drill } from './drill.ts';
import { makeBackup, type MadeBackup } from './make-backup.ts';
import { migrationShelf } from './migration-shelf.ts';
import { SecondPlace } from './second-place.ts';

/** How long a library is written in before it is backed up again, in ms. */
const interval = 30 * 60 * 1_000;
/** How often a second place that does not hold all is looked at again, in ms. */
const secondInterval = 3 * 60 * 1_000;
/** How long the end of the program waits for the second place, in ms. */
const longestFarewell = 10_000;

export interface BackupPorts {
  /** The folder of all backups; null makes none. */
  readonly folder: string | null;
  /** Backups are made when it is time; else only before a migration, and when one is asked for. */
  readonly byItself: boolean;
  now(): Date;
  /** Told what kept a backup from being made; work goes on without it. */
  failed(reason: BackupReason, cause: string): void;
  /** Told that a copy holds records that are not as they were stored: the library does, too. */
  misfits(): void;
  /** Told when there is something else to see of backups: of the second place, or a drill. */
  changed(): void;
  /** Told the local time of a backup that a drill found damaged. */
  damaged(stamp: string): void;
}

/** Makes the backups of the open library, one at a time, when there is something new to keep. */
export class Backups {
  /** The second place, which a person may choose; null where no backups are made. */
  readonly second: SecondPlace | null;
  readonly #ports: BackupPorts;
  #library: LibraryFile | null = null;
  /** Changes of the library that the latest backup holds; null when that is not known. */
  #held: number | null = null;
  #timers: NodeJS.Timeout[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: BackupPorts) {
    this.#ports = ports;
    this.second = ports.folder === null ? null : new SecondPlace(ports.folder, () => ports.changed());
  }

  /** The folder of all backups; null where none are made. */
  get folder(): string | null {
    return this.#ports.folder;
  }

  /** A library was opened: from now on it is backed up. A read-only one needs none. */
  opened(library: LibraryFile): void {
    if (this.#ports.folder === null || !this.#ports.byItself || library.isReadOnly) return;
    this.#library = library;
    this.#held = null;
    this.#timers = [
      setInterval(() => void this.make('work'), interval),
      setInterval(() => void this.#lookAtSecond(), secondInterval),
    ];
    // They must not keep a command alive.
    for (const timer of this.#timers) timer.unref();
    void this.#openingBackup(library);
  }

  /** The last backup before the library is closed; settles when it can be. */
  async closing(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    if (this.#library !== null) await this.make('close');
    await this.#last;
    this.#library = null;
  }

  /** What was backed up last comes to the second place, if that does not take too long. */
  async settled(): Promise<void> {
    await this.second?.settled(longestFarewell);
  }

  /** Where a library is kept before a migration; null for beside it. */
  migrationShelf(): MigrationShelf | null {
    const { folder, now } = this.#ports;
    return folder === null ? null : migrationShelf(folder, now);
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

  /** Tries the backups of the open library out; null when there are none, or the try did not come off. */
  drill(): Promise<Drill | null> {
    const library = this.#library;
    const shelf = library === null ? null : this.shelf(library);
    if (library === null || shelf === null) return Promise.resolve(null);
    const drilled = this.#last.then(() => this.#drill(library, shelf));
    this.#last = drilled;
    return drilled;
  }

  /** The same, where none was made in this month. */
  async drillIfDue(): Promise<void> {
    const shelf = this.#library === null ? null : this.shelf(this.#library);
    if (shelf !== null && isDrillDue(shelf, this.#ports.now())) await this.drill();
  }

  async #drill(library: LibraryFile, shelf: BackupShelf): Promise<Drill | null> {
    if (library !== this.#library) return null;
    try {
      const drilled = await drill(library, shelf, this.#ports.now(), (count) => randomInt(count));
      const damaged = drilled?.backups.filter(({ outcome }) => outcome === 'damaged') ?? [];
      for (const { stamp } of damaged) this.#ports.damaged(stamp);
      // The latest may be the one that is gone.
      if (damaged.length > 0) {
        this.#held = null;
        await this.#make(library, 'work');
      }
      this.#ports.changed();
      return drilled;
    } catch {
      // The library was closed, or its disk is gone: the next quiet brings another try.
      return null;
    }
  }

  async #lookAtSecond(): Promise<void> {
    if (this.#library !== null && this.second?.state.kind !== 'held')
      await this.second?.bringUp(this.#library);
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
    if (made.ok && made.value.kind === 'made') {
      this.second?.made(made.value);
      void this.second?.bringUp(library);
    }
    return made;
  }

  /** At opening, what the file was when it was backed up last tells whether there is anything new. */
  async #openingBackup(library: LibraryFile): Promise<void> {
    const shelf = this.shelf(library);
    await shelf?.clear();
    void this.second?.bringUp(library);
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
