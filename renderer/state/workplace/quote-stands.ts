import { formNames, type Form } from '../../../shared/model/form.ts';
import { builtInForm } from '../../../shared/model/forms/official-form.ts';
import { outlineField } from '../../../shared/model/outline-field.ts';
import { fieldOfPlace, rowTexts } from '../../../shared/model/report-texts.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';

/**
 * Whether a piece of a field's text that somebody spoke of still stands there, word for word.
 *
 * A comment made on the page quotes what is typed. One from Word quotes what is printed: bullets, brackets
 * and labels too, and several paragraphs without anything between them.
 */
export function quoteStands(initiative: Initiative, field: RowField, quote: string, form: Form): boolean {
  if (typedTexts(initiative, field).some((text) => text.includes(quote))) return true;
  const printed = outlineField(initiative, field, form)
    .map(({ text }) => squeezed(text))
    .join('');
  const sought = squeezed(quote);
  return [...labelsOf(field, form), ''].some((label) => (squeezed(label) + printed).includes(sought));
}

/** The piece of a quote that stands in one text as it is typed, to be found and selected there. */
export function typedPart(initiative: Initiative, field: RowField, quote: string): string {
  const bare = quote.replace(/^[・【(（\s]+|[】)）\s]+$/gu, '');
  const texts = typedTexts(initiative, field);
  const part = [quote, bare].find((piece) => piece !== '' && texts.some((text) => text.includes(piece)));
  return part ?? texts.find((text) => text !== '' && squeezed(quote).includes(squeezed(text))) ?? quote;
}

function typedTexts(initiative: Initiative, field: RowField): readonly string[] {
  return rowTexts(initiative)
    .filter(({ place }) => fieldOfPlace(place) === field)
    .map(({ text }) => text);
}

/** As the report's form has them, and as files of before it was written in that form have. */
function labelsOf(field: RowField, form: Form): string[] {
  return [form, ...formNames.map(builtInForm)].map(({ cellLabels }) => cellLabels[field] ?? '');
}

/** Without spaces, and with one sign for all bullets. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, '').replace(/[･•●■◆▪]/gu, '・');
}
