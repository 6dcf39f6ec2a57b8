import { createContext } from 'svelte';
import type { Form } from '../../../shared/model/form.ts';
import type { RowMenu } from '../../state/workplace/row-menu.svelte.ts';
import type { TableCursor } from '../../state/workplace/table-cursor.svelte.ts';
import type { Workplace } from '../../state/workplace/workplace.svelte.ts';

/** What the parts of the table on show share. */
export interface TableContext {
  readonly form: Form;
  readonly cursor: TableCursor;
  readonly workplace: Workplace;
  readonly menu: RowMenu;
  /** Shows the current row's own form instead of the table. */
  readonly openForm: () => void;
  /** Ends writing in the open cell; the focus stays at it. */
  readonly closeCell: () => void;
}

export const [tableContext, setTableContext] = createContext<TableContext>();
