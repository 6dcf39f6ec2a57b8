import { declarationForm, reportForm, type Form } from '../../shared/model/form.ts';
import type { Row } from './row.svelte.ts';

/** The form that is being filled in: until the first result is written, only the declaration is asked for. */
export function formInWork(rows: readonly Row[]): Form {
  const hasResults = rows.some(
    ({ initiative }) =>
      initiative.results.length > 0 ||
      initiative.outcomes.length > 0 ||
      initiative.targets.some(({ verdict }) => verdict !== null),
  );
  return hasResults ? reportForm : declarationForm;
}
