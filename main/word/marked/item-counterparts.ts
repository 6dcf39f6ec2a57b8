import { sequenceDifference } from '../../../shared/model/sequence-difference.ts';
import { textLikeness } from '../../../shared/model/text-likeness.ts';

/** Share of common character pairs from which an item counts as another one rewritten. */
const leastLikeness = 0.3;

/**
 * For each item now the place of the item before that it goes on from; null for a new one.
 *
 * The same text first, in order; then between these the likest, and as many as went for as many as came.
 */
export function itemCounterparts(before: readonly string[], now: readonly string[]): (number | null)[] {
  const found: (number | null)[] = now.map(() => null);
  const free = new Set(before.keys());
  for (const { kind, from, to } of sequenceDifference(before, now)) {
    if (kind !== 'same') continue;
    for (let at = from; at < to; at += 1) free.delete(at);
  }
  let place = 0;
  let gone: number[] = [];
  const come: { at: number; gone: readonly number[] }[] = [];
  for (const { kind, from, to } of sequenceDifference(before, now)) {
    const count = to - from;
    if (kind === 'removed') gone = range(from, to);
    else if (kind === 'added') {
      for (const at of range(from, to)) come.push({ at, gone: count === gone.length ? gone : [] });
      place = to;
      gone = [];
    } else {
      for (let step = 0; step < count; step += 1) found[place + step] = from + step;
      place += count;
      gone = [];
    }
  }
  // Items that were moved keep their text.
  for (const { at } of come) {
    const moved = [...free].find((old) => before[old] === now[at]);
    if (moved === undefined) continue;
    found[at] = moved;
    free.delete(moved);
  }
  const pairs = come
    .filter(({ at }) => found[at] === null)
    .flatMap(({ at }) =>
      [...free].map((old) => ({ at, old, likeness: textLikeness(before[old] ?? '', now[at] ?? '') })),
    )
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness);
  for (const { at, old } of pairs) {
    if (found[at] !== null || !free.delete(old)) continue;
    found[at] = old;
  }
  for (const { at, gone: old } of come) {
    if (found[at] !== null) continue;
    const first = Math.min(...come.filter((other) => other.gone === old).map((other) => other.at));
    const partner = old[at - first];
    if (partner !== undefined && free.delete(partner)) found[at] = partner;
  }
  return found;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}
