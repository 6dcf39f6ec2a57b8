import { crc32, createDeflateRaw, deflateRawSync, type DeflateRaw } from 'node:zlib';

/** One compressed entry, ready to be put into any number of archives. */
export interface ZipEntry {
  readonly name: string;
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
  readonly deflated: Uint8Array;
}

const level = 6;

/** A short entry, compressed on the spot. */
export function zipEntry(name: string, content: string): ZipEntry {
  const bytes = Buffer.from(content, 'utf8');
  return { name, crc: crc32(bytes), size: bytes.length, deflated: deflateRawSync(bytes, { level }) };
}

/** Characters that are handed to the compressor at once. */
const portion = 1 << 20;

/**
 * An entry of any length, written piece by piece.
 *
 * Beyond a portion it is compressed on another thread while the next portion is being made. Portions are
 * cut by length and never by the clock, because where they are cut can show in the compressed bytes.
 */
export class ZipEntryWriter {
  readonly #name: string;
  readonly #deflated: Uint8Array[] = [];
  #waiting = '';
  #compressor: DeflateRaw | null = null;
  #compressed: Promise<void> = Promise.resolve();
  #crc = 0;
  #size = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Takes `text`; true when a portion was handed over, which is a good moment to let other work run. */
  write(text: string): boolean {
    this.#waiting += text;
    if (this.#waiting.length < portion) return false;
    this.#handOver();
    return true;
  }

  async end(): Promise<ZipEntry> {
    if (this.#compressor === null) return zipEntry(this.#name, this.#waiting);
    this.#handOver();
    this.#compressor.end();
    await this.#compressed;
    return {
      name: this.#name,
      crc: this.#crc,
      size: this.#size,
      deflated: Buffer.concat(this.#deflated),
    };
  }

  /** Gives up; nothing more may be written. */
  abandon(): void {
    this.#compressor?.destroy();
  }

  #handOver(): void {
    const bytes = Buffer.from(this.#waiting, 'utf8');
    this.#waiting = '';
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    this.#compressor ??= this.#startCompressor();
    this.#compressor.write(bytes);
  }

  #startCompressor(): DeflateRaw {
    const compressor = createDeflateRaw({ level, chunkSize: 1 << 18 });
    compressor.on('data', (chunk: Buffer) => this.#deflated.push(chunk));
    this.#compressed = new Promise((resolve, reject) => compressor.on('end', resolve).on('error', reject));
    // A failure is told by `end`; before that nobody listens, and Node would take it for forgotten.
    this.#compressed.catch(() => undefined);
    return compressor;
  }
}
