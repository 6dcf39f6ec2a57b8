import {
  builtInField,
  isInitiativeField,
  type RowField,
} from '../../../shared/model/fields/built-in-fields.ts';
import { rulesOf } from '../../../shared/model/fields/kinds.ts';
import { fieldsIn, valueOf } from '../../../shared/model/fields/values.ts';
import { fieldLines } from '../../../shared/model/search-text.ts';
import type { KnownForm } from './known-form.ts';
import type { InitiativeDraft } from '../../domain/report-draft.ts';

/** The paragraphs that each field of a row prints, labels aside; an empty field prints none. */
export function printedFields(
  draft: InitiativeDraft,
  form: KnownForm,
): ReadonlyMap<RowField, readonly string[]> {
  return new Map(fieldsIn(draft).map((field) => [field, printed(draft, field, form)]));
}

function printed(draft: InitiativeDraft, id: RowField, form: KnownForm): readonly string[] {
  const field = isInitiativeField(id) ? builtInField(id) : form.definition(id);
  if (field === undefined) return fieldLines(draft, id);
  const texts = rulesOf(field)
    .print(valueOf(draft, field), field)
    .map(({ text }) => text);
  return texts.length === 1 && texts[0] === '' ? [] : texts;
}
