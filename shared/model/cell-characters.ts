import { prints, type Form } from './form.ts';
import { outlineField } from './outline-field.ts';
import type { Initiative } from './report.ts';
import type { RowField } from './fields/built-in-fields.ts';

/**
 * How many characters of a field the form prints: to be held against the form's `limits`.
 *
 * Counts code points of what stands in the cell, the table's bullets and brackets included, without
 * the form's own label. 0 where the form does not print the field.
 */
export function cellCharacters(initiative: Initiative, field: RowField, form: Form): number {
  if (!prints(form, field)) return 0;
  return outlineField(initiative, field, form).reduce((sum, { text }) => sum + codePoints(text), 0);
}

/** By hand, since an iterator makes an object a character, and this runs with every key. */
function codePoints(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) {
    if (isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))) count -= 1;
  }
  return count;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
