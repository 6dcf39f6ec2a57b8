import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, join } from 'node:path';
import { failed, success, type Result } from '../../shared/result.ts';
import { largestReportFile } from '../../shared/contract/largest-report-file.ts';
import { HandedFiles, type HandedFile } from '../files/handed-files.ts';
import { discard } from '../files/patience.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { readBytes } from './read-body.ts';

/** Copies that a program left behind when it was killed are thrown away after a day. */
const longestStay = 24 * 60 * 60 * 1000;

/** Bytes of UTF-8: a file system takes 255, and writing a file whole needs some beside it. */
const longestName = 180;

/**
 * Copies of the files that were dropped on the page, since a browser does not say where a file stands.
 *
 * They lie in a folder of this run's own, which only this account may read, and are gone when it ends.
 */
export class DroppedCopies {
  readonly #place: string;
  readonly #files = new HandedFiles();
  #folder: Promise<string> | null = null;

  /** `place` is the folder for such folders; it is made when the first file comes. */
  constructor(place: string) {
    this.#place = place;
  }

  find(token: string): HandedFile | null {
    return this.#files.find(token);
  }

  /**
   * Writes a request's body to a file named `name`, and gives the token for it.
   *
   * `size` is what the page says that the file has, in bytes: it sends nothing of one that is too large.
   */
  async take(request: IncomingMessage, name: string, size: number): Promise<Result<{ token: string }>> {
    const plain = plainName(name);
    const limit = largestReportFile;
    const bytes = Math.max(size, Number(request.headers['content-length'] ?? 0));
    const body = bytes > limit ? null : await readBytes(request, limit);
    if (body === null) return failed({ code: 'file-too-large', path: plain, bytes, limit });
    const folder = await this.#ownFolder();
    if (folder === null)
      return failed({ code: 'dropped-folder-unusable', path: plain, folder: this.#place });
    const path = join(folder, plain);
    const written = await writeFileAtomically(path, body);
    return written.ok ? success({ token: this.#files.keep({ path, isCopy: true }) }) : written;
  }

  /**
   * A new folder for one file: two of one name may be dropped, and the name is the person's. Null where none
   * can be made; the next file is another try.
   */
  async #ownFolder(): Promise<string | null> {
    try {
      const folder = join(await (this.#folder ??= makeFolder(this.#place)), randomUUID());
      await mkdir(folder);
      return folder;
    } catch {
      this.#folder = null;
      return null;
    }
  }

  /** `path` as a person knows it: a copy's place means nothing to them. */
  nameFor(path: string): string {
    return path.startsWith(join(this.#place, '/')) ? basename(path) : path;
  }

  async close(): Promise<void> {
    const folder = await this.#folder?.catch(() => null);
    if (folder !== null && folder !== undefined) await discard(folder);
  }
}

async function makeFolder(place: string): Promise<string> {
  await mkdir(place, { recursive: true, mode: 0o700 });
  for (const name of await readdir(place)) {
    const old = join(place, name);
    const age = Date.now() - ((await stat(old).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > longestStay) await discard(old);
  }
  return mkdtemp(join(place, 'run-'));
}

/** The last part of a name, without what Windows or a shell would read as something else. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- those are the ones to go
  const plain = last.replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/gu, '_');
  const characters = [...plain];
  while (Buffer.byteLength(characters.join('')) > longestName) characters.shift();
  return /^\.*$/u.test(plain) ? 'ファイル' : characters.join('');
}
