import { fieldOfForm, formNames, prints, printsPart } from '../form.ts';
import { rulesOf } from '../fields/kinds.ts';
import { fieldsIn, ownFieldsIn, valueOf, type OwnsFields } from '../fields/values.ts';
import type { Initiative } from '../report.ts';
import { formOf, type OfficeForm } from './office-form.ts';

/** A field that holds something, which a form does not show. */
export interface HiddenField {
  readonly label: string;
  /** Rows that say something there. */
  readonly rows: number;
}

/** What rows hold and neither document of the form `next` shows, though one of the form `now` does. */
export function hiddenContent(
  rows: readonly Initiative[],
  now: OfficeForm,
  next: OfficeForm,
): HiddenField[] {
  const documents = (form: OfficeForm) => formNames.map((name) => formOf(form, name));
  const [before, after] = [documents(now), documents(next)];
  const fields = fieldsIn(...rows).flatMap((id): HiddenField[] => {
    const shown = before.find((form) => prints(form, id));
    if (shown === undefined || after.some((form) => prints(form, id))) return [];
    const field = fieldOfForm(shown, id);
    const said = rows.filter((row) => !rulesOf(field).saysNothing(valueOf(row, field)));
    return said.length === 0 ? [] : [{ label: field.label, rows: said.length }];
  });
  const parts = (['targets', 'outcomes'] as const).flatMap((field) =>
    ownFieldsIn(...rows.flatMap((row): readonly OwnsFields[] => row[field])).flatMap(
      (id): HiddenField[] => {
        const shown = before.find((form) => printsPart(form, field, id));
        if (shown === undefined || after.some((form) => printsPart(form, field, id))) return [];
        const said = rows.filter((row) => ownFieldsIn(...row[field]).includes(id));
        return [{ label: fieldOfForm(shown, id).label, rows: said.length }];
      },
    ),
  );
  return [...fields, ...parts];
}
