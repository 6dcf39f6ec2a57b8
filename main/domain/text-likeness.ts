/** How alike two texts are, from 0 to 1: twice the common pairs of neighbouring characters over all pairs (Dice). */
export function textLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const pairs = pairsOf(one);
  const otherPairs = pairsOf(other);
  if (pairs.length + otherPairs.length === 0) return 0;
  const counts = countsOf(pairs);
  let common = 0;
  for (const pair of otherPairs) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    common += 1;
  }
  return (2 * common) / (pairs.length + otherPairs.length);
}

/** How alike one of several texts is to another, from 0 to 1. */
export interface Likeness {
  /** Place of the text in the list. */
  readonly at: number;
  readonly likeness: number;
}

/**
 * Gives those of `texts` that have anything in common with a text: twice the common pairs of neighbouring
 * characters over all pairs (Dice).
 *
 * The pairs are looked up, so that a list of 1,500 is held against another in a moment.
 */
export function likenessTo(texts: readonly string[]): (text: string) => Likeness[] {
  // For each pair the texts that have it and how often: place, count, place, count …
  const places = new Map<string, number[]>();
  const lengths = texts.map((text, at) => {
    const pairs = pairsOf(text);
    for (const [pair, count] of countsOf(pairs)) {
      const list = places.get(pair);
      if (list === undefined) places.set(pair, [at, count]);
      else list.push(at, count);
    }
    return pairs.length;
  });
  const common = new Uint32Array(texts.length);
  return (text) => {
    const pairs = pairsOf(text);
    common.fill(0);
    for (const [pair, count] of countsOf(pairs)) {
      const list = places.get(pair) ?? [];
      for (let index = 0; index < list.length; index += 2) {
        const at = list[index] ?? 0;
        common[at] = (common[at] ?? 0) + Math.min(count, list[index + 1] ?? 0);
      }
    }
    return lengths.flatMap((length, at) => {
      const shared = common[at] ?? 0;
      return shared === 0 ? [] : [{ at, likeness: (2 * shared) / (pairs.length + length) }];
    });
  };
}

function countsOf(pairs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}
