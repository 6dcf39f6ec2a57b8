import type { Form } from './form.ts';
import { outlineField } from './outline.ts';
import type { Initiative, InitiativeField } from './report.ts';

/**
 * How many characters of a field the form prints: to be held against the form's `limits`.
 *
 * Counts code points of what stands in the cell, the table's bullets and brackets included, without
 * the form's own label. 0 where the form does not print the field.
 */
export function cellCharacters(initiative: Initiative, field: InitiativeField, form: Form): number {
  if (!form.columns.some(({ content }) => content.includes(field))) return 0;
  return outlineField(initiative, field).reduce((sum, { text }) => sum + codePoints(text), 0);
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
