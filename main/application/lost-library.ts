import { join } from 'node:path';
import type { Failure, LibraryLoss, RescuedLibrary } from '../../shared/failure.ts';
import type { LibraryFile } from '../data/library-file.ts';
import type { Context } from './context.ts';
import { newIdentifier } from './new-identifier.ts';
import { rescueLibrary } from '../backup/rescue-library.ts';

type LostFailure = Extract<Failure, { code: 'library-lost' }>;

/** How often the file is looked at while nobody asks for anything, in ms. */
const interval = 2_000;

/** What was written out of a library, and when: counted in its changes. */
interface Rescue {
  readonly library: LibraryFile;
  readonly changes: number;
  readonly written: Promise<RescuedLibrary | null>;
}

/**
 * Notices that the open library's file is no longer what the program wrote, and writes all it holds to a new file
 * at once. Every request is then answered with that, until another library is open or the file is back.
 */
export class LostLibrary {
  readonly #context: Context;
  /** The program's own folder for what can't be written beside the library. */
  readonly #folder: string | null;
  readonly #timer: NodeJS.Timeout;
  #rescue: Rescue | null = null;
  /** What the pages know; null while nothing is lost. */
  #told: LostFailure | null = null;

  constructor(context: Context, backupsFolder: string | null) {
    this.#context = context;
    this.#folder = backupsFolder === null ? null : join(backupsFolder, 'rescued');
    this.#timer = setInterval(() => void this.look(), interval);
    // Must not keep a command alive.
    this.#timer.unref();
  }

  /** Null while all is well: then nothing is waited for. */
  failure(): Promise<Failure> | null {
    return this.#failureOf((library) => library.watch?.loss() ?? null);
  }

  /** A closer look, which compares the file with what is held. */
  async look(): Promise<void> {
    await this.#failureOf((library) => library.watch?.look() ?? null);
  }

  /** Settles when nothing is being written any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.failure();
  }

  #failureOf(lossOf: (library: LibraryFile) => LibraryLoss | null): Promise<Failure> | null {
    const { library } = this.#context.session;
    const how = library === null ? null : lossOf(library);
    if (library !== null && how !== null) return this.#lost(library, how);
    if (this.#told !== null) this.#tell(null);
    return null;
  }

  async #lost(library: LibraryFile, how: LibraryLoss): Promise<Failure> {
    const changes = library.copies.changes();
    if (this.#rescue?.library !== library || this.#rescue.changes !== changes) {
      this.#rescue = { library, changes, written: this.#write(library) };
    }
    const rescue = this.#rescue;
    const rescued = await rescue.written;
    // What could not be written is tried again with the next look.
    if (rescued === null && this.#rescue === rescue) this.#rescue = null;
    const failure: LostFailure = { code: 'library-lost', path: library.path, how, rescued };
    const isNew = this.#told?.how !== how || this.#told.rescued?.file !== rescued?.file;
    if (this.#context.session.library === library && isNew) this.#tell(failure);
    return failure;
  }

  async #write(library: LibraryFile): Promise<RescuedLibrary | null> {
    const { session, ports } = this.#context;
    try {
      const rescued = await rescueLibrary(library, {
        shelf: session.backups.shelf(library),
        folder: this.#folder,
        now: ports.now(),
      });
      if (rescued.ok) {
        session.recent.opened(rescued.value.file, ports.now());
        return rescued.value;
      }
      this.#log(rescued.failure);
    } catch (error) {
      this.#log(error);
    }
    return null;
  }

  /** The pages read again what they show, and are told why they can't. */
  #tell(failure: LostFailure | null): void {
    const { session, ports } = this.#context;
    this.#told = failure;
    session.libraryFailure = failure;
    ports.send('library.changed', {});
  }

  #log(error: unknown): void {
    this.#context.ports.log({ reference: newIdentifier().slice(0, 8), request: 'library lost', error });
  }
}
