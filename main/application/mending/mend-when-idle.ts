import type { LibraryFile } from '../../data/library-file.ts';
import type { Context } from '../context.ts';
import { newIdentifier } from '../new-identifier.ts';
import { mendLibrary } from './mend-library.ts';

/** Milliseconds without a request before anything is looked at, and for how long at once. */
const quiet = 800;
const atOnce = 10;

interface Work {
  readonly library: LibraryFile;
  /** Does a piece; true when all is done. */
  piece(): boolean;
  giveUp(error: Error): void;
}

/** The library that was looked at is no longer the open one, or the program ends: the next opening looks again. */
class Interrupted extends Error {}

/**
 * Looks through every record of the library that was opened, once, while nobody asks for anything; gives back what is
 * damaged and can be proved, and tells the pages (mend-library.ts).
 */
export class IdleMending {
  readonly #context: Context;
  #timer: NodeJS.Timeout | undefined;
  #work: Work | null = null;
  #isQuiet = false;
  #isStopped = false;
  #isRunning = false;
  /** The library that was looked through, or is at present. */
  #looked: LibraryFile | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Called when no request is under way: waits for quiet, then goes on. */
  postpone(): void {
    this.#isQuiet = true;
    this.#schedule(quiet);
  }

  /** Called when a request comes: it has the thread for itself. */
  pause(): void {
    this.#isQuiet = false;
    clearTimeout(this.#timer);
  }

  /** Something was found in a copy: the library is looked through once more. */
  again(): void {
    this.#looked = null;
    if (this.#isQuiet) this.#schedule(quiet);
  }

  /** Settles when nothing is being written any more. */
  async stop(): Promise<void> {
    this.pause();
    this.#isStopped = true;
    this.#work?.giveUp(new Interrupted());
    await this.#running;
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#goOn(), delay);
    // Must not keep a command alive: what was not looked at is looked at when the library is opened next.
    this.#timer.unref();
  }

  #goOn(): void {
    const { library } = this.#context.session;
    if (library === null) return;
    if (this.#work !== null && this.#work.library !== library) this.#work.giveUp(new Interrupted());
    if (this.#looked !== library && !this.#isRunning) this.#begin(library);
    const work = this.#work;
    if (work === null) return;
    const until = performance.now() + atOnce;
    try {
      while (performance.now() < until) {
        if (!work.piece()) continue;
        this.#work = null;
        return;
      }
      this.#schedule(0);
    } catch (error) {
      this.#work = null;
      work.giveUp(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #begin(library: LibraryFile): void {
    this.#looked = library;
    this.#isRunning = true;
    this.#running = mendLibrary(this.#context, library, (work) => this.#through(library, work))
      .catch((error: unknown) => {
        if (error instanceof Interrupted || this.#context.session.library !== library) return;
        const reference = newIdentifier().slice(0, 8);
        this.#context.ports.log({ reference, request: 'look through records', error });
      })
      .finally(() => {
        this.#isRunning = false;
        // Another library came meanwhile, or this one is to be looked through once more.
        if (this.#isQuiet && this.#looked !== this.#context.session.library) this.#schedule(quiet);
      });
  }

  /** Runs a generator to its end in the quiet between requests. */
  #through<T>(library: LibraryFile, generator: Generator<undefined, T>): Promise<T> {
    if (this.#isStopped || this.#context.session.library !== library)
      return Promise.reject(new Interrupted());
    return new Promise((resolve, reject: (error: Error) => void) => {
      this.#work = {
        library,
        piece: () => {
          const { done, value } = generator.next();
          if (done !== true) return false;
          resolve(value);
          return true;
        },
        giveUp: (error) => {
          this.#work = null;
          reject(error);
        },
      };
      if (this.#isQuiet) this.#schedule(0);
    });
  }
}
