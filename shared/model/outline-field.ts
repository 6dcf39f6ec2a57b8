import type { RowField } from './fields/built-in-fields.ts';
import { rulesOf } from './fields/kinds.ts';
import { valueOf, type RowValues } from './fields/values.ts';
import { fieldOfForm, type Form } from './form.ts';
import type { OutlineParagraph, OutlinePart } from './outline.ts';
import type { Initiative } from './report.ts';

/** What a field prints without the form's label; nothing where it is empty. */
export function outlineField(row: RowValues, id: RowField, form: Form): OutlineParagraph[] {
  const field = fieldOfForm(form, id);
  return rulesOf(field).print(valueOf(row, field), field);
}

/** A field as its cell prints it: label first, and a paragraph at least. */
export function outlinePart(
  initiative: Initiative,
  number: number,
  field: OutlinePart['field'],
  form: Form,
): OutlinePart {
  if (field === 'number') return { field, paragraphs: [{ kind: 'plain', text: String(number) }] };
  const label = form.cellLabels[field];
  return {
    field,
    paragraphs: atLeastOne([
      ...(label === undefined ? [] : [{ kind: 'label', text: label } as const]),
      ...outlineField(initiative, field, form),
    ]),
  };
}

/** An empty field prints one empty paragraph, so that there is a place to write in. */
export function atLeastOne(paragraphs: OutlineParagraph[]): OutlineParagraph[] {
  return paragraphs.length > 0 ? paragraphs : [{ kind: 'plain', text: '' }];
}
