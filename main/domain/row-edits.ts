import { applyInitiativeEdit } from '../../shared/model/apply-edit.ts';
import type { InitiativeEdit } from '../../shared/model/edits.ts';
import {
  pageBreakKeys,
  paragraphFields,
  writingStages,
  type Initiative,
} from '../../shared/model/report.ts';
import { sameValue } from '../../shared/model/same-value.ts';
import { listEdits } from './list-edits.ts';
import { outcomeEdits, targetEdits } from './part-edits.ts';

/** Edits inside one row. Outcomes let go of a target before it is removed, and take hold after it is added. */
export function rowEdits(before: Initiative, after: Initiative): InitiativeEdit[] {
  const edits: InitiativeEdit[] = [];
  let row = before;
  const make = (edit: InitiativeEdit): void => {
    const applied = applyInitiativeEdit(row, edit);
    if (!applied.ok) throw new Error(`edits between rows do not follow from each other: ${edit.kind}`);
    row = applied.value;
    edits.push(edit);
  };
  const initiative = before.id;

  for (const field of ['title', 'section'] as const) {
    if (row[field] === after[field]) continue;
    make({ kind: 'set-initiative-text', initiative, field, before: row[field], after: after[field] });
  }
  for (const document of writingStages) {
    const key = pageBreakKeys[document];
    if (row[key] === after[key]) continue;
    make({ kind: 'set-page-break', initiative, document, before: row[key], after: after[key] });
  }
  for (const field of paragraphFields) {
    if (sameValue(row[field], after[field])) continue;
    make({ kind: 'set-paragraphs', initiative, field, before: row[field], after: after[field] });
  }

  const keptTargets = new Set(after.targets.map(({ id }) => id));
  for (const { id, targets } of row.outcomes) {
    const left = targets.filter((target) => keptTargets.has(target));
    if (left.length === targets.length) continue;
    make({ kind: 'set-outcome-targets', initiative, outcome: id, before: targets, after: left });
  }
  listEdits(row.targets, after.targets, {
    add: (at, target): InitiativeEdit => ({ kind: 'add-target', initiative, at, target }),
    remove: (at, target): InitiativeEdit => ({ kind: 'remove-target', initiative, at, target }),
    move: (target, from, to): InitiativeEdit => ({ kind: 'move-target', initiative, target, from, to }),
  }).forEach(make);
  for (const target of after.targets) targetEdits(row, target, initiative).forEach(make);

  listEdits(row.outcomes, after.outcomes, {
    add: (at, outcome): InitiativeEdit => ({ kind: 'add-outcome', initiative, at, outcome }),
    remove: (at, outcome): InitiativeEdit => ({ kind: 'remove-outcome', initiative, at, outcome }),
    move: (outcome, from, to): InitiativeEdit => ({ kind: 'move-outcome', initiative, outcome, from, to }),
  }).forEach(make);
  for (const outcome of after.outcomes) outcomeEdits(row, outcome, initiative).forEach(make);
  return edits;
}
