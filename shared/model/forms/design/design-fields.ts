import type { OwnField } from '../../fields/field.ts';
import { formNames } from '../../form.ts';
import { mostOwnFields, type DocumentForm, type FormField, type OfficeForm } from '../office-form.ts';
import { contentTaken } from './design-columns.ts';

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

/** Under another name. A heading that said the old one, and nothing else, says the new one. */
export function withFieldRenamed(form: OfficeForm, id: OwnField, label: string): OfficeForm {
  const before = form.fields.find((field) => field.id === id)?.label;
  const renamed = withFieldChanged(form, id, { label });
  const documents = formNames.map((name) => {
    const columns = form[name].columns.map((column) => {
      const isIts = column.content.some((each) => each === id) || column.ofEach?.includes(id) === true;
      const follows = isIts && column.heading.length === 1 && column.heading[0] === before;
      return follows ? { ...column, heading: [label] } : column;
    });
    return [name, { ...form[name], columns }] as const;
  });
  return { ...renamed, ...Object.fromEntries(documents) };
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

/** Without an own field in any column, label or limit; a column that is left with nothing goes. */
export function documentWithout(laidOut: DocumentForm, id: OwnField): DocumentForm {
  const { [id]: _label, ...cellLabels } = laidOut.cellLabels;
  const { limits, ...others } = laidOut;
  const { [id]: _limit, ...otherLimits } = limits ?? {};
  return {
    ...others,
    columns: contentTaken(withoutPart(laidOut, id), id),
    cellLabels,
    ...(limits === undefined ? {} : { limits: otherLimits }),
  };
}

/** Without a part of each target or outcome; a column that prints nothing else of them goes. */
function withoutPart(laidOut: DocumentForm, id: OwnField): DocumentForm {
  const columns = laidOut.columns.flatMap(({ ofEach, ...column }) => {
    const parts = ofEach?.filter((part) => part !== id);
    if (parts === undefined) return [column];
    return parts.length === 0 ? [] : [{ ...column, ofEach: parts }];
  });
  return { ...laidOut, columns };
}

/** The keys that a field may be without are left out where they say nothing; the others are always there. */
function withoutMissing(field: {
  readonly [Key in keyof FormField]?: FormField[Key] | undefined;
}): FormField {
  return Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined)) as FormField;
}
