import type { Form } from '../../../shared/model/form.ts';
import type { OutlineCell, OutlinePlace, OutlineRow } from '../../../shared/model/outline.ts';

/** The cells of each of the form's columns, top down: several where a row has a line for each target. */
export function cellsOfColumns({ cells }: OutlineRow, { columns, shape }: Form): OutlineCell[][] {
  const texts = cells.filter(({ label }) => label === undefined);
  if (shape?.kind !== 'line-per-target') return texts.map((cell) => [cell]);
  return columns.map((_, at) => texts.filter(({ place }) => place?.column === at));
}

/** Which lines of a row's grid a cell takes; all where it is of a row of one line. */
export function rowsOf(place: OutlinePlace | undefined): string {
  return place === undefined ? 'auto' : `${place.line + 1} / span ${place.lines}`;
}

/** Which columns of a sheet's grid a cell takes. */
export function columnsOf(place: OutlinePlace | undefined): string {
  return place === undefined ? 'auto' : `${place.column + 1} / span ${place.columns}`;
}
