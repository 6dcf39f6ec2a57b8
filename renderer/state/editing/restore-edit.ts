import { applyInitiativeEdit, applyReportEdit } from '../../../shared/model/apply-edit.ts';
import {
  isOwnFieldEdit,
  isReportEdit,
  type Edit,
  type FieldEdit,
  type InitiativeEdit,
} from '../../../shared/model/edits.ts';
import type { OwnsFields } from '../../../shared/model/fields/values.ts';
import { invertEdit } from '../../../shared/model/invert-edit.ts';
import { pageBreakKeys, type Initiative } from '../../../shared/model/report.ts';
import { withStanding } from '../../../shared/model/states/standing.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import type { ReportContent } from './report-content.svelte.ts';

/**
 * The edit that brings back what stood there before a change of long ago, whatever happened since.
 *
 * Null where that is what stands there now, where its place is gone, and for moves.
 */
export function restoreEdit(edit: Edit, content: ReportContent): Edit | null {
  if (edit.kind === 'remove-initiative') {
    if (content.row(edit.initiative.id) !== undefined) return null;
    const initiative = withStanding(edit.initiative, null);
    return { ...edit, kind: 'add-initiative', initiative, at: Math.min(edit.at, content.rows.length) };
  }
  if (isReportEdit(edit)) {
    if (edit.kind === 'set-stage') {
      const now = content.chosenStage;
      return now === edit.before ? null : { ...edit, before: now, after: edit.before };
    }
    if (edit.kind === 'set-form') {
      const now = content.officeForm;
      return sameValue(now, edit.before) ? null : { ...edit, before: now, after: edit.before };
    }
    if (edit.kind !== 'set-field') return null;
    const restored = fieldPutBack(edit, content.report());
    const applies = isReportEdit(restored) && applyReportEdit(content.report(), restored).ok;
    return applies && !sameValue(restored.before, restored.after) ? restored : null;
  }
  const row = content.row(edit.initiative)?.initiative;
  return row === undefined ? null : inRow(edit, row);
}

function inRow(edit: InitiativeEdit, row: Initiative): InitiativeEdit | null {
  const restored = putBack(edit, row);
  if (restored === null || ('before' in restored && sameValue(restored.before, restored.after)))
    return null;
  return applyInitiativeEdit(row, restored).ok ? restored : null;
}

function putBack(edit: InitiativeEdit, row: Initiative): InitiativeEdit | null {
  const target = 'target' in edit && typeof edit.target === 'string' ? edit.target : null;
  const outcome = 'outcome' in edit && typeof edit.outcome === 'string' ? edit.outcome : null;
  const now = {
    target: row.targets.find(({ id }) => id === target),
    outcome: row.outcomes.find(({ id }) => id === outcome),
  };
  switch (edit.kind) {
    case 'set-field': {
      const owner = edit.owner === 'row' ? row : edit.owner === 'target' ? now.target : now.outcome;
      return owner === undefined ? null : (fieldPutBack(edit, owner) as InitiativeEdit);
    }
    case 'set-page-break':
      return { ...edit, before: row[pageBreakKeys[edit.document]], after: edit.before };
    case 'remove-target':
      return row.targets.some(({ id }) => id === edit.target.id)
        ? null
        : ({ ...invertEdit(edit), at: Math.min(edit.at, row.targets.length) } as InitiativeEdit);
    case 'remove-outcome': {
      if (row.outcomes.some(({ id }) => id === edit.outcome.id)) return null;
      const here = new Set(row.targets.map(({ id }) => id));
      const outcome = { ...edit.outcome, targets: edit.outcome.targets.filter((id) => here.has(id)) };
      return { ...edit, kind: 'add-outcome', outcome, at: Math.min(edit.at, row.outcomes.length) };
    }
    default:
      return null;
  }
}

/** The edit that makes a field say again what it said, from what it says now. */
function fieldPutBack(edit: FieldEdit, owner: OwnsFields): FieldEdit {
  const { field } = edit;
  const now = isOwnFieldEdit(edit)
    ? (owner.own?.[edit.field] ?? (typeof edit.before === 'string' ? '' : []))
    : (owner as Readonly<Record<string, unknown>>)[field];
  // Both are of the one field, so that their values have the same type, which a union of edits can't say.
  return { ...edit, before: now, after: edit.before } as FieldEdit;
}
