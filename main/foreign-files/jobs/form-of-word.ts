import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { proposeForm, type ProposedForm } from '../../word/understanding/proposing/propose-form.ts';
import { openWordFile } from '../open-word-file.ts';

/** Proposes a form after a table that an office uses, filled in or not. `id`: of the new form. */
export async function formOfWord({
  path,
  id,
  forms,
}: {
  readonly path: string;
  readonly id: string;
  readonly forms: readonly OfficeForm[];
}): Promise<Result<ProposedForm>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { document, fileName } = file.value;
  const label = fileName.replace(/\.[^.]*$/u, '').slice(0, 100);
  const proposed = proposeForm(document, { id, label: label.trim() === '' ? '様式' : label, forms });
  if (proposed.ok) return success(proposed.value);
  const { failure } = proposed;
  return failed({ ...failure, path });
}
