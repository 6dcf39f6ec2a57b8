/**
 * Finding again what was stored, when what stands there is not it.
 *
 * Pure: which values may have stood where is the caller's knowledge (the log, a backup, a copy of the page), and `fits`
 * is a comparison with the stored hash. What fits is what was stored: that is proof, and nothing else is answered.
 */

/** Combinations that are tried before giving up. */
const mostCombinations = 4_096;

/**
 * The record that fits: each value is the one that stands there or one of those that may have stood there.
 *
 * `alternatives` has a list per value, perhaps empty, the likeliest first. One value that is wrong is tried before two.
 * Null when nothing fits.
 */
export function provenRecord<V>(
  standing: readonly V[],
  alternatives: readonly (readonly V[])[],
  fits: (values: readonly V[]) => boolean,
): readonly V[] | null {
  if (fits(standing)) return standing;
  for (const [at, others] of alternatives.entries()) {
    for (const other of others) {
      const values = standing.with(at, other);
      if (fits(values)) return values;
    }
  }
  return provenCombination(standing, alternatives, fits);
}

function provenCombination<V>(
  standing: readonly V[],
  alternatives: readonly (readonly V[])[],
  fits: (values: readonly V[]) => boolean,
): readonly V[] | null {
  let left = mostCombinations;
  const values = [...standing];
  const from = (at: number): boolean => {
    if (at === standing.length) {
      left -= 1;
      return fits(values);
    }
    for (const value of [standing[at] as V, ...(alternatives[at] ?? [])]) {
      values[at] = value;
      if (from(at + 1)) return true;
      if (left <= 0) break;
    }
    values[at] = standing[at] as V;
    return false;
  };
  return from(0) ? values : null;
}

/** Tries between two breaths. */
const triesAtOnce = 500;

/**
 * Flips each bit of `bytes` in the ranges given (first, end), in place, until `fits` says yes; leaves the right bytes
 * there and answers true. Otherwise the bytes are as they were. It yields after some tries: other work has its turn.
 *
 * A disk, a cable or a memory that changes one bit is the commonest way in which a text changes by itself, and one bit
 * is few enough to try them all.
 */
export function* flippedBit(
  bytes: Uint8Array,
  ranges: readonly (readonly [number, number])[],
  fits: () => boolean,
): Generator<undefined, boolean> {
  let tries = 0;
  for (const [first, end] of ranges) {
    for (let at = first; at < end; at += 1) {
      const was = bytes[at] as number;
      for (let bit = 1; bit < 256; bit <<= 1) {
        bytes[at] = was ^ bit;
        if (fits()) return true;
        tries += 1;
        if (tries % triesAtOnce !== 0) continue;
        bytes[at] = was;
        yield;
      }
      bytes[at] = was;
    }
  }
  return false;
}
