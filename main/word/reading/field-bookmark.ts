import { initiativeFields, type RowField } from '../../../shared/model/fields/built-in-fields.ts';
import {
  outcomeParts,
  targetParts,
  type ItemField,
  type ItemPart,
} from '../../../shared/model/fields/item-parts.ts';

/** The field of a row around which the program sets a hidden bookmark: `_sg_<row>_<field>`. */
export interface MarkedField {
  /** The row's identifier. */
  readonly row: string;
  readonly field: 'number' | RowField;
}

const pattern = new RegExp(`^_sg_([a-z0-9]{4,24})_(number|${initiativeFields.join('|')}|x[a-z0-9]{1,9})$`);

/** The part of a target or an outcome around which it sets one: `_st_<target>_<part>`, `_so_<outcome>_<part>`. */
export interface MarkedItem {
  readonly field: ItemField;
  /** The identifier of the target or the outcome. */
  readonly item: string;
  readonly part: ItemPart;
}

const itemPattern = new RegExp(
  `^_s(?:(t)_([a-z0-9]{4,24})_(${targetParts.join('|')}|x[a-z0-9]{1,9})` +
    `|o_([a-z0-9]{4,24})_(${outcomeParts.join('|')}|x[a-z0-9]{1,9}))$`,
);

export function isFieldBookmark(name: string): boolean {
  return /^_s[gto]_/.test(name) && (pattern.test(name) || itemPattern.test(name));
}

/** What a bookmark's name says of an item; null for any other. */
export function markedItem(name: string): MarkedItem | null {
  const [, isTarget, target, ofTarget, outcome, ofOutcome] = itemPattern.exec(name) ?? [];
  const [item, part] = isTarget === undefined ? [outcome, ofOutcome] : [target, ofTarget];
  if (item === undefined || part === undefined) return null;
  return { field: isTarget === undefined ? 'outcomes' : 'targets', item, part: part as ItemPart };
}

/** What a bookmark's name says; null for one that is not ours. */
export function markedField(name: string): MarkedField | null {
  const [, row, field] = pattern.exec(name) ?? [];
  if (row === undefined || field === undefined) return null;
  return { row, field: field as MarkedField['field'] };
}
