import type { Form, FormName } from '../form.ts';
import type { Report } from '../report.ts';
import { formOf, type OfficeForm } from './office-form.ts';
import { builtInForm, officialForm } from './official-form.ts';

/** A report, as far as it says in which form it is written. */
export type WrittenInForm = Pick<Report, 'form'>;

const laidOut = new WeakMap<OfficeForm, { readonly [name in FormName]: Form }>();

/** A document of a report: laid out in its own form, or in the official one. The same form gives the same object. */
export function formOfReport({ form }: WrittenInForm, name: FormName): Form {
  if (form === undefined) return builtInForm(name);
  let documents = laidOut.get(form);
  if (documents === undefined) {
    documents = { declaration: formOf(form, 'declaration'), report: formOf(form, 'report') };
    laidOut.set(form, documents);
  }
  return documents[name];
}

/** The form of a report: its own, or the official one. */
export function officeFormOf({ form = officialForm }: WrittenInForm): OfficeForm {
  return form;
}

/** A report written in another form; null is the official one, which is not said. */
export function withForm<T extends WrittenInForm>(report: T, form: OfficeForm | null): T {
  const { form: _before, ...others } = report;
  // Without `form` it is the same report, which a type with an optional key can't say.
  return (form === null ? others : { ...others, form }) as T;
}
