import { markedField } from '../reading/field-bookmark.ts';

/** The initiative that most of a row's bookmarks name; null when there are none. */
export function rowBookmarked(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) {
    const row = markedField(name)?.row;
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [row, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = row;
  }
  return best;
}
