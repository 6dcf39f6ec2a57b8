/** Rows that are drawn, and laid out, together or not at all: few enough to be drawn within a frame. */
export const rowsInGroup = 10;

export function inGroups<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsInGroup) }, (_, at) =>
    rows.slice(at * rowsInGroup, (at + 1) * rowsInGroup),
  );
}

/** The group in which a row stands; -1 for no row. */
export function groupOf(row: number): number {
  return Math.floor(row / rowsInGroup);
}
