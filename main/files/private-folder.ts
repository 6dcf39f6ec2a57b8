import { chmod, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteFailure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { clearLeftoversOnce } from './leftovers.ts';
import { patientlyOpen, patientlyReplace } from './patience.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/**
 * A folder of small text files that hold a report's words: only this account may read them.
 *
 * Each is whole and on the disk when its writing is answered. The folder is made when it is needed.
 */
export class PrivateFolder {
  readonly #path: string;
  #made: Promise<void> | null = null;

  constructor(path: string) {
    this.#path = path;
    // What an earlier start was killed over holds words, too.
    void clearLeftoversOnce(path);
  }

  /** Names of what is in it; none when the folder is not there. */
  async names(): Promise<string[]> {
    const names = await readdir(this.#path).catch(() => []);
    return names.filter((name) => !isUnfinished(name));
  }

  /** Null when there is no such file, or it can't be read. */
  async read(name: string): Promise<string | null> {
    return patientlyOpen(() => readFile(join(this.#path, name), 'utf8')).catch(() => null);
  }

  async write(name: string, text: string): Promise<Result<void, WriteFailure>> {
    this.#made ??= this.#make().catch(() => undefined);
    await this.#made;
    const written = await writeFileAtomically(join(this.#path, name), Buffer.from(text), 0o600);
    // Somebody may have cleared it away meanwhile: the next writing makes it again.
    if (!written.ok) this.#made = null;
    return written;
  }

  async remove(name: string): Promise<void> {
    await patientlyReplace(() => rm(join(this.#path, name), { force: true }));
  }

  async #make(): Promise<void> {
    await mkdir(this.#path, { recursive: true, mode: 0o700 });
    // An earlier version, or a person, may have made it for all to read.
    await chmod(this.#path, 0o700);
  }
}

/** As writeFileAtomically calls a file until it is whole. */
function isUnfinished(name: string): boolean {
  return name.startsWith('~');
}
