import { writeFormFile } from '../../exchange/form-file.ts';
import { safeFileStem } from '../../domain/file-name.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import { knownForms } from '../importing/known-forms.ts';
import { newIdentifier } from '../new-identifier.ts';
import type { HandlersOf } from '../handlers.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** The forms in which reports can be written. */
export const formRequests: HandlersOf<'forms.list' | 'forms.read' | 'forms.propose' | 'forms.write'> = {
  'forms.list': (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const brought = context.builtInForms();
    const used = library.value.reports
      .forms()
      .filter((form) => !brought.some((each) => sameValue(each, form)));
    const from = (kind: 'brought' | 'used') => (form: OfficeForm) => ({ form, from: kind });
    return success([...brought.map(from('brought')), ...used.map(from('used'))]);
  },

  'forms.read': async (_input, context) => {
    const chosen = await wantedFile(context, undefined, { purpose: 'read-form', endings: ['json'] });
    if (!chosen.ok) return chosen;
    const read = await context.reader.run('read-form', { path: chosen.value }, noHost);
    return read.ok ? success({ form: read.value }) : read;
  },

  'forms.propose': async (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const forms = knownForms(context, library.value);
    const chosen = await wantedFile(context, undefined, { purpose: 'read-form', endings: ['docx'] });
    if (!chosen.ok) return chosen;
    const input = { path: chosen.value, id: newIdentifier(), forms };
    const read = await context.reader.run('form-of-word', input, noHost);
    return read.ok ? success({ form: read.value.form, unknown: [...read.value.unknown] }) : read;
  },

  'forms.write': async ({ form }, { ports, session }) => {
    const chosen = await ports.chooseFile({
      purpose: 'export',
      mode: 'save',
      endings: ['json'],
      suggestedName: `${safeFileStem(`様式_${form.label}`)}.json`,
    });
    if (!chosen.ok) return chosen;
    const written = await writeFileAtomically(chosen.value, new TextEncoder().encode(writeFormFile(form)));
    if (!written.ok) return written;
    session.writtenFiles.add(chosen.value);
    return success({ path: chosen.value });
  },
};
