import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { officialForm } from '../../../shared/model/forms/official-form.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { Context } from '../context.ts';

/** The forms by whose names a table typed by hand is read: those of the library's reports first, then the program's. */
export function knownForms(
  { builtInForms }: Pick<Context, 'builtInForms'>,
  { reports }: Pick<LibraryFile, 'reports'>,
): OfficeForm[] {
  return [...reports.forms(), ...builtInForms()].filter(({ id }) => id !== officialForm.id);
}
