/**
 * An identifier of a report, row, target or outcome: 16 characters of a–z and 2–7, 80 random bits.
 *
 * Short enough for a Word bookmark name (40 characters, ECMA-376 17.13.6.2) around it, and of one
 * case, because Word compares bookmark names without regard to case.
 */
export type Identifier = string;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Identifiers accepted from other tools: any short word that can stand in a bookmark name. */
export const identifierPattern = /^[a-z0-9]{4,24}$/;

/** The identifier spelled by ten random bytes. */
export function identifierFrom(bytes: Uint8Array): Identifier {
  if (bytes.length !== 10) throw new RangeError(`ten bytes make an identifier, not ${bytes.length}`);
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
