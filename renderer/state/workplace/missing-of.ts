import { missingParts, type MissingPart } from '../../../shared/model/completeness.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { Initiative } from '../../../shared/model/report.ts';

const known = new WeakMap<Form, WeakMap<Initiative, readonly MissingPart[]>>();

/** What a row lacks, worked out once for each state of the row: rows are never changed in place. */
export function missingOf(initiative: Initiative, form: Form): readonly MissingPart[] {
  const ofForm = known.get(form) ?? new WeakMap<Initiative, readonly MissingPart[]>();
  known.set(form, ofForm);
  const found = ofForm.get(initiative) ?? missingParts(initiative, form);
  ofForm.set(initiative, found);
  return found;
}
