import { declarationForm, reportForm, type Form } from '../../shared/model/form.ts';
import type { Initiative } from '../../shared/model/report.ts';

/** The form that is being filled in: until the first result is written, only the declaration is asked for. */
export function formInWork(rows: readonly { readonly initiative: Initiative }[]): Form {
  return rows.some(({ initiative }) => hasResults(initiative)) ? reportForm : declarationForm;
}

function hasResults({ results, outcomes, targets }: Initiative): boolean {
  return results.length > 0 || outcomes.length > 0 || targets.some(({ verdict }) => verdict !== null);
}
