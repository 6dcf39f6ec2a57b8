import {
  builtInField,
  isInitiativeField,
  type RowField,
} from '../../../shared/model/fields/built-in-fields.ts';
import { isOwnField, type FieldDefinition, type OwnField } from '../../../shared/model/fields/field.ts';
import {
  isItemField,
  partDefinition,
  type PartDefinition,
} from '../../../shared/model/fields/item-parts.ts';
import { fieldOfForm, type Form } from '../../../shared/model/form.ts';
import type { OutlinePart } from '../../../shared/model/outline.ts';
import type { PartOfItem } from './part-key.ts';

/** A field of a row, or a part of one of its targets or outcomes, as the form that was exported prints it. */
export interface MarkedPlace {
  readonly initiative: string;
  readonly field: RowField;
  /** Of one of the field's targets or outcomes; left out for the field as a whole. */
  readonly of?: PartOfItem;
  /** The label that the form prints above it; '' for none. */
  readonly label: string;
  /** What the field or the part was by the form that was exported; left out for what every report has. */
  readonly definition?: FieldDefinition<RowField>;
}

/** Where a part of an exported row stands; null for its number, and for a part of no item. */
export function placeOf(
  initiative: string,
  { field, of }: Pick<OutlinePart, 'field' | 'of'>,
  form: Form,
): MarkedPlace | null {
  if (field === 'number') return null;
  const label = form.cellLabels[field] ?? '';
  if (of === undefined) {
    const place = { initiative, field, label };
    return isInitiativeField(field) ? place : { ...place, definition: fieldOfForm(form, field) };
  }
  if (of.item === null || !isItemField(field)) return null;
  const { item, part } = of;
  const place = { initiative, field, of: { item, part }, label: '' };
  return isOwnField(part) ? { ...place, definition: fieldOfForm(form, part) } : place;
}

/** What the field was when it was exported. */
export function fieldAt({ field, definition }: MarkedPlace): FieldDefinition<RowField> {
  if (definition !== undefined) return definition;
  if (isInitiativeField(field)) return builtInField(field);
  throw new Error(`a marked field does not say what ${field} is`);
}

/** What the part of a target or an outcome was when it was exported; null for a field as a whole. */
export function partAt({ field, of, definition }: MarkedPlace): PartDefinition | null {
  if (of === undefined || !isItemField(field)) return null;
  return partDefinition(field, of.part, definition === undefined ? [] : [definition as OwnDefinition]);
}

/** A part's definition is said where it is a form's own. */
type OwnDefinition = FieldDefinition<OwnField>;
