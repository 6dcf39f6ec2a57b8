import { fieldOfForm, type Form, type SheetShape } from '../../form.ts';
import type { FieldKind } from '../../fields/field.ts';
import type { DocumentForm } from '../office-form.ts';
import { sheetLines } from '../sheet-grid.ts';

/** Millimetres: no column is narrower, whoever drags it, and no border moves by less than a tenth. */
export const leastColumn = 5;

type Columns = DocumentForm['columns'];

/** Millimetres between the margins of a document's paper. */
export function roomOf({ page }: Pick<DocumentForm, 'page'>): number {
  return Math.max(0, page.width - page.margin.left - page.margin.right);
}

export function tableWidth({ columns }: Pick<DocumentForm, 'columns'>): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** The columns scaled to `whole` millimetres together, where that can be; that of the number stays as it is. */
export function scaledColumns(columns: Columns, whole: number): Columns {
  const scales = columns.map(({ content }) => !content.includes('number') || columns.length === 1);
  const kept = columns.reduce((sum, { width }, at) => sum + (scales[at] === true ? 0 : width), 0);
  const others = columns.reduce((sum, { width }, at) => sum + (scales[at] === true ? width : 0), 0);
  const factor = (whole - kept) / others;
  if (!(factor > 0) || !Number.isFinite(factor)) return columns;
  const widths = columns.map(({ width }, at) =>
    scales[at] === true ? Math.max(leastColumn, tenth(width * factor)) : width,
  );
  // What rounding left over goes to the widest.
  const widest = widths.indexOf(Math.max(...widths.filter((_, at) => scales[at] === true)));
  const left = whole - widths.reduce((sum, width) => sum + width, 0);
  return columns.map((column, at) => {
    const width = widths[at] ?? column.width;
    return { ...column, width: at === widest ? Math.max(leastColumn, tenth(width + left)) : width };
  });
}

/** The columns of a sheet with each of its lines as wide as the paper between its margins. */
export function fittedLines(laidOut: DocumentForm, shape: SheetShape): Columns {
  const least = shape.labelWidth + leastColumn;
  return sheetLines(laidOut).flatMap((line) => {
    const [first] = line;
    const group = first?.group === undefined ? 0 : (shape.groupWidth ?? shape.labelWidth);
    const room = roomOf(laidOut) - group;
    const whole = tableWidth({ columns: line });
    let left = room;
    return line.map((column, at) => {
      const width = at === line.length - 1 ? left : (column.width * room) / whole;
      const set = Math.max(least, tenth(width));
      left -= set;
      return { ...column, width: set };
    });
  });
}

/** Millimetres that a column of each kind usually takes, on A4 turned. */
const usual: { readonly [kind in FieldKind]: number } = {
  line: 28,
  paragraphs: 62,
  choice: 22,
  choices: 26,
  quantity: 26,
  date: 24,
  targets: 44,
  outcomes: 46,
};
export const numberWidth = 9.4;

/** What a column with these contents usually takes. */
export function usualWidth(form: Pick<Form, 'own'>, content: Columns[number]['content']): number {
  const widths = content.map((id) => (id === 'number' ? numberWidth : usual[fieldOfForm(form, id).kind]));
  return Math.max(...widths);
}

/** Columns with `width` millimetres less together: of the widest, where it stays wider than that; else of all. */
export function withRoomMade(columns: Columns, width: number): Columns {
  const whole = tableWidth({ columns });
  const widest = columns.reduce((one, other) => (other.width > one.width ? other : one), { width: 0 });
  const at = columns.findIndex((column) => column === widest);
  const column = columns[at];
  if (column === undefined || column.width < 2 * width) return scaledColumns(columns, whole - width);
  return columns.with(at, { ...column, width: tenth(column.width - width) });
}

/**
 * A column of `width` millimetres. What it takes or gives is its right neighbour's, so that the table stays as wide as it
 * is; the last one's border is the table's own and ends at the margin.
 */
export function withWidth(document: DocumentForm, at: number, width: number): Columns {
  const { columns, shape } = document;
  const [column, next] = [columns[at], columns[at + 1]];
  if (column === undefined) return columns;
  // The lines of a sheet end at the margin.
  if (shape?.kind === 'sheet' && next?.beside !== true) return columns;
  if (next === undefined) {
    const others = tableWidth(document) - column.width;
    const most = Math.max(leastColumn, column.width, roomOf(document) - others);
    return columns.with(at, { ...column, width: tenth(between(leastColumn, width, most)) });
  }
  const least = shape?.kind === 'sheet' ? shape.labelWidth + leastColumn : leastColumn;
  const both = column.width + next.width;
  if (both < 2 * least) return columns;
  const set = tenth(between(least, width, both - least));
  return columns.with(at, { ...column, width: set }).with(at + 1, { ...next, width: tenth(both - set) });
}

export function tenth(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
