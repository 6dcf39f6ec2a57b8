import type { Form } from '../../../shared/model/form.ts';
import { outlineField } from '../../../shared/model/outline-field.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** The paragraphs that a field prints, without the form's label and without empty ones. */
export function fieldText(initiative: Initiative, field: RowField, form: Form): string[] {
  return outlineField(initiative, field, form)
    .map(({ text }) => text)
    .filter((text) => text !== '');
}

/** All that a row prints in a form but its number and labels, paragraphs parted by `\n`. */
export function rowText(initiative: Initiative, form: Form): string {
  return form.columns
    .flatMap(({ content }) => content)
    .flatMap((field) => (field === 'number' ? [] : fieldText(initiative, field, form)))
    .join('\n');
}
