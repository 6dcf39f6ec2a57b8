import { plainName } from './plain-name.ts';
import { likenessTo } from '../../shared/model/text-likeness.ts';

/** What tells a row from the others of its report. */
export interface RowName {
  readonly id: string;
  readonly title: string;
  readonly section: string;
}

/**
 * How sure it is that a row goes on from an earlier one: title and section are the same; the title is,
 * and its section was renamed; the title is alike; several rows might be it; none is like it.
 */
export type LinkCertainty = 'same' | 'same-title' | 'similar' | 'ambiguous' | 'none';

export interface EarlierRow {
  /** Null where `certainty` names none. */
  readonly earlier: RowName | null;
  readonly certainty: LinkCertainty;
}

/** Share of two titles' character pairs that must be common before they count as one title reworded. */
const leastLikeness = 0.5;

/** What the same section adds to the likeness of two titles. */
const sectionWeight = 0.05;

/** Rows whose weights differ by less are equally likely. */
const equallyLikely = 0.02;

/**
 * The earlier row that each row goes on from, as far as title and section tell. No two rows share one.
 *
 * `confirmed` are the rows about which a person has spoken, each with what it goes on from (null:
 * none): they are left out of the answer, and what they go on from is nobody else's.
 */
export function earlierRows(
  rowsNow: readonly RowName[],
  rowsEarlier: readonly RowName[],
  confirmed: ReadonlyMap<string, string | null> = new Map(),
): Map<string, EarlierRow> {
  const found = new Map<string, EarlierRow>();
  const taken = new Set(confirmed.values());
  let open = rowsNow.filter(({ id, title }) => !confirmed.has(id) && plainName(title) !== '');
  let free = rowsEarlier.filter(({ id, title }) => !taken.has(id) && plainName(title) !== '');
  const settle = (pairs: readonly Pair[]): void => {
    for (const { row, earlier, certainty } of pairs) found.set(row.id, { earlier, certainty });
    open = open.filter(({ id }) => !found.has(id));
  };

  const sameName = (row: RowName): string => `${plainName(row.title)}\n${plainName(row.section)}`;
  for (const [nameOf, certainty] of [
    [sameName, 'same'],
    [({ title }: RowName) => plainName(title), 'same-title'],
  ] as const) {
    const byName = Map.groupBy(free, nameOf);
    const rowsByName = Map.groupBy(open, nameOf);
    settle(bearersOfOneName(rowsByName, byName, certainty));
    // Rows of a name that this year's rows bear, too, are nobody else's.
    free = free.filter((row) => !rowsByName.has(nameOf(row)));
  }
  settle(alike(open, free));
  for (const { id } of rowsNow) {
    if (!confirmed.has(id) && !found.has(id)) found.set(id, { earlier: null, certainty: 'none' });
  }
  return found;
}

interface Pair extends EarlierRow {
  readonly row: RowName;
}

/** A name that one row of each year bears makes a pair; one that more bear leaves it open which. */
function bearersOfOneName(
  now: ReadonlyMap<string, readonly RowName[]>,
  before: ReadonlyMap<string, readonly RowName[]>,
  certainty: LinkCertainty,
): Pair[] {
  return [...now].flatMap(([name, rows]): Pair[] => {
    const earlier = before.get(name) ?? [];
    const [row] = rows;
    const [only] = earlier;
    if (row === undefined || only === undefined) return [];
    if (rows.length === 1 && earlier.length === 1) return [{ row, earlier: only, certainty }];
    return rows.map((each) => ({ row: each, earlier: null, certainty: 'ambiguous' }));
  });
}

/** Pairs of like titles, the most alike first; the same section counts a little. */
function alike(rows: readonly RowName[], free: readonly RowName[]): Pair[] {
  const likeness = likenessTo(free.map(({ title }) => plainName(title)));
  const sections = free.map(({ section }) => plainName(section));
  const taken = new Set<number>();

  /** The earlier row that is most likely the one, and how much less likely the next one is. */
  const best = (row: RowName): { at: number; weight: number; ahead: number } => {
    const section = plainName(row.section);
    let [at, weight, second] = [-1, 0, 0];
    for (const [place, value] of likeness(plainName(row.title)).entries()) {
      if (value < leastLikeness || taken.has(place)) continue;
      const own = value + (sections[place] === section ? sectionWeight : 0);
      if (own > weight) [at, weight, second] = [place, own, weight];
      else if (own > second) second = own;
    }
    return { at, weight, ahead: weight - second };
  };

  // Whoever has the best candidate chooses first.
  const wishes = rows
    .map((row) => ({ row, wish: best(row) }))
    .filter(({ wish }) => wish.weight > 0)
    .sort((one, other) => other.wish.weight - one.wish.weight);
  return wishes.flatMap(({ row, wish }): Pair[] => {
    // What others took since may have left another one, or decided between two.
    const stands = !taken.has(wish.at) && wish.ahead >= equallyLikely;
    const { at, ahead } = stands ? wish : best(row);
    const earlier = free[at];
    if (earlier === undefined) return [];
    if (ahead < equallyLikely) return [{ row, earlier: null, certainty: 'ambiguous' }];
    taken.add(at);
    return [{ row, earlier, certainty: 'similar' }];
  });
}
