/** 「No.3 取組結果」; the order of rows and a row that is gone have no number. */
export function placeWithRow({
  row,
  name,
}: {
  readonly row: number | null;
  readonly name: string;
}): string {
  return row === null ? name : `No.${row} ${name}`;
}
