import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import type { LibraryHolder } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { truePath } from './places.ts';
import { sha256Of } from './sha256.ts';

interface Note extends LibraryHolder {
  /** Number of the process. */
  readonly process: number;
}

/**
 * Who has which library open on this PC: a small note for each, in a folder of the program's own.
 *
 * A note only gives a refusal its words: whether a library is in use the lock on its file decides. It counts as long
 * as the process lives that wrote it, so that one left by a crash says nothing.
 */
export class LibraryHolders {
  readonly #folder: string | null;
  /** The note of what this process holds; null when it holds nothing. */
  #own: string | null = null;

  /** `folder`: path; null writes no notes and reads none. */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** This process has a library now, and has let go of the one before. */
  took(path: string, { user, since }: { readonly user: string; readonly since: Date }): void {
    this.letGo();
    const file = this.#noteOf(path);
    if (this.#folder === null || file === null) return;
    const note: Note = { user, computer: hostname(), since: since.toISOString(), process: process.pid };
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
      this.#own = file;
    } catch {
      // Without it the next one reads that the library is open, and not by whom.
    }
  }

  letGo(): void {
    try {
      if (this.#own !== null) rmSync(this.#own, { force: true });
    } catch {
      // A scanner holds it: it says nothing any more once this process is gone.
    }
    this.#own = null;
  }

  /** The same result; where a library is refused because it is in use it says by whom, as far as that is known. */
  named<T>(result: Result<T>): Result<T> {
    if (result.ok || result.failure.code !== 'library-in-use') return result;
    const holder = this.of(result.failure.path);
    return holder === null ? result : failed({ ...result.failure, holder });
  }

  /** Who has a library open; null where that is not known. */
  of(path: string): LibraryHolder | null {
    const file = this.#noteOf(path);
    if (file === null) return null;
    try {
      const note: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (!isNote(note) || !isAlive(note)) return null;
      const { user, computer, since } = note;
      return { user, computer, since };
    } catch {
      return null;
    }
  }

  #noteOf(path: string): string | null {
    if (this.#folder === null) return null;
    const name = sha256Of(truePath(path)).slice(0, 16);
    return join(this.#folder, `${name}.json`);
  }
}

function isNote(value: unknown): value is Note {
  const note = value as Partial<Record<keyof Note, unknown>> | null;
  return (
    typeof note === 'object' &&
    typeof note?.user === 'string' &&
    typeof note.computer === 'string' &&
    typeof note.since === 'string' &&
    Number.isInteger(note.process) &&
    (note.process as number) > 0
  );
}

/** True when the process that wrote a note still runs. A number is given again once the PC was started anew. */
function isAlive({ computer, since, process: number }: Note): boolean {
  const started = Date.now() - uptime() * 1_000;
  if (computer !== hostname() || !(Date.parse(since) >= started)) return false;
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // It lives, and is another account's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
