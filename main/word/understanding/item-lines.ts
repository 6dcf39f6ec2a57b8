import { isItemField, type ItemField, type ItemPart } from '../../../shared/model/fields/item-parts.ts';
import { markedItem } from '../reading/field-bookmark.ts';
import type { CellLine } from './cell-lines.ts';
import type { Cells } from './row-cells.ts';

/** A cell of targets or outcomes on one of a row's lines. */
export interface ItemCell {
  readonly field: ItemField;
  readonly parts: readonly ItemPart[];
  readonly lines: readonly CellLine[];
  /** It is part of the cell on the line above. */
  readonly goesOn: boolean;
}

/** The cells of targets and outcomes on one line of a table that has a line for each target. */
export type ItemLine = readonly ItemCell[];

export function itemLineOf(cells: Cells): ItemLine {
  return [...cells].flatMap(([column, { cell, lines }]): ItemCell[] => {
    const [field] = column?.fields ?? [];
    if (column?.ofEach === undefined || field === undefined || !isItemField(field)) return [];
    return [{ field, parts: column.ofEach, lines, goesOn: cell.merge === 'continued' }];
  });
}

export function bearsMarkOfItem({ bookmarks }: CellLine): boolean {
  return bookmarks.some((name) => markedItem(name) !== null);
}
