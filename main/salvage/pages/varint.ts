/**
 * Reads SQLite's variable-length integer at `at`, whose bytes end before `end`. Answers its value and where the next
 * byte stands, as `[value, next]`; null where it is cut off or larger than any that this program stores.
 */
export function readVarint(bytes: Uint8Array, at: number, end: number): readonly [number, number] | null {
  let value = 0;
  for (let count = 0; count < 9; count += 1) {
    const byte = bytes[at + count];
    if (byte === undefined || at + count >= end) return null;
    // The ninth byte counts in full: by then the number is beyond all that can be told exactly.
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) return null;
    if (byte < 0x80) return [value, at + count + 1];
  }
  return null;
}
