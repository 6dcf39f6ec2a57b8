import type { Edit, FieldEdit, ReportEdit } from '../../shared/model/edits.ts';
import { sameValue } from '../../shared/model/same-value.ts';
import { ownFieldsIn } from '../../shared/model/fields/values.ts';
import { withStanding } from '../../shared/model/states/standing.ts';
import { headingParts, type Report } from '../../shared/model/report.ts';
import { fieldEdits } from './field-edits.ts';
import { listEdits } from './list-edits.ts';
import { rowEdits } from './row-edits.ts';

/**
 * The edits that turn one report into another, matching parts by identifier.
 *
 * Applying them to `before` gives `after` exactly, but for where report and rows stand, which is no content: that stays. Used where a whole report comes in from outside,
 * so that an update is logged, undone and compared like typing.
 */
export function editsBetween(before: Report, after: Report): Edit[] {
  const remaining = new Map(before.initiatives.map((row) => [row.id, row]));
  return [
    ...headingEdits(before, after),
    ...listEdits(before.initiatives, after.initiatives, {
      add: (at, row): ReportEdit => ({
        kind: 'add-initiative',
        at,
        initiative: withStanding(row, null),
      }),
      remove: (at, initiative): ReportEdit => ({ kind: 'remove-initiative', at, initiative }),
      move: (initiative, from, to): ReportEdit => ({ kind: 'move-initiative', initiative, from, to }),
    }),
    ...after.initiatives.flatMap((row) => {
      const old = remaining.get(row.id);
      return old === undefined ? [] : rowEdits(old, row);
    }),
  ];
}

type HeadingEdit = Extract<FieldEdit, { owner: 'report' }>;

function headingEdits(before: Report, after: Report): ReportEdit[] {
  const fields = [...headingParts, ...ownFieldsIn(before, after)];
  const edits: ReportEdit[] = fieldEdits<HeadingEdit>(before, after, fields, { owner: 'report' });
  if (before.stage !== after.stage) {
    edits.push({ kind: 'set-stage', before: before.stage, after: after.stage });
  }
  const [form, newForm] = [before.form ?? null, after.form ?? null];
  if (!sameValue(form, newForm)) edits.push({ kind: 'set-form', before: form, after: newForm });
  return edits;
}
