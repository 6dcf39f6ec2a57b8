import type { ColumnShape, StoredValue, TreeShape } from './shape.ts';
import { readVarint } from './varint.ts';

/** The head of a record: how its values are stored, one serial type each, and where they begin. */
export interface RecordHead {
  readonly types: readonly number[];
  readonly bodyAt: number;
}

/** No table of this program has nearly so many columns. */
const mostColumns = 64;

/**
 * Reads the head of a record of `length` bytes that begins at `at`; `end` is where the bytes at hand end. Null unless
 * head and values make up the length exactly.
 */
export function readHead(bytes: Uint8Array, at: number, end: number, length: number): RecordHead | null {
  const size = readVarint(bytes, at, end);
  if (size === null || size[0] > length || at + size[0] > end) return null;
  const bodyAt = at + size[0];
  const types: number[] = [];
  let next = size[1];
  let rest = length - size[0];
  while (next < bodyAt) {
    const type = readVarint(bytes, next, bodyAt);
    if (type === null || types.length === mostColumns) return null;
    const width = widthOf(type[0]);
    if (width === null || width > rest) return null;
    rest -= width;
    types.push(type[0]);
    next = type[1];
  }
  return rest === 0 && types.length > 0 ? { types, bodyAt } : null;
}

/** Whether values stored as `types` can be a record of a shape. */
export function typesFit({ columns, rowid }: TreeShape, types: readonly number[]): boolean {
  if (types.length > columns.length) return false;
  return columns.every((column, place) => {
    const type = types[place];
    if (type === undefined) return column.fallback !== undefined;
    return place === rowid ? type === 0 : typeFits(column, type);
  });
}

function typeFits({ type, isNullable }: ColumnShape, stored: number): boolean {
  if (stored === 0) return isNullable;
  if (stored < 12) return type === 'integer';
  return type === (stored % 2 === 1 ? 'text' : 'blob');
}

/** Bytes of a value; null for a type that this program does not store. */
function widthOf(type: number): number | null {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, null, 0, 0, null, null][type] ?? null;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The values of a record whose head fits a shape, filled up with what its columns fall back to, and the columns that
 * can't be as this program stores them.
 */
export function readValues(
  payload: Uint8Array,
  { types, bodyAt }: RecordHead,
  { columns, rowid: rowidPlace }: TreeShape,
  rowid: number | null,
): { values: StoredValue[]; doubtful: string[] } {
  const values: StoredValue[] = [];
  const doubtful: string[] = [];
  let at = bodyAt;
  columns.forEach((column, place) => {
    const type = types[place];
    if (type === undefined) {
      values.push(column.fallback ?? null);
      return;
    }
    const width = widthOf(type) ?? 0;
    const bytes = payload.subarray(at, at + width);
    at += width;
    const read = place === rowidPlace ? rowid : valueOf(type, bytes);
    const value = read === undefined ? lenient.decode(bytes) : read;
    values.push(value);
    const isSound = read !== undefined && ((value === null && column.isNullable) || column.fits(value));
    if (!isSound) doubtful.push(column.name);
  });
  return { values, doubtful };
}

/** Undefined for a text that is no UTF-8. */
function valueOf(type: number, bytes: Uint8Array): StoredValue | undefined {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type < 12) return integerOf(bytes);
  if (type % 2 === 0) return bytes.slice();
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function integerOf(bytes: Uint8Array): number {
  let value = (bytes[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}
