import { createHash, randomBytes } from 'node:crypto';
import { PrivateFolder } from '../files/private-folder.ts';

/** As many browsers as are remembered for a port, the latest last. */
const most = 12;

/**
 * The browsers that were let in on a port, each by a secret of its own.
 *
 * Kept over a restart, so that a page that was left open goes on by itself. What is kept is only what a secret is
 * recognised by: with the file alone nobody comes in.
 */
export class KnownBrowsers {
  readonly #folder: PrivateFolder | null;
  readonly #name: string;
  #marks: readonly string[];
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(folder: PrivateFolder | null, name: string, marks: readonly string[]) {
    this.#folder = folder;
    this.#name = name;
    this.#marks = marks;
  }

  /** `folder`: where they are kept; none outlives the program when it is null. */
  static async ofPort(port: number, folder: string | null): Promise<KnownBrowsers> {
    const name = `${port}.json`;
    if (folder === null) return new KnownBrowsers(null, name, []);
    const kept = new PrivateFolder(folder);
    return new KnownBrowsers(kept, name, marksIn(await kept.read(name)));
  }

  /** Lets one more in; the secret that it shows from now on. */
  add(): string {
    const secret = newSecret();
    this.#marks = [...this.#marks, markOf(secret)].slice(-most);
    const text = JSON.stringify(this.#marks);
    // Without the file a page has to be opened anew after a restart: no reason to keep anyone out now.
    this.#writing = this.#writing.then(() => this.#folder?.write(this.#name, text)).catch(() => undefined);
    return secret;
  }

  has(secret: string): boolean {
    return this.#marks.includes(markOf(secret));
  }

  /** Settles when all of them are on the disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }
}

/** 256 random bits, as letters that an address and a header can carry. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What a secret is recognised by; its own letters can't be found from it, nor one by one by the time it takes. */
export function markOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function marksIn(text: string | null): readonly string[] {
  try {
    const marks: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(marks) && marks.every((mark) => typeof mark === 'string') ? marks : [];
  } catch {
    return [];
  }
}
