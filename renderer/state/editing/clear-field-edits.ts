import { applyInitiativeEdit } from '../../../shared/model/apply-edit.ts';
import type { InitiativeEdit } from '../../../shared/model/edits.ts';
import { emptyInitiative, type Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { copyFieldEdits } from './copy-field-edits.ts';

/** The edits of one step that leave nothing in some fields of a row; none where they are empty already. */
export function clearFieldEdits(initiative: Initiative, fields: readonly RowField[]): InitiativeEdit[] {
  const edits: InitiativeEdit[] = [];
  let left = initiative;
  for (const field of fields) {
    for (const edit of copyFieldEdits(left, emptyInitiative(initiative.id), field)) {
      const next = applyInitiativeEdit(left, edit);
      if (!next.ok) throw new Error('the row on show does not take its own edits');
      edits.push(edit);
      left = next.value;
    }
  }
  return edits;
}
