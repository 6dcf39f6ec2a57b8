/** A row of the table whose menu is open, and where on the screen it belongs, in pixels. */
export interface OpenedRowMenu {
  readonly row: string;
  readonly left: number;
  readonly top: number;
}

/** The one menu of the table's rows. */
export class RowMenu {
  opened: OpenedRowMenu | null = $state.raw(null);
}
