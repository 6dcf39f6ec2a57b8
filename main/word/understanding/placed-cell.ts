import type { ViewCell } from '../reading/view-blocks.ts';

/** A cell where it stands: in the grid of its table, or in one that was made of a sheet's parts. */
export type PlacedCell = Pick<ViewCell, 'blocks' | 'column' | 'span' | 'merge'>;

export interface CellRow {
  readonly cells: readonly PlacedCell[];
}
