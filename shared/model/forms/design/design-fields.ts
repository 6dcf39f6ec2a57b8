import type { OwnField } from '../../fields/field.ts';
import { formNames } from '../../form.ts';
import { mostOwnFields, type DocumentForm, type FormField, type OfficeForm } from '../office-form.ts';
import { columnOf, contentTaken } from './design-columns.ts';

/** Kinds of which a person chooses among signs. */
export function hasChoices({ kind }: Pick<FormField, 'kind'>): boolean {
  return kind === 'choice' || kind === 'choices';
}

/** A new field of the form's own, in no column yet. The same form where it has as many as it can have. */
export function withNewField(form: OfficeForm, id: OwnField, label: string): OfficeForm {
  if (form.fields.length >= mostOwnFields || form.fields.some((field) => field.id === id)) return form;
  const field: FormField = {
    id,
    owner: 'row',
    kind: 'paragraphs',
    label,
    season: 'report',
    names: [],
    asked: false,
  };
  return { ...form, fields: [...form.fields, field] };
}

/** What a field says otherwise; a key that is undefined is left out from now on. */
export type FieldChange = { readonly [Key in keyof FormField]?: FormField[Key] | undefined };

export function withFieldChanged(form: OfficeForm, id: OwnField, change: FieldChange): OfficeForm {
  return {
    ...form,
    fields: form.fields.map((field) => (field.id === id ? withoutMissing({ ...field, ...change }) : field)),
  };
}

/** Without one of its own fields, nowhere. Where it is all that a document prints, the same form. */
export function withoutField(form: OfficeForm, id: OwnField): OfficeForm {
  const documents = formNames.map((name) => [name, documentWithout(form[name], id)] as const);
  if (documents.some(([, { columns }]) => columns.length === 0)) return form;
  const { declaration, report } = Object.fromEntries(documents) as Record<
    (typeof formNames)[number],
    DocumentForm
  >;
  return { ...form, fields: form.fields.filter((field) => field.id !== id), declaration, report };
}

function documentWithout(laidOut: DocumentForm, id: OwnField): DocumentForm {
  const { [id]: _label, ...cellLabels } = laidOut.cellLabels;
  const { limits, ...others } = laidOut;
  const { [id]: _limit, ...otherLimits } = limits ?? {};
  return {
    ...others,
    columns: columnOf(laidOut, id) < 0 ? laidOut.columns : contentTaken(laidOut, id),
    cellLabels,
    ...(limits === undefined ? {} : { limits: otherLimits }),
  };
}

/** The keys that a field may be without are left out where they say nothing; the others are always there. */
function withoutMissing(field: {
  readonly [Key in keyof FormField]?: FormField[Key] | undefined;
}): FormField {
  return Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined)) as FormField;
}
