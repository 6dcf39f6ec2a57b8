import type { Form } from '../../../shared/model/form.ts';
import { outlineField } from '../../../shared/model/outline-field.ts';
import { outlineRow, type OutlineParagraph } from '../../../shared/model/outline.ts';
import { isItemField, printPart } from '../../../shared/model/fields/item-parts.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { partAt, type MarkedPlace } from '../../word/marked/marked-place.ts';

/** The paragraphs that a field prints, without the form's label and without empty ones. */
export function fieldText(initiative: Initiative, field: RowField, form: Form): string[] {
  return textsOf(outlineField(initiative, field, form));
}

/** The same of a field or of a part of a target or an outcome; null where the row does not have that one any more. */
export function textAt(initiative: Initiative, place: MarkedPlace, form: Form): string[] | null {
  const { field, of } = place;
  const part = partAt(place);
  if (part === null || of === undefined || !isItemField(field)) return fieldText(initiative, field, form);
  const item = initiative[field].find(({ id }) => id === of.item);
  return item === undefined ? null : textsOf(printPart(item, part));
}

/** All that a row prints in a form but its number and labels, paragraphs parted by `\n`. */
export function rowText(initiative: Initiative, form: Form): string {
  return outlineRow(initiative, 1, form)
    .cells.flatMap(({ parts }) => parts.filter(({ field }) => field !== 'number'))
    .flatMap(({ paragraphs }) => textsOf(paragraphs.filter(({ kind }) => kind !== 'label')))
    .join('\n');
}

function textsOf(paragraphs: readonly OutlineParagraph[]): string[] {
  return paragraphs.map(({ text }) => text).filter((text) => text !== '');
}
