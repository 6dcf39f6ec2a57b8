import { initiativeFields, type RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** The field of a row around which the program sets a hidden bookmark: `_sg_<row>_<field>`. */
export interface MarkedField {
  /** The row's identifier. */
  readonly row: string;
  readonly field: 'number' | RowField;
}

const pattern = new RegExp(`^_sg_([a-z0-9]{4,24})_(number|${initiativeFields.join('|')}|x[a-z0-9]{1,9})$`);

export function isFieldBookmark(name: string): boolean {
  return name.startsWith('_sg_') && pattern.test(name);
}

/** What a bookmark's name says; null for one that is not ours. */
export function markedField(name: string): MarkedField | null {
  const [, row, field] = pattern.exec(name) ?? [];
  if (row === undefined || field === undefined) return null;
  return { row, field: field as MarkedField['field'] };
}
