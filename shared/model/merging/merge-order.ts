import { joinChains } from './chains.ts';
import { sameValue } from '../same-value.ts';
import { distinct, type Merged } from './merged.ts';

/**
 * Merges what several sides made of the order of named things: rows, targets, outcomes.
 *
 * What a side moved or put in stands behind the nearest thing before it that nobody moved. Only a thing that two sides
 * moved to different places is a conflict. `stays` says of what there was or came whether it is there afterwards.
 * What is foreign (another section's rows, which only we have) comes between: what is new stands next to its own kind.
 */
export function mergeOrder(
  base: readonly string[],
  sides: readonly (readonly string[])[],
  stays: (id: string) => boolean,
  isForeign: (id: string) => boolean = () => false,
): Merged<readonly string[]> {
  const before = base.filter(stays);
  const known = new Set(before);
  const moved = sides.map((side) => movedIn(before, side));
  const stable = new Set(before.filter((id) => !moved.some((ids) => ids.has(id))));
  const placed = sides.map((side, at): Placing => {
    const behind = new Map<string, string | null>();
    let last: string | null = null;
    for (const id of side) {
      if (!stays(id)) continue;
      if (stable.has(id)) last = id;
      else if (!known.has(id) || moved[at]?.has(id) === true) behind.set(id, last);
    }
    return behind;
  });
  const places = new Map<string, (string | null)[]>();
  for (const behind of placed) {
    for (const [id, place] of behind) places.set(id, distinct([...(places.get(id) ?? []), place]));
  }
  const oldPlaces = placesIn(before, stable);
  /** All by what was agreed, and of the rest by what one side says; where it says nothing, by what stood there. */
  const ordered = (side: Placing | null): { order: string[]; consistent: boolean } => {
    const placeOf = (id: string): string | null | undefined => {
      const wanted = places.get(id) ?? [];
      if (side === null || wanted.length < 2) return wanted[0];
      return side.has(id) ? side.get(id) : (oldPlaces.get(id) ?? null);
    };
    const others = placed
      .map((behind) => [...behind.keys()])
      .toSorted((one, other) => (one.join() < other.join() ? -1 : 1));
    const lists =
      side === null ? placed.map((behind) => [...behind.keys()]) : [[...side.keys()], ...others];
    let consistent = true;
    const order = [null, ...before.filter((id) => stable.has(id))].flatMap((place) => {
      const chains = lists.map((ids) => ids.filter((id) => placeOf(id) === place));
      const joined = joinChains(chains, ([id = '']) => isForeign(id) === (place !== null));
      consistent &&= joined.consistent;
      return place === null ? joined.order : [place, ...joined.order];
    });
    return { order, consistent };
  };
  const { order: value, consistent } = ordered(null);
  if (consistent && [...places.values()].every(({ length }) => length < 2))
    return { value, conflict: null };
  const { order: old } = ordered(new Map());
  const terms = distinct(placed.map((placing) => ordered(placing).order));
  return { value, conflict: { base: old, terms: terms.filter((term) => !sameValue(term, old)) } };
}

/** Behind which of the things that stay in place each of the others stood. */
function placesIn(
  before: readonly string[],
  stable: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  const places = new Map<string, string | null>();
  let last: string | null = null;
  for (const id of before) {
    if (stable.has(id)) last = id;
    else places.set(id, last);
  }
  return places;
}

/** Each thing that a side moved or put in, and behind which it stands; null: before the first. */
type Placing = ReadonlyMap<string, string | null>;

/** What a side moved: all but the longest run that is in the old order. */
function movedIn(before: readonly string[], side: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, place) => [id, place]));
  const kept = [...new Set(side)].filter((id) => places.has(id));
  // For each length of a run, the thing that ends it soonest; and what stands before each in its run.
  const ends: string[] = [];
  const previous = new Map<string, string | undefined>();
  for (const id of kept) {
    const place = places.get(id) ?? 0;
    const length = ends.findIndex((end) => (places.get(end) ?? 0) > place);
    const at = length < 0 ? ends.length : length;
    previous.set(id, ends[at - 1]);
    ends[at] = id;
  }
  const moved = new Set(kept);
  for (let id = ends.at(-1); id !== undefined; id = previous.get(id)) moved.delete(id);
  return moved;
}
