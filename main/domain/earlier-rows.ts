import { searchText } from '../../shared/model/search-text.ts';
import { likenessTo } from './text-likeness.ts';

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
  let open = rowsNow.filter(({ id, title }) => !confirmed.has(id) && plain(title) !== '');
  let free = rowsEarlier.filter(({ id, title }) => !taken.has(id) && plain(title) !== '');
  const settle = (pairs: readonly Pair[]): void => {
    for (const { row, earlier, certainty } of pairs) found.set(row.id, { earlier, certainty });
    open = open.filter(({ id }) => !found.has(id));
  };

  const sameName = (row: RowName): string => `${plain(row.title)}\n${plain(row.section)}`;
  for (const [nameOf, certainty] of [
    [sameName, 'same'],
    [({ title }: RowName) => plain(title), 'same-title'],
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

interface Candidate {
  readonly earlier: RowName;
  readonly weight: number;
}

/** Pairs of like titles, the most alike first; the same section counts a little. */
function alike(rows: readonly RowName[], free: readonly RowName[]): Pair[] {
  const likeness = likenessTo(free.map(({ title }) => plain(title)));
  const sections = free.map(({ section }) => plain(section));
  const wishes = rows.map((row) => {
    const section = plain(row.section);
    const candidates = likeness(plain(row.title))
      .flatMap(({ at, likeness: value }): Candidate[] => {
        const earlier = free[at];
        if (earlier === undefined || value < leastLikeness) return [];
        return [{ earlier, weight: value + (sections[at] === section ? sectionWeight : 0) }];
      })
      .sort((one, other) => other.weight - one.weight);
    return { row, candidates };
  });
  const taken = new Set<string>();
  const pairs: Pair[] = [];
  // Whoever has the best candidate chooses first.
  wishes.sort((one, other) => (other.candidates[0]?.weight ?? 0) - (one.candidates[0]?.weight ?? 0));
  for (const { row, candidates } of wishes) {
    const [best, next] = untaken(candidates, taken);
    if (best === undefined) continue;
    if (next !== undefined && best.weight - next.weight < equallyLikely) {
      pairs.push({ row, earlier: null, certainty: 'ambiguous' });
      continue;
    }
    taken.add(best.earlier.id);
    pairs.push({ row, earlier: best.earlier, certainty: 'similar' });
  }
  return pairs;
}

/** The first two that no other row has taken. */
function untaken(candidates: readonly Candidate[], taken: ReadonlySet<string>): Candidate[] {
  const left: Candidate[] = [];
  for (const candidate of candidates) {
    if (!taken.has(candidate.earlier.id)) left.push(candidate);
    if (left.length === 2) break;
  }
  return left;
}

/** A name without what writers change from year to year without meaning it: width, case, spaces. */
function plain(text: string): string {
  return searchText(text).replaceAll(/\s+/gu, '');
}
