import { applyInitiativeEdit, applyReportEdit } from '../../../shared/model/apply-edit.ts';
import { isReportEdit, type Edit, type InitiativeEdit } from '../../../shared/model/edits.ts';
import { invertEdit } from '../../../shared/model/invert-edit.ts';
import { pageBreakKeys, type Initiative } from '../../../shared/model/report.ts';
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
    return { ...edit, kind: 'add-initiative', at: Math.min(edit.at, content.rows.length) };
  }
  if (isReportEdit(edit)) {
    if (edit.kind === 'set-stage') {
      const now = content.chosenStage;
      return now === edit.before ? null : { ...edit, before: now, after: edit.before };
    }
    if (edit.kind !== 'set-report-field') return null;
    const now = content.heading[edit.field];
    if (sameValue(now, edit.before)) return null;
    // `before` and `after` have the field's own type, which a union of edits cannot say.
    const restored = { ...edit, before: now, after: edit.before } as Edit;
    return isReportEdit(restored) && applyReportEdit(content.report(), restored).ok ? restored : null;
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
    case 'set-initiative-text':
    case 'set-paragraphs':
      return { ...edit, before: row[edit.field], after: edit.before } as InitiativeEdit;
    case 'set-page-break':
      return { ...edit, before: row[pageBreakKeys[edit.document]], after: edit.before };
    case 'set-target-text':
      return now.target === undefined
        ? null
        : ({ ...edit, before: now.target[edit.field], after: edit.before } as InitiativeEdit);
    case 'set-verdict':
      return now.target === undefined ? null : { ...edit, before: now.target.verdict, after: edit.before };
    case 'set-outcome-text':
      return now.outcome === undefined
        ? null
        : ({ ...edit, before: now.outcome[edit.field], after: edit.before } as InitiativeEdit);
    case 'set-figures':
      return now.outcome === undefined
        ? null
        : { ...edit, before: now.outcome.figures, after: edit.before };
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
