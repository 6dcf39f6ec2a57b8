/** Rows that are laid out together or not at all: a few groups are quicker to look through than 1,500 rows. */
export const rowsInGroup = 10;

export function inGroups<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsInGroup) }, (_, at) =>
    rows.slice(at * rowsInGroup, (at + 1) * rowsInGroup),
  );
}
