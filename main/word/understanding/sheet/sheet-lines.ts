import type { ReadFor } from '../known-form.ts';
import type { ViewRow } from '../../reading/view-blocks.ts';
import { headingsIn, isLabel, type ReadHeading } from '../headings/heading-rows.ts';
import type { PlacedCell } from '../placed-cell.ts';
import { withTextPlaces } from './label-places.ts';
import { shapeOf, type HeadedTable } from '../table-columns.ts';

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
 * The rows of a table as those of a sheet. `headed`: the headings at its top, if it has any. Under them a row that
 * is laid out as they are holds texts, whatever they say; so does a cell under the heading for the same field, as
 * [目標値].
 */
export function sheetLines(
  rows: readonly ViewRow[],
  reading: ReadFor,
  headed: HeadedTable | null = null,
): SheetLine[] {
  const { start, end, columns } = headed ?? { start: -1, end: -1, columns: [] };
  const shapes = new Set(
    rows.slice(Math.max(0, start), Math.max(0, end)).map((row) => shapeOf(row, false)),
  );
  const isOwn = (heading: ReadHeading, row: number): boolean =>
    row !== start &&
    heading.fields.length > 0 &&
    columns.some(
      ({ from, to, fields }) =>
        from < heading.cell.column + heading.cell.span &&
        to > heading.cell.column &&
        heading.fields.every((field) => fields.includes(field)),
    );
  const read = withTextPlaces(
    rows.map((row, place) => {
      const headings = headingsIn(row, reading);
      const ofTexts = place >= end && shapes.has(shapeOf(row, false)) && !namesOnly(headings);
      return headings.map((heading, at): SheetCell => {
        const label = isLabel(heading) && !ofTexts && !isOwn(heading, place);
        const cell = row.cells[at] as ViewRow['cells'][number];
        return { ...heading, cell, is: heading.text === '' ? 'empty' : label ? 'label' : 'text' };
      });
    }),
  );
  /** The label at the left that is merged over this row. */
  let group: SheetCell | null = null;
  return read.map((own) => {
    const [left] = own;
    if (left?.cell.merge !== 'continued') group = left?.cell.merge === 'start' ? left : null;
    const cells = withTexts(withoutGroup(own, group));
    return { kind: kindOf(cells), cells };
  });
}

/** A row of several labels and nothing else. */
function namesOnly(headings: readonly ReadHeading[]): boolean {
  const said = headings.filter(({ text }) => text !== '');
  return said.length > 1 && said.every(isLabel);
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

/**
 * Right of a label that has no text yet stands its text, even where it reads like a label: 区分 | 継続. The name of a
 * field may open another pair, but not at the end of its row.
 */
function withTexts(cells: readonly SheetCell[]): readonly SheetCell[] {
  const said = cells.filter(({ is }) => is !== 'empty');
  const pairs = said.some(({ is }) => is === 'text') || !said.some(({ kind }) => kind === 'field');
  if (!pairs || said.length < 2) return cells;
  let awaits = false;
  return cells.map((cell, at) => {
    const mayBeText = cell.kind !== 'field' || at === cells.length - 1;
    const text = cell.is === 'text' || (cell.is === 'label' && awaits && mayBeText);
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
