import { applyInitiativeEdit, applyReportEdit, type Stale } from '../../../shared/model/apply-edit.ts';
import { initiativeOf, isReportEdit, type Edit, type ReportEdit } from '../../../shared/model/edits.ts';
import { emptyInitiative, type Initiative, type Report } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { InitiativeChange } from './write-initiatives.ts';

/** Where the parts of a stored report come from, each read only when an edit touches it. */
export interface StoredParts {
  /** The report's own fields; its rows are left out. */
  readonly report: Report;
  row(initiative: string): Initiative | undefined;
  /** Identifiers of all rows in order. */
  order(): string[];
}

/** What edits make of a stored report. */
export interface StoredChange {
  /** The report's own fields afterwards; its rows don't count. */
  readonly report: Report;
  readonly rows: readonly InitiativeChange[];
  /** Which rows stand where, before and now; null when no edit asked. */
  readonly order: { readonly before: readonly string[]; readonly now: readonly string[] } | null;
}

/**
 * Applies edits to the parts of a stored report that they touch.
 *
 * What an edit does is decided in shared/model/apply-edit.ts alone: here each edit is handed just
 * enough of the report for that decision to come out as it would over the whole.
 */
export function editStoredReport(parts: StoredParts, edits: readonly Edit[]): Result<StoredChange, Stale> {
  const rows = touchedRows(parts);
  let report = parts.report;
  let before: readonly string[] | null = null;

  for (const edit of edits) {
    if (!isReportEdit(edit)) {
      const row = rows.now(edit.initiative);
      if (row === null) return { ok: false, failure: { initiative: edit.initiative } };
      const changed = applyInitiativeEdit(row, edit);
      if (!changed.ok) return changed;
      rows.put(edit.initiative, changed.value);
      continue;
    }
    if (initiativeOf(edit) !== null && before === null) {
      before = parts.order();
      // For where rows stand, their identifiers are enough.
      report = { ...report, initiatives: before.map(emptyInitiative) };
    }
    const changed = applyReportEdit(withRowToRemove(report, edit, rows), edit);
    if (!changed.ok) return changed;
    report = changed.value;
    if (edit.kind === 'add-initiative') rows.put(edit.initiative.id, edit.initiative);
    if (edit.kind === 'remove-initiative') rows.put(edit.initiative.id, null);
  }

  const order = before === null ? null : { before, now: report.initiatives.map(({ id }) => id) };
  return success({ report, rows: rows.changes(), order });
}

/** A row is removed only as a whole that the edit knows, so that row has to be there in full. */
function withRowToRemove(report: Report, edit: ReportEdit, rows: TouchedRows): Report {
  if (edit.kind !== 'remove-initiative') return report;
  const standing = report.initiatives[edit.at];
  const row = standing === undefined ? null : rows.now(standing.id);
  return row === null ? report : { ...report, initiatives: report.initiatives.with(edit.at, row) };
}

interface TouchedRows {
  /** The row as the edits so far left it; null when the report has none. */
  now(id: string): Initiative | null;
  put(id: string, row: Initiative | null): void;
  changes(): InitiativeChange[];
}

function touchedRows(parts: StoredParts): TouchedRows {
  const touched = new Map<string, InitiativeChange>();
  const touch = (id: string): InitiativeChange => {
    const known = touched.get(id);
    if (known !== undefined) return known;
    const row = parts.row(id) ?? null;
    const change = { before: row, now: row };
    touched.set(id, change);
    return change;
  };
  return {
    now: (id) => touch(id).now,
    put: (id, row) => touched.set(id, { before: touch(id).before, now: row }),
    changes: () => [...touched.values()].filter(({ before, now }) => before !== now),
  };
}
