/** A database file as pages, numbered from 1. */
export interface PageFile {
  /** Bytes of a page. */
  readonly size: number;
  readonly count: number;
  /** Null for a page that the file does not have in full. */
  page(number: number): Uint8Array | null;
}

/**
 * Pages of a file, with those of a journal in their place. What stands behind the last whole page is left out.
 */
export function pageFile(
  bytes: Uint8Array,
  size: number,
  replaced: ReadonlyMap<number, Uint8Array> = new Map(),
): PageFile {
  const whole = Math.floor(bytes.length / size);
  let count = whole;
  // A number out of all proportion is no page's.
  for (const number of replaced.keys())
    if (number <= whole + replaced.size) count = Math.max(count, number);
  return {
    size,
    count,
    page: (number) => {
      const other = replaced.get(number);
      if (other !== undefined) return other;
      return number >= 1 && number <= whole ? bytes.subarray((number - 1) * size, number * size) : null;
    },
  };
}

/** What kind of b-tree page it is; null for any other page. */
export type PageKind = 'table' | 'table-inner' | 'index' | 'index-inner';

export const headerOf = (number: number): number => (number === 1 ? 100 : 0);

export function kindOf(page: Uint8Array, number: number): PageKind | null {
  switch (page[headerOf(number)]) {
    case 0x0d:
      return 'table';
    case 0x05:
      return 'table-inner';
    case 0x0a:
      return 'index';
    case 0x02:
      return 'index-inner';
    default:
      return null;
  }
}

export const uint16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

export const uint32 = (bytes: Uint8Array, at: number): number =>
  uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);

/** Where the cells of a b-tree page begin, as its header says; null where that can't be so. */
export function cellsOf(page: Uint8Array, number: number, kind: PageKind): number[] | null {
  const header = headerOf(number);
  const pointers = header + (kind.endsWith('inner') ? 12 : 8);
  const count = uint16(page, header + 3);
  const end = pointers + 2 * count;
  if (end > page.length) return null;
  const cells = Array.from({ length: count }, (_, place) => uint16(page, pointers + 2 * place));
  return cells.every((at) => at >= end && at <= page.length - 4) ? cells : null;
}
