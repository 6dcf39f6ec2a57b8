import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { isItemField, type ItemField, type ItemPart } from '../../../shared/model/fields/item-parts.ts';
import type { OutlinePart } from '../../../shared/model/outline.ts';
import { markedField, markedItem } from '../reading/field-bookmark.ts';

export type CellField = 'number' | RowField;

/** What stands in a cell: a field of the row, or a part of one of its targets or outcomes: `targets/t1ab/value`. */
export type PartKey = CellField | `${ItemField}/${string}/${ItemPart}`;

/** One part of one target or outcome. */
export interface PartOfItem {
  /** The identifier of the target or the outcome. */
  readonly item: string;
  readonly part: ItemPart;
}

/** Where a part of an exported row is found again; null for one of no item. */
export function keyOfPart({ field, of }: Pick<OutlinePart, 'field' | 'of'>): PartKey | null {
  if (of === undefined || !isItemField(field)) return field;
  return of.item === null ? null : `${field}/${of.item}/${of.part}`;
}

/** What a bookmark lies over; undefined for one that is not ours. */
export function keyOfBookmark(name: string): PartKey | undefined {
  const item = markedItem(name);
  return item === null ? markedField(name)?.field : `${item.field}/${item.item}/${item.part}`;
}

/** The field of the row, whatever part of it is meant. */
export function fieldOfKey(key: PartKey): CellField {
  // Neither a field's name nor an identifier holds a stroke.
  return key.split('/', 1)[0] as CellField;
}
