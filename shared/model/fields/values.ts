import type { Initiative } from '../report.ts';
import { sameValue } from '../same-value.ts';
import {
  initiativeFields,
  isInitiativeField,
  type InitiativeField,
  type RowField,
} from './built-in-fields.ts';
import { isOwnField, type FieldDefinition, type OwnField, type OwnValue, type OwnValues } from './field.ts';
import { rulesOf, type FieldValue } from './kinds.ts';

/** Something that can hold values of a form's own fields. */
export interface OwnsFields {
  readonly own?: OwnValues;
}

/** What a field of a row holds; the kind's empty value where nothing stands. */
export function valueOf(row: RowValues, field: FieldDefinition<RowField>): FieldValue {
  const { id } = field;
  if (isInitiativeField(id)) return row[id];
  return ownValueOf(row, field);
}

/** What a holder says in one of a form's own fields; the kind's empty value where nothing stands. */
export function ownValueOf(holder: OwnsFields, field: FieldDefinition): OwnValue {
  const value = isOwnField(field.id) ? holder.own?.[field.id] : undefined;
  // A form's own field holds a line or a list of lines, which the type of the table of kinds can't say.
  return value === undefined ? (rulesOf(field).empty as OwnValue) : ofKind(value, field);
}

/** A value that was written while the field was of another kind. */
function ofKind(value: OwnValue, field: FieldDefinition): OwnValue {
  if (typeof rulesOf(field).empty === 'string') return typeof value === 'string' ? value : value.join(' ');
  return typeof value === 'string' ? [value] : value;
}

/** The values of a row, be it stored or as a file gives it. */
export type RowValues = Pick<Initiative, Exclude<InitiativeField, 'targets' | 'outcomes'>> &
  OwnsFields & {
    readonly targets: readonly Omit<Initiative['targets'][number], 'id'>[];
    readonly outcomes: readonly Omit<Initiative['outcomes'][number], 'id' | 'targets'>[];
  };

/** A holder with another value of an own field. What is empty is left out. */
export function withOwn<T extends OwnsFields>(holder: T, field: OwnField, value: OwnValue): T {
  const { own, ...others } = holder;
  const { [field]: _before, ...left } = own ?? {};
  const now: OwnValues = value.length > 0 ? { ...left, [field]: value } : left;
  // Without `own` it is the same holder, which a type with an optional key can't say.
  return (Object.keys(now).length === 0 ? others : { ...others, own: now }) as T;
}

/** Own values as one text, their fields in one order: '' for none. Two holders with the same text say the same. */
export function ownText(own: OwnValues | undefined): string {
  return own === undefined ? '' : JSON.stringify(own, Object.keys(own).toSorted());
}

/** A row with another value of a field that holds a line or a list of lines. */
export function withValue(row: Initiative, field: RowField, value: OwnValue): Initiative {
  return isInitiativeField(field) ? { ...row, [field]: value } : withOwn(row, field, value);
}

/** Whether two rows say the same in a field. */
export function sameField(one: Initiative, other: Initiative, field: RowField): boolean {
  return isInitiativeField(field)
    ? sameValue(one[field], other[field])
    : sameValue(one.own?.[field], other.own?.[field]);
}

/** The own fields in which one of the holders holds something, by identifier. */
export function ownFieldsIn(...holders: readonly OwnsFields[]): OwnField[] {
  const ids = holders.flatMap(({ own = {} }) => Object.keys(own).filter(isOwnField));
  return [...new Set(ids)].toSorted();
}

/** Every field that may say something in one of the rows: those that all have, then own ones that hold something. */
export function fieldsIn(...rows: readonly OwnsFields[]): RowField[] {
  return [...initiativeFields, ...ownFieldsIn(...rows)];
}
