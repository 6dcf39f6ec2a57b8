import { isInitiativeField, builtInField } from '../fields/built-in-fields.ts';
import { isOwnField, type FieldDefinition } from '../fields/field.ts';
import { isTextField, parsed } from '../fields/kinds.ts';
import { toPlainLines } from '../plain-text.ts';
import type { Place, PlaceValue } from './sheet.ts';

/** Texts of a target or an outcome that may be absent. */
const maybeAbsent = ['note', 'value', 'asOf'];
const alwaysThere = ['measure', 'statement'];

/** Whether a text of one's own can stand at a place: not where a thing is chosen, ordered, there or gone. */
export function takesOwnText(place: Place, fields: readonly FieldDefinition[]): boolean {
  const { field } = place;
  if (isPart(place) && !isOwnField(field)) return [...maybeAbsent, ...alwaysThere].includes(field);
  const known = definitionOf(field, fields);
  return known !== null && isTextField(known) && known.kind !== 'choice' && known.kind !== 'choices';
}

/**
 * What a place says that a person writes in, paragraphs parted by `\n`; undefined where no text can stand. No word is
 * dropped.
 */
export function ownText(
  place: Place,
  text: string,
  fields: readonly FieldDefinition[],
): PlaceValue | undefined {
  if (!takesOwnText(place, fields)) return undefined;
  const lines = toPlainLines(text);
  const known = definitionOf(place.field, fields);
  if (known !== null && isTextField(known)) return parsed(known, lines);
  const line = lines.filter((each) => each !== '').join('');
  return line === '' && maybeAbsent.includes(place.field) ? null : line;
}

function isPart({ target, outcome }: Place): boolean {
  return target !== undefined || outcome !== undefined;
}

function definitionOf(field: string, fields: readonly FieldDefinition[]): FieldDefinition | null {
  if (isInitiativeField(field)) return builtInField(field);
  return fields.find(({ id }) => id === field) ?? null;
}
