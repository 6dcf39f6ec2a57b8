import type { Edit, ReportEdit } from '../../shared/model/edits.ts';
import type { Report } from '../../shared/model/report.ts';
import { listEdits } from './list-edits.ts';
import { rowEdits } from './row-edits.ts';

/**
 * The edits that turn one report into another, matching parts by identifier.
 *
 * Applying them to `before` gives `after` exactly. Used where a whole report comes in from outside,
 * so that an update is logged, undone and compared like typing.
 */
export function editsBetween(before: Report, after: Report): Edit[] {
  const remaining = new Map(before.initiatives.map((row) => [row.id, row]));
  return [
    ...headingEdits(before, after),
    ...listEdits(before.initiatives, after.initiatives, {
      add: (at, initiative): ReportEdit => ({ kind: 'add-initiative', at, initiative }),
      remove: (at, initiative): ReportEdit => ({ kind: 'remove-initiative', at, initiative }),
      move: (initiative, from, to): ReportEdit => ({ kind: 'move-initiative', initiative, from, to }),
    }),
    ...after.initiatives.flatMap((row) => {
      const old = remaining.get(row.id);
      return old === undefined ? [] : rowEdits(old, row);
    }),
  ];
}

function headingEdits(before: Report, after: Report): ReportEdit[] {
  const texts = ['municipality', 'department', 'yearLabel', 'headPost', 'headName'] as const;
  const edits: ReportEdit[] = texts
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ kind: 'set-report-field', field, before: before[field], after: after[field] }));
  if (before.fiscalYear !== after.fiscalYear) {
    edits.push({
      kind: 'set-report-field',
      field: 'fiscalYear',
      before: before.fiscalYear,
      after: after.fiscalYear,
    });
  }
  if (before.stage !== after.stage) {
    edits.push({ kind: 'set-stage', before: before.stage, after: after.stage });
  }
  return edits;
}
