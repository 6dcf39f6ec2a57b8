import { gridOf } from '../../../shared/model/outline-grid.ts';
import type { Form, FormColumn } from '../../../shared/model/form.ts';
import type { ColumnWidths } from '../../state/workplace/column-widths.svelte.ts';

/** Narrowest that a column gets by itself, in rem. */
const least = { number: 3, title: 5, text: 6, part: 3.5 } as const;
/** Rem of a sheet. */
const leastSheet = 40;

/** A form's columns as grid tracks: the same for the headings and for every row, also while one writes in it. */
export function columnTracks(form: Form, widths: ColumnWidths): string {
  // A sheet is as wide as its page: nobody draws its columns.
  if (form.shape?.kind === 'sheet')
    return gridOf(form)
      .map(({ width }) => `${width}fr`)
      .join(' ');
  return form.columns.map((column) => track(column, widths.of(form, column))).join(' ');
}

/** Least width of the whole table in rem: narrower than this it is scrolled. */
export function leastWidth(form: Form, widths: ColumnWidths): number {
  if (form.shape?.kind === 'sheet') return leastSheet;
  return form.columns.reduce((sum, column) => sum + (widths.of(form, column) ?? share(column)), 0);
}

/** Rem that the table's usual columns have at least, the six of a report together 50. */
function share({ content, width }: FormColumn): number {
  return content[0] === 'number' ? least.number : (width / 263.6) * 47;
}

function track({ content, width, ofEach }: FormColumn, drawn: number | null): string {
  // A number needs no more room than itself, however wide the page is.
  if (content[0] === 'number') return `${least.number}rem`;
  if (drawn !== null) return `${drawn}rem`;
  return `minmax(${ofEach !== undefined ? least.part : content[0] === 'title' ? least.title : least.text}rem, ${width}fr)`;
}
