import { declarationForm, reportForm, type Form } from './form.ts';
import type { Initiative } from './report.ts';

/** The form that is being filled in: until the first result is written, only the declaration is asked for. */
export function formInWork(initiatives: Iterable<Initiative>): Form {
  for (const initiative of initiatives) if (hasResults(initiative)) return reportForm;
  return declarationForm;
}

function hasResults({ results, outcomes, targets }: Initiative): boolean {
  return results.length > 0 || outcomes.length > 0 || targets.some(({ verdict }) => verdict !== null);
}
