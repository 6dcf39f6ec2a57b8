import { builtInForm, formNames, type Form } from '../../../shared/model/form.ts';

/** The form in which a file was exported; that of the report where a library does not know its name. */
export function formOfExport({ form }: { readonly form: string }): Form {
  return builtInForm(formNames.find((name) => name === form) ?? 'report');
}
