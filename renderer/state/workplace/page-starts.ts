/** A row as it is laid out on paper; heights in any one unit. */
export interface LaidOutRow {
  readonly id: string;
  readonly height: number;
  readonly pageBreakBefore: boolean;
}

/** Room for rows on the first page, under title and heading row, and on the others, under the heading row. */
export interface PageRoom {
  readonly first: number;
  readonly others: number;
}

/**
 * The pages that begin with a row, by that row's identifier, from 2 on.
 *
 * As in the Word file no row is split, but one that no page has room for.
 */
export function pageStarts(rows: readonly LaidOutRow[], room: PageRoom): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let page = 1;
  let left = room.first;
  for (const [at, { id, height, pageBreakBefore }] of rows.entries()) {
    if (at > 0 && (pageBreakBefore || height > left)) {
      page += 1;
      left = room.others;
      starts.set(id, page);
    }
    left -= height;
    while (left < 0 && room.others > 0) {
      page += 1;
      left += room.others;
    }
  }
  return starts;
}
