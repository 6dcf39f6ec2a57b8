import { builtInRowFields, type InitiativeField, type RowField } from '../model/fields/built-in-fields.ts';
import type { FieldDefinition } from '../model/fields/field.ts';
import { isItemField, partDefinition } from '../model/fields/item-parts.ts';
import type { Form } from '../model/form.ts';
import type { OutlinePart } from '../model/outline.ts';
import type { ReportHeading } from '../model/report.ts';

/** What a person calls each field that every row has. */
export const fieldNames = Object.fromEntries(
  builtInRowFields.map(({ id, label }) => [id, label]),
) as Readonly<Record<InitiativeField, string>>;

/** A form, as far as it says what its own fields are called. */
export interface OwnNames {
  readonly own?: readonly Pick<FieldDefinition, 'id' | 'label'>[];
}

/** What a form calls what stands in a cell; a field that it does not know by its identifier. */
export function nameOnForm(form: OwnNames, field: 'number' | RowField): string {
  return field === 'number' ? 'NO.' : (nameOfField(field, form) ?? field);
}

type PlacedPart = { readonly field: OutlinePart['field']; readonly of?: OutlinePart['of'] | undefined };

/** What a part of a cell is called: 取組内容, 達成目標の目標値. */
export function nameOfPart(form: Pick<Form, 'own'>, { field, of }: PlacedPart): string {
  const name = nameOnForm(form, field);
  if (of === undefined || !isItemField(field)) return name;
  return `${name}の${partDefinition(field, of.part, form.own).label}`;
}

/** What the fields above the table are called. */
export const headingNames: { readonly [field in keyof ReportHeading]: string } = {
  municipality: '市区町村名',
  department: '部名',
  fiscalYear: '年度',
  yearLabel: '年度の表記',
  headPost: '部長の職名',
  headName: '部長の氏名',
};

/** The name of a field of a row or of the heading, by its key; null for keys that are neither's, nor `form`'s own. */
export function nameOfField(field: string, form: OwnNames = {}): string | null {
  if (Object.hasOwn(fieldNames, field)) return fieldNames[field as InitiativeField];
  if (Object.hasOwn(headingNames, field)) return headingNames[field as keyof ReportHeading];
  return form.own?.find(({ id }) => id === field)?.label ?? null;
}
