import { uint32, type PageFile } from './page-file.ts';

/** How the content of a cell is spread over its own page and pages that overflow, by SQLite's file format, 1.6. */
export interface Spread {
  /** Bytes in the cell's own page. */
  readonly local: number;
  readonly overflows: boolean;
}

export function spreadOf(length: number, pageSize: number, isTable: boolean): Spread {
  const most = isTable ? pageSize - 35 : Math.floor(((pageSize - 12) * 64) / 255) - 23;
  if (length <= most) return { local: length, overflows: false };
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (pageSize - 4));
  return { local: fitting <= most ? fitting : least, overflows: true };
}

export interface Content {
  readonly bytes: Uint8Array;
  /** Pages that it overflows to. */
  readonly pages: readonly number[];
}

/** How often the bytes of a file may be read as content: a hostile file has many cells claim the same bytes. */
const mostReadings = 32;

/** Puts the contents of cells together, from their own page and those that they overflow to, within bounds. */
export class Contents {
  readonly #file: PageFile;
  /** Pages that a content was read from: they are no pages of a tree. */
  readonly claimed = new Set<number>();
  /** Bytes that may still be read. */
  #rest: number;

  constructor(file: PageFile) {
    this.#file = file;
    this.#rest = mostReadings * file.size * file.count;
  }

  /**
   * `length` bytes that begin with `local`, the rest from page `first` on. Null where that chain breaks off or runs in a
   * circle, or where all has been read that may be.
   */
  read(local: Uint8Array, first: number, length: number): Content | null {
    const perPage = this.#file.size - 4;
    const pages = Math.ceil((length - local.length) / perPage);
    if (pages > this.#file.count || length > this.#rest) return null;
    this.#rest -= length;
    if (pages === 0) return { bytes: local, pages: [] };
    const chain: Uint8Array[] = [];
    const numbers = new Set<number>();
    let next = first;
    while (chain.length < pages) {
      const page = this.#file.page(next);
      if (page === null || next < 2 || numbers.has(next)) return null;
      numbers.add(next);
      chain.push(page);
      next = uint32(page, 0);
    }
    // The last page of a chain says that none follows.
    if (next !== 0) return null;
    const whole = new Uint8Array(length);
    whole.set(local);
    let at = local.length;
    for (const page of chain) {
      const part = page.subarray(4, 4 + Math.min(perPage, length - at));
      whole.set(part, at);
      at += part.length;
    }
    for (const number of numbers) this.claimed.add(number);
    return { bytes: whole, pages: [...numbers] };
  }
}
