import * as v from 'valibot';
import official from '../../../resources/forms/official.json' with { type: 'json' };
import type { Form, FormName } from '../form.ts';
import { formOf, officeFormSchema, type OfficeForm } from './office-form.ts';

/** The official table: the form of every report that carries none. */
export const officialForm: OfficeForm = v.parse(officeFormSchema, official);

/** 達成状況報告: all six columns. */
export const reportForm: Form = formOf(officialForm, 'report');

/** 目標宣言: columns 1–4, published in spring. */
export const declarationForm: Form = formOf(officialForm, 'declaration');

/** Its documents. */
export const officialDocuments = [reportForm, declarationForm] as const;

export function builtInForm(name: FormName): Form {
  return name === 'report' ? reportForm : declarationForm;
}
