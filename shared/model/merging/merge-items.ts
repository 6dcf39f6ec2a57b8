import { sequenceDifference } from '../sequence-difference.ts';
import type { Merged } from './merged.ts';

/**
 * Merges what several sides made of one list whose items have no names: bullets, figures, paragraphs.
 *
 * An item is an atom: nothing is ever merged inside it. The list before is a row of slots: one for each item, one for each
 * gap beside them. A side fills slots, and slots that hang together are decided together: those that a side wrote anew
 * as a whole, the two ends of a move, and all between items that look the same, for nobody can tell which of
 * these was meant.
 */
export interface ItemsMerging {
  /** How what several sides put in at one place stands: by its words, or by the order of the sides. */
  readonly additions: 'by-words' | 'by-side';
}

export function mergeItems<T>(
  base: readonly T[],
  sides: readonly (readonly T[])[],
  keyOf: (item: T) => string,
  { additions }: ItemsMerging = { additions: 'by-words' },
): Merged<readonly T[]> {
  const slots = new Slots(2 * base.length + 1);
  const before: readonly (readonly T[])[] = [[], ...base.flatMap((item) => [[item], []])];
  const filled = sides.map((side) => fill(base, side, before, keyOf, slots));
  joinWhatLooksTheSame([before, ...filled], keyOf, slots);

  const agreed: (readonly T[])[] = [...before];
  const disputed: { readonly slots: readonly number[]; readonly by: readonly number[] }[] = [];
  for (const group of slots.groups()) {
    const spell = (side: readonly (readonly T[])[]): string =>
      JSON.stringify(group.map((slot) => (side[slot] ?? []).map(keyOf)));
    const was = spell(before);
    const changed = new Map<string, number>();
    filled.forEach((side, at) => {
      const says = spell(side);
      if (says !== was && !changed.has(says)) changed.set(says, at);
    });
    const by = [...changed.values()];
    const [gap] = group;
    const blocks =
      group.length === 1 && gap !== undefined && gap % 2 === 0
        ? sideBySide(
            by.map((at) => filled[at]?.[gap] ?? []),
            keyOf,
            additions,
          )
        : null;
    if (blocks !== null && gap !== undefined) agreed[gap] = blocks;
    else if (by.length > 1) disputed.push({ slots: group, by });
    else for (const slot of group) agreed[slot] = (filled[by[0] ?? -1] ?? before)[slot] ?? [];
  }

  /** All that nobody disputes, and what one list holds of the rest. */
  const withThoseOf = (choose: (by: readonly number[]) => readonly (readonly T[])[]): T[] => {
    const list: (readonly T[])[] = [...agreed];
    for (const { slots: group, by } of disputed) {
      const chosen = choose(by);
      for (const slot of group) list[slot] = chosen[slot] ?? [];
    }
    return list.flat();
  };
  if (disputed.length === 0) return { value: agreed.flat(), conflict: null };
  const parties = [...new Set(disputed.flatMap(({ by }) => by))].sort((one, other) => one - other);
  const terms = new Map(
    parties.map((side) => {
      const list = withThoseOf(() => filled[side] ?? before);
      return [textOf(list, keyOf), list];
    }),
  );
  return {
    value: withThoseOf(([first = -1]) => filled[first] ?? before),
    conflict: { base: withThoseOf(() => before), terms: [...terms.values()] },
  };
}

/** What a side put into each slot. */
function fill<T>(
  base: readonly T[],
  side: readonly T[],
  before: readonly (readonly T[])[],
  keyOf: (item: T) => string,
  slots: Slots,
): (readonly T[])[] {
  const filled = [...before];
  const same = (one: T, other: T): boolean => keyOf(one) === keyOf(other);
  let gone: { readonly from: number; readonly to: number } | null = null;
  let at = 0;
  const write = (now: readonly T[]): void => {
    const { from, to } = gone ?? { from: at, to: at };
    if (from === to) filled[2 * from] = now;
    else if (now.length === to - from)
      now.forEach((item, place) => (filled[2 * (from + place) + 1] = [item]));
    else {
      if (now.length > 0) slots.joinAll(2 * from + 1, 2 * to - 1);
      for (let place = from; place < to; place += 1) filled[2 * place + 1] = [];
      filled[2 * from + 1] = now;
    }
    gone = null;
  };
  for (const { kind, from, to } of sequenceDifference(base, side, same)) {
    if (kind === 'added') write(side.slice(from, to));
    else {
      if (gone !== null) write([]);
      if (kind === 'removed') gone = { from, to };
      at = to;
    }
  }
  if (gone !== null) write([]);
  return filled;
}

/** Joins the slots of items that are called the same and do not stand in the same slots on every side. */
function joinWhatLooksTheSame<T>(
  lists: readonly (readonly (readonly T[])[])[],
  keyOf: (item: T) => string,
  slots: Slots,
): void {
  const places = new Map<string, number[][]>();
  lists.forEach((list, side) => {
    list.forEach((items, slot) => {
      for (const item of items) {
        const key = keyOf(item);
        const found = places.get(key) ?? lists.map(() => []);
        places.set(key, found);
        found[side]?.push(slot);
      }
    });
  });
  for (const found of places.values()) {
    const [first = []] = found;
    if (found.every((slotsOfSide) => slotsOfSide.join() === first.join())) continue;
    const all = [...new Set(found.flat())];
    const [from, to] = [Math.min(...all), Math.max(...all)];
    // Between and beside several of a kind nobody can tell before or behind which of them something stands.
    if (found.some(({ length }) => length > 1)) slots.joinAll(from - 1, to + 1);
    else for (const slot of all) slots.join(from, slot);
  }
}

/** What several sides put into one gap, one after the other; null where they put in some of the same. */
function sideBySide<T>(
  blocks: readonly (readonly T[])[],
  keyOf: (item: T) => string,
  additions: ItemsMerging['additions'],
): readonly T[] | null {
  const keys = blocks.flatMap((block) => block.map(keyOf));
  if (new Set(keys).size < keys.length && blocks.length > 1) return null;
  const ordered =
    additions === 'by-side'
      ? blocks
      : blocks.toSorted((one, other) => (textOf(one, keyOf) < textOf(other, keyOf) ? -1 : 1));
  return ordered.flat();
}

function textOf<T>(items: readonly T[], keyOf: (item: T) => string): string {
  return JSON.stringify(items.map(keyOf));
}

/** Slots by number, and which of them are decided together. */
class Slots {
  readonly #leaders: number[];

  constructor(count: number) {
    this.#leaders = Array.from({ length: count }, (_, slot) => slot);
  }

  join(one: number, other: number): void {
    const [leader, led] = [this.#leaderOf(one), this.#leaderOf(other)].sort((low, high) => low - high);
    if (leader !== undefined && led !== undefined) this.#leaders[led] = leader;
  }

  /** Joins all from one to another; places beyond the ends are passed over. */
  joinAll(from: number, to: number): void {
    const [first, last] = [Math.max(from, 0), Math.min(to, this.#leaders.length - 1)];
    for (let slot = first; slot <= last; slot += 1) this.join(first, slot);
  }

  /** Each group's slots in their order. */
  groups(): Iterable<readonly number[]> {
    return Map.groupBy(this.#leaders.keys(), (slot) => this.#leaderOf(slot)).values();
  }

  #leaderOf(slot: number): number {
    let leader = slot;
    for (
      let next = this.#leaders[leader];
      next !== undefined && next !== leader;
      next = this.#leaders[leader]
    ) {
      leader = next;
    }
    return leader;
  }
}
