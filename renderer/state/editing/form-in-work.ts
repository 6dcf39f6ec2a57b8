import type { Form } from '../../../shared/model/form.ts';
import { formInWork as formInWorkOf } from '../../../shared/model/form-in-work.ts';
import type { Initiative } from '../../../shared/model/report.ts';

/** The form in work of rows on show; follows only the rows up to the first with a result. */
export function formInWork(rows: readonly { readonly initiative: Initiative }[]): Form {
  return formInWorkOf(initiativesOf(rows));
}

function* initiativesOf(rows: readonly { readonly initiative: Initiative }[]): Iterable<Initiative> {
  for (const { initiative } of rows) yield initiative;
}
