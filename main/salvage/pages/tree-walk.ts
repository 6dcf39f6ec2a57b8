import { cellsOf, headerOf, kindOf, uint32, type PageFile, type PageKind } from './page-file.ts';
import { readVarint } from './varint.ts';

/** The pages of one b-tree, in the order of its keys. */
export interface WalkedTree {
  readonly pages: readonly number[];
  /** Every page that the tree leads to could be made sense of. */
  readonly isWhole: boolean;
}

/**
 * Follows a b-tree from its first page. `taken`: pages that another tree has; those that this one has are added.
 * A page is followed once, so no circle is endless.
 */
export function walkTree(file: PageFile, root: number, isTable: boolean, taken: Set<number>): WalkedTree {
  const pages: number[] = [];
  let isWhole = true;
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = file.page(number);
    const kind = page === null ? null : kindOf(page, number);
    const cells = page === null || kind === null ? null : cellsOf(page, number, kind);
    if (page === null || kind === null || cells === null || !belongs(kind, isTable) || taken.has(number)) {
      isWhole = false;
      continue;
    }
    taken.add(number);
    pages.push(number);
    if (!kind.endsWith('inner')) continue;
    const children = [...cells.map((at) => uint32(page, at)), uint32(page, headerOf(number) + 8)];
    waiting.push(...children.toReversed());
  }
  return { pages, isWhole };
}

function belongs(kind: PageKind, isTable: boolean): boolean {
  return kind.startsWith('table') === isTable;
}

/** The pages that the file calls free; null where that list does not hang together. */
export function freePages(file: PageFile): Set<number> | null {
  const first = file.page(1);
  if (first === null) return null;
  const free = new Set<number>();
  let trunk = uint32(first, 32);
  while (trunk !== 0) {
    const page = file.page(trunk);
    const count = page === null ? 0 : uint32(page, 4);
    if (page === null || free.has(trunk) || count > file.size / 4 - 2) return null;
    free.add(trunk);
    for (let place = 0; place < count; place += 1) free.add(uint32(page, 8 + 4 * place));
    trunk = uint32(page, 0);
  }
  return free.size === uint32(first, 36) ? free : null;
}

/** The key of a cell in an inner page of a table; null where it is cut off. */
export function keyOfInner(page: Uint8Array, at: number): number | null {
  return readVarint(page, at + 4, page.length)?.[0] ?? null;
}
