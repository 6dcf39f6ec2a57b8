import type { InitiativeEdit } from '../edits.ts';
import type { Initiative } from '../report.ts';
import type { RowField } from './built-in-fields.ts';
import { isOwnField, type OwnValue } from './field.ts';

/** A field of a row that holds a line or a list of lines. */
export type TextField = Exclude<RowField, 'targets' | 'outcomes'>;

/** What such a field of a row holds; of an own field that holds nothing, an empty list. */
export function textsOf(row: Initiative, field: TextField): OwnValue {
  return isOwnField(field) ? (row.own?.[field] ?? []) : row[field];
}

/** The edit by which such a field of a row says something else. */
export function setTextEdit(row: Initiative, field: TextField, after: OwnValue): InitiativeEdit {
  const before = textsOf(row, field);
  // Both are of the one field, so that their values have the same type, which a union of edits can't say.
  return { kind: 'set-field', owner: 'row', initiative: row.id, field, before, after } as InitiativeEdit;
}
