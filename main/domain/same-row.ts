import { searchText } from '../../shared/model/search-text.ts';
import { textLikeness } from './text-likeness.ts';

/** What tells a row from the others of its report. */
export interface RowName {
  readonly id: string;
  readonly title: string;
  readonly section: string;
}

/** Share of two titles' character pairs that must be common before they count as one title reworded. */
const leastLikeness = 0.5;

/**
 * The earlier row that a row goes on from; null when none is like it.
 *
 * By title and section, then by title, then by the most similar title (of its own section where two
 * are equally similar). An earlier row whose title another row of this year bears is that row's.
 */
export function sameRow(
  row: RowName,
  rowsNow: readonly RowName[],
  rowsEarlier: readonly RowName[],
): RowName | null {
  const title = plain(row.title);
  if (title === '') return null;
  const section = plain(row.section);
  const titled = rowsEarlier.filter((earlier) => plain(earlier.title) === title);
  const alike = titled.find((earlier) => plain(earlier.section) === section) ?? titled[0];
  if (alike !== undefined) return alike;

  const others = new Set(rowsNow.filter(({ id }) => id !== row.id).map((other) => plain(other.title)));
  let best: RowName | null = null;
  let bestLikeness = 0;
  for (const earlier of rowsEarlier) {
    if (others.has(plain(earlier.title))) continue;
    const likeness =
      textLikeness(title, plain(earlier.title)) + (plain(earlier.section) === section ? 1e-6 : 0);
    if (likeness < leastLikeness || likeness <= bestLikeness) continue;
    best = earlier;
    bestLikeness = likeness;
  }
  return best;
}

/** A name without what writers change from year to year without meaning it: width, case, spaces. */
function plain(text: string): string {
  return searchText(text).replaceAll(/\s+/gu, '');
}
