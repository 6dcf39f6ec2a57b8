import * as v from 'valibot';
import { officeFormSchema, type OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** Drafts of forms among what is not sent yet (UnsentText.what), each by its form's identifier. */
const draftName = 'form-design';

/** Whether an unsent text is a form in the making. */
export function isDesign(what: string): boolean {
  return what.startsWith(`${draftName} `);
}

/** Forms that somebody left in the making. */
export function keptDesigns({ unsent }: ReportEditor): OfficeForm[] {
  return unsent.all.flatMap(({ what, text }) => {
    if (!isDesign(what)) return [];
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), officeFormSchema), text);
    return read.success ? [read.output] : [];
  });
}

export function keepDesign({ unsent }: ReportEditor, form: OfficeForm): void {
  unsent.keep(`${draftName} ${form.id}`, JSON.stringify(form));
}

export function forgetDesign({ unsent }: ReportEditor, { id }: OfficeForm): void {
  unsent.forget(`${draftName} ${id}`);
}
