import { randomBytes } from 'node:crypto';
import { identifierFrom } from '../../shared/model/identifier.ts';

/** A file that a person dropped on the page. */
export interface HandedFile {
  readonly path: string;
  /** The shell could not learn where the file stands, and keeps a copy of it for as long as it runs. */
  readonly isCopy: boolean;
}

/** Those that are remembered at once; a person drops a handful. */
const most = 200;

/** The files that were dropped on the page, each under a token: the page never learns a path. */
export class HandedFiles {
  readonly #files = new Map<string, HandedFile>();

  /** Remembers a file; the oldest is forgotten when there are many. */
  keep(file: HandedFile): string {
    const token = identifierFrom(randomBytes(10));
    this.#files.set(token, file);
    if (this.#files.size > most) this.#files.delete(this.#files.keys().next().value ?? '');
    return token;
  }

  find(token: string): HandedFile | null {
    return this.#files.get(token) ?? null;
  }
}
