/** Widths in rem of what stands side by side in the workplace. */
export interface WorkplaceWidths {
  readonly page: number;
  /** The list of rows; 0 while it is shut. */
  readonly rows: number;
  /** The pane at the side; 0 while it is shut. */
  readonly side: number;
}

/** Rem that the folded list takes: a number, and the signs of its row's state. */
export const foldedWidth = 4.5;

/** Rem from which the whole table is read with ease, and from which it is a table at all (TableView.svelte). */
const easy = 54;
const least = 44;

/** Rem below which the pane at the side stands under what is written (ReportWorkplace.svelte). */
const abreast = 66;

/** True where the whole table has room only when the list of rows folds to a strip of numbers. */
export function foldsRows({ page, rows, side }: WorkplaceWidths): boolean {
  if (rows === 0) return false;
  const room = page - (page < abreast ? 0 : side);
  return room - rows < easy && room - foldedWidth >= least;
}
