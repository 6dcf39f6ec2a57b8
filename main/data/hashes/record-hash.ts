import { hash } from 'node:crypto';

/*
 * The hash of a record: the first 16 bytes of SHA-256 over its table's name and the values of its hashed columns
 * (hashed-tables.ts), each with its kind and its length, so that no two records are spelled alike. A file (BLOB) counts
 * by its own SHA-256.
 *
 * 128 bits are proof against any accident: a text that fits its hash is the text that was stored, wherever it was read,
 * in the record's own place, a torn page, the log or a backup. They are no proof against a person with this program.
 *
 * The spelling is that of version 13 and never changes: what is stored was hashed with it.
 */

export type StoredValue = string | number | null | Uint8Array;

/** Bytes of a hash. */
export const hashLength = 16;

/** The hash of a record. `values`: those of its hashed columns, in their order. */
export function recordHash(table: string, values: readonly StoredValue[]): Buffer {
  return hashOfSpelling(spelling(table, values));
}

/** Whether this is the record that was stored under that hash. */
export function fitsHash(table: string, values: readonly StoredValue[], stored: Uint8Array): boolean {
  return recordHash(table, values).equals(stored);
}

/** What is hashed, as text; it is hashed as UTF-8. */
export function spelling(table: string, values: readonly StoredValue[]): string {
  let text = `${table}\n`;
  for (const value of values) text += spelled(value);
  return text;
}

export function hashOfSpelling(text: string | Uint8Array): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, hashLength);
}

function spelled(value: StoredValue): string {
  if (value === null) return 'n;';
  if (typeof value === 'number') return `i${value};`;
  if (typeof value === 'string') return `t${Buffer.byteLength(value)}:${value};`;
  return `b${value.length}:${hash('sha256', value, 'hex')};`;
}
