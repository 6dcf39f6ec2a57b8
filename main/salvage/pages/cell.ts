import { uint32, type PageFile, type PageKind } from './page-file.ts';
import { spreadOf, type Contents } from './payload.ts';
import { readHead, readValues, typesFit } from './record.ts';
import type { FoundRecord, TreeShape } from './shape.ts';
import { readVarint } from './varint.ts';

/** A cell of a b-tree page that holds a record of a known shape. */
export interface FoundCell {
  readonly shape: TreeShape;
  readonly record: Omit<FoundRecord, 'standing'>;
  /** Where the next byte of the page stands. */
  readonly end: number;
}

/**
 * Reads the cell at `at` as a record of the first of `shapes` that it fits. Null where the bytes are no such record;
 * nothing that can stand there throws.
 */
export function readCell(
  file: PageFile,
  contents: Contents,
  number: number,
  at: number,
  kind: Exclude<PageKind, 'table-inner'>,
  shapes: readonly TreeShape[],
): FoundCell | null {
  const page = file.page(number);
  if (page === null) return null;
  const isTable = kind === 'table';
  const length = readVarint(page, kind === 'index-inner' ? at + 4 : at, page.length);
  if (length === null || length[0] < 2 || length[0] > file.size * file.count) return null;
  const rowid = isTable ? readVarint(page, length[1], page.length) : ([null, length[1]] as const);
  if (rowid === null) return null;
  const { local, overflows } = spreadOf(length[0], file.size, isTable);
  const from = rowid[1];
  const end = from + local + (overflows ? 4 : 0);
  if (end > page.length) return null;
  const head = readHead(page, from, from + local, length[0]);
  if (head === null) return null;
  const fitting = shapes.filter((shape) => typesFit(shape, head.types));
  if (fitting.length === 0) return null;
  const inPage = page.subarray(from, from + local);
  const content = contents.read(inPage, overflows ? uint32(page, from + local) : 0, length[0]);
  if (content === null) return null;
  const ofPayload = { types: head.types, bodyAt: head.bodyAt - from };
  let doubtful: FoundCell | null = null;
  for (const shape of fitting) {
    const read = readValues(content.bytes, ofPayload, shape, rowid[0]);
    const found = { shape, record: { rowid: rowid[0], ...read, pages: [number, ...content.pages] }, end };
    if (read.doubtful.length === 0) return found;
    doubtful ??= found;
  }
  return doubtful;
}
