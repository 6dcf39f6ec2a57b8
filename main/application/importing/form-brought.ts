import type { JoinedReport } from '../../domain/join-reports.ts';
import { formNames, prints } from '../../../shared/model/form.ts';
import { ownFieldsIn } from '../../../shared/model/fields/values.ts';
import { formOfReport, officeFormOf } from '../../../shared/model/forms/form-of-report.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { ReadingWarning } from '../../../shared/model/reading-warning.ts';
import type { Report } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';

/**
 * What became of the form of a file that was taken into a report: the report is written in it now, or stayed in its own,
 * which does not show all that the file brought.
 */
export function formBrought(
  existing: Report,
  { report, rows }: JoinedReport,
  form: OfficeForm | undefined,
): ReadingWarning[] {
  const { label } = officeFormOf(report);
  if (!sameValue(existing.form, report.form)) return [{ code: 'form-taken', form: label }];
  const documents = formNames.map((name) => formOfReport(report, name));
  const unseen = rows.flatMap(({ before, after, done }) =>
    done && after !== null
      ? ownFieldsIn(after).filter(
          (field) =>
            !documents.some((document) => prints(document, field)) &&
            !sameValue(before?.own?.[field], after.own?.[field]),
        )
      : [],
  );
  if (unseen.length === 0) return [];
  const nameOf = (id: string): string => form?.fields.find((field) => field.id === id)?.label ?? id;
  return [{ code: 'fields-unseen', fields: [...new Set(unseen)].map(nameOf), form: label }];
}
