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

/**
 * Tells how alike each of `texts` is to another text, from 0 to 1 (Dice, as {@link textLikeness}).
 *
 * The pairs are looked up, so that 1,500 texts are held against 1,500 others in a moment. The answer is
 * overwritten by the next one.
 */
export function likenessTo(texts: readonly string[]): (text: string) => Float64Array {
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
  const likeness = new Float64Array(texts.length);
  return (text) => {
    const pairs = pairsOf(text);
    likeness.fill(0);
    for (const [pair, count] of countsOf(pairs)) {
      const list = places.get(pair) ?? [];
      for (let index = 0; index < list.length; index += 2) {
        const at = list[index] ?? 0;
        likeness[at] = (likeness[at] ?? 0) + Math.min(count, list[index + 1] ?? 0);
      }
    }
    for (const [at, length] of lengths.entries()) {
      const common = likeness[at] ?? 0;
      if (common > 0) likeness[at] = (2 * common) / (pairs.length + length);
    }
    return likeness;
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
