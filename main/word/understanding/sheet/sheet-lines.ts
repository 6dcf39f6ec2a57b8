import type { ViewRow } from '../../reading/view-blocks.ts';
import { headingsIn, isHeadingRow, isLabel, type ReadHeading } from '../headings/heading-rows.ts';
import type { PlacedCell } from '../placed-cell.ts';
import type { ReportColumn } from '../report-column.ts';

/** A cell of a sheet: a label, a text, or empty. */
export interface SheetCell extends Omit<ReadHeading, 'cell'> {
  readonly cell: PlacedCell;
  readonly is: 'label' | 'text' | 'empty';
}

/**
 * A row of a sheet. `labels`: labels and nothing else, for what stands below them; `pairs`: each label stands
 * left of its text; `texts`: no label at all.
 */
export interface SheetLine {
  readonly kind: 'labels' | 'pairs' | 'texts' | 'empty';
  readonly cells: readonly SheetCell[];
}

/**
 * The rows of a table as those of a sheet. `columns`: what the headings at its top say, if it has any; a label
 * under the heading for the same field is a part of its cell, as [目標値] is.
 */
export function sheetLines(
  rows: readonly ViewRow[],
  fiscalYear: number | null,
  columns: readonly ReportColumn[] = [],
): SheetLine[] {
  const first = rows.findIndex((row) => columns.length > 0 && isHeadingRow(row, fiscalYear));
  const isOwn = (heading: ReadHeading, row: number): boolean =>
    row !== first &&
    heading.fields.length > 0 &&
    columns.some(
      ({ from, to, fields }) =>
        from < heading.cell.column + heading.cell.span &&
        to > heading.cell.column &&
        heading.fields.every((field) => fields.includes(field)),
    );
  /** The label at the left that is merged over this row. */
  let group: SheetCell | null = null;
  return rows.map((row, place) => {
    const read = headingsIn(row, fiscalYear).map((heading, at): SheetCell => ({
      ...heading,
      cell: row.cells[at] as ViewRow['cells'][number],
      is: heading.text === '' ? 'empty' : isLabel(heading) && !isOwn(heading, place) ? 'label' : 'text',
    }));
    const [left] = read;
    if (left?.cell.merge !== 'continued') group = left?.cell.merge === 'start' ? left : null;
    const cells = withTexts(withoutGroup(read, group));
    return { kind: kindOf(cells), cells };
  });
}

function kindOf(cells: readonly SheetCell[]): SheetLine['kind'] {
  const said = cells.filter(({ is }) => is !== 'empty');
  if (said.length === 0) return 'empty';
  if (!said.some(({ is }) => is === 'label')) return 'texts';
  return said.some(({ is }) => is === 'text') || awaitsTexts(cells) ? 'pairs' : 'labels';
}

/**
 * Without the cell at the left that groups several labels, as 計画(PLAN) does; a label that only says when,
 * 下半期, is one for what its group names.
 */
function withoutGroup(cells: readonly SheetCell[], group: SheetCell | null): readonly SheetCell[] {
  const [first, second, ...rest] = cells;
  if (first === undefined || second?.is !== 'label') return cells;
  const groups = first.kind === 'frame' || (first.cell.merge !== 'none' && first.is !== 'text');
  if (!groups) return cells;
  const named = group?.kind === 'field' && second.kind === 'frame';
  return [named ? { ...second, kind: 'field', fields: group.fields } : second, ...rest];
}

/** Right of a label that has no text yet stands its text, even where it reads like a label: 区分 | 継続. */
function withTexts(cells: readonly SheetCell[]): readonly SheetCell[] {
  const said = cells.filter(({ is }) => is !== 'empty');
  const pairs = said.some(({ is }) => is === 'text') || !said.some(({ kind }) => kind === 'field');
  if (!pairs || said.length < 2) return cells;
  let awaits = false;
  return cells.map((cell) => {
    const text = cell.is === 'text' || (cell.is === 'label' && awaits && cell.kind !== 'field');
    awaits = !text && cell.is === 'label';
    return text ? { ...cell, is: 'text' } : cell;
  });
}

/** Labels with an empty cell beside each: a sheet that is not filled in there. */
function awaitsTexts(cells: readonly SheetCell[]): boolean {
  const own = cells.filter(({ is, cell }) => is === 'label' || cell.merge !== 'continued');
  return (
    own.length >= 2 &&
    own.length % 2 === 0 &&
    own.every(({ is }, at) => is === (at % 2 === 0 ? 'label' : 'empty'))
  );
}
