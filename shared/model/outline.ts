import type { RowField } from './fields/built-in-fields.ts';
import type { ItemPart } from './fields/item-parts.ts';
import { titleOf, type Form } from './form.ts';
import { outlinePart } from './outline-field.ts';
import { gridOf } from './outline-grid.ts';
import { rowWithLines } from './outline-lines.ts';
import { rowAsSheet } from './outline-sheet.ts';
import { isBlank } from './plain-text.ts';
import { pageBreakKeys, type Initiative, type Report } from './report.ts';

/**
 * The table as plain cells and paragraphs: the one place that says what a cell prints.
 *
 * Word, preview, HTML, spreadsheet and comparison all draw this; none decides again. Which lines and columns a cell
 * goes over is said with it (`place`), whatever the shape of a row is (outline-lines.ts, outline-sheet.ts).
 */
export interface Outline {
  readonly title: string;
  /** Post and name of the head, right-aligned under the title. */
  readonly headLine: string;
  /** Of the table's grid, from left to right; millimetres. */
  readonly columns: readonly { readonly heading: readonly string[]; readonly width: number }[];
  /** Each row is a sheet, a table of its own with labels in it, and nothing stands over the columns. */
  readonly sheets?: true;
  readonly rows: readonly OutlineRow[];
}

export interface OutlineRow {
  /** The initiative's identifier. */
  readonly id: string;
  readonly number: number;
  readonly pageBreakBefore: boolean;
  /** Left out for one. */
  readonly lines?: number;
  /** One per column of the form, where a row is one line. */
  readonly cells: readonly OutlineCell[];
}

export interface OutlineCell {
  /** Where it stands; left out where its place among the cells is its column. */
  readonly place?: OutlinePlace;
  /** The lines of a label that the form prints, centred; such a cell has no parts. */
  readonly label?: readonly string[];
  /** Top down; a cell with two fields has two parts. */
  readonly parts: readonly OutlinePart[];
}

/** The column and the line where a cell begins, from 0, and over how many it goes. */
export interface OutlinePlace {
  readonly column: number;
  readonly columns: number;
  readonly line: number;
  readonly lines: number;
}

export interface OutlinePart {
  readonly field: 'number' | RowField;
  /** Of one of the field's items: which part; `item` is null on a line that has none. */
  readonly of?: { readonly item: string | null; readonly part: ItemPart };
  /** At least one; an empty field prints one empty paragraph, so that there is a place to write in. */
  readonly paragraphs: readonly OutlineParagraph[];
}

export interface OutlineParagraph {
  readonly kind: 'plain' | 'label' | 'bullet' | 'as-of' | 'figure';
  readonly text: string;
}

export function outline(report: Report, form: Form): Outline {
  const { shape } = form;
  return {
    title: titleOf(form, report),
    headLine: headLineOf(report),
    columns: gridOf(form),
    ...(shape?.kind === 'sheet' ? { sheets: true } : {}),
    rows: report.initiatives.map((initiative, index) => outlineRow(initiative, index + 1, form)),
  };
}

/** 市民生活部長 竹内 克則 */
export function headLineOf(report: Pick<Report, 'headPost' | 'headName'>): string {
  return [report.headPost, report.headName].filter((part) => !isBlank(part)).join(' ');
}

export function outlineRow(initiative: Initiative, number: number, form: Form): OutlineRow {
  const { shape } = form;
  const row = { id: initiative.id, number, pageBreakBefore: initiative[pageBreakKeys[form.name]] };
  if (shape?.kind === 'line-per-target') return { ...row, ...rowWithLines(initiative, number, form) };
  if (shape?.kind === 'sheet') {
    const pageBreakBefore = row.pageBreakBefore || (shape.onePageEach && number > 1);
    return { ...row, pageBreakBefore, ...rowAsSheet(initiative, number, form, shape) };
  }
  return {
    ...row,
    cells: form.columns.map(({ content }) => ({
      parts: content.map((field) => outlinePart(initiative, number, field, form)),
    })),
  };
}
