import type { Initiative } from '../../shared/model/report.ts';
import { plainName, rowName } from './plain-name.ts';
import type { InitiativeDraft } from './report-draft.ts';
import { isBlankRow, isReworded, likelihood, rowLikeness } from './row-likeness.ts';

/** More pairs of rows than these are not held against each other word by word. */
const mostPairs = 10_000;

/** How much more alike the best counterpart must be than the next best. */
const clearlyAhead = 0.05;

/**
 * The stored row that each row of a file is a newer state of; undefined where there is none.
 *
 * By identifier; else by title and section, by title alone, by what both say; among rows of one name
 * by number. A row that may be one of several, or is like none, has no counterpart: a row too many is put right
 * sooner than a row that was overwritten. No two rows of the file share one.
 *
 * `isOwn`: the file came out of this very report, so that a row with an identifier of its own was added since.
 */
export function rowCounterparts(
  drafts: readonly InitiativeDraft[],
  rows: readonly Initiative[],
  isOwn = false,
): (Initiative | undefined)[] {
  const found = new Map<InitiativeDraft, Initiative>();
  const free = new Set(rows);
  const give = (draft: InitiativeDraft | undefined, row: Initiative | undefined): void => {
    if (draft === undefined || row === undefined || found.has(draft) || !free.delete(row)) return;
    found.set(draft, row);
  };
  const open = (): InitiativeDraft[] => drafts.filter((draft) => !found.has(draft));

  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const draft of drafts) if (draft.id !== null) give(draft, byId.get(draft.id));

  const numbers = new Map(rows.map((row, place) => [row, place + 1]));
  for (const [nameOf, severalAreTold] of namings) {
    const bearers = Map.groupBy(free, nameOf);
    for (const [name, namesakes] of Map.groupBy(open(), nameOf)) {
      if (name === '') continue;
      const stored = bearers.get(name) ?? [];
      const byNumber = new Map(stored.map((row) => [numbers.get(row), row]));
      for (const draft of namesakes)
        if (draft.number !== undefined) give(draft, byNumber.get(draft.number));
      const [wanting, left] = [namesakes.filter((draft) => !found.has(draft)), stored.filter(isFree)];
      if (wanting.length === 1 && left.length === 1) give(wanting[0], left[0]);
      else if (severalAreTold) for (const pair of mostAlike(wanting, left)) give(...pair);
    }
  }
  // Rows in which nothing is written yet are one as good as another.
  const blank = [...free].filter(isBlankRow);
  open()
    .filter(isBlankRow)
    .forEach((draft, at) => give(draft, blank[at]));
  const perhapsReworded = open().filter(({ id }) => id === null || !isOwn);
  for (const pair of reworded(perhapsReworded, [...free])) give(...pair);
  return drafts.map((draft) => found.get(draft));

  function isFree(row: Initiative): boolean {
    return free.has(row);
  }
}

type Named = Pick<Initiative, 'title' | 'section'>;
type Pair = readonly [InitiativeDraft, Initiative];

/** What a row is called ('' for nothing), and whether what they say may part several that are called so. */
const namings: readonly (readonly [nameOf: (row: Named) => string, severalAreTold: boolean])[] = [
  [rowName, true],
  // Of several sections that have a row of this name, none is meant more than another.
  [({ title }) => plainName(title), false],
];

/** Rows of one name: the most alike go together, those equally alike in their order. */
function mostAlike(drafts: readonly InitiativeDraft[], rows: readonly Initiative[]): Pair[] {
  if (drafts.length * rows.length > mostPairs) {
    return rows.flatMap((row, at): Pair[] => {
      const draft = drafts[at];
      return draft === undefined ? [] : [[draft, row]];
    });
  }
  return drafts
    .flatMap((draft) => rows.map((row) => ({ draft, row, weight: likelihood(rowLikeness(draft, row)) })))
    .sort((one, other) => other.weight - one.weight)
    .map(({ draft, row }) => [draft, row]);
}

/** Pairs of rows whose texts are so alike that one is the other reworded, the most alike first. */
function reworded(drafts: readonly InitiativeDraft[], rows: readonly Initiative[]): Pair[] {
  if (drafts.length * rows.length > mostPairs) return [];
  return drafts
    .flatMap((draft) => {
      const [best, next] = rows
        .map((row) => ({ draft, row, likeness: rowLikeness(draft, row) }))
        .filter(({ likeness }) => isReworded(likeness))
        .map(({ row, likeness }) => ({ draft, row, weight: likelihood(likeness) }))
        .sort((one, other) => other.weight - one.weight);
      return best === undefined || best.weight - (next?.weight ?? 0) < clearlyAhead ? [] : [best];
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ draft, row }) => [draft, row]);
}
