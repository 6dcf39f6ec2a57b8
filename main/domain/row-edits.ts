import { applyInitiativeEdit } from '../../shared/model/apply-edit.ts';
import type { FieldEdit, InitiativeEdit } from '../../shared/model/edits.ts';
import { pageBreakKeys, writingStages, type Initiative } from '../../shared/model/report.ts';
import { lineFields, paragraphFields } from '../../shared/model/fields/built-in-fields.ts';
import { ownFieldsIn } from '../../shared/model/fields/values.ts';
import { fieldEdits } from './field-edits.ts';
import { listEdits } from './list-edits.ts';
import { outcomeEdits, targetEdits } from './part-edits.ts';

type RowFieldEdit = Extract<FieldEdit, { owner: 'row' }>;

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

  fieldEdits<RowFieldEdit>(row, after, lineFields, { owner: 'row', initiative }).forEach(make);
  for (const document of writingStages) {
    const key = pageBreakKeys[document];
    if (row[key] === after[key]) continue;
    make({ kind: 'set-page-break', initiative, document, before: row[key], after: after[key] });
  }
  const texts = [...paragraphFields, ...ownFieldsIn(row, after)];
  fieldEdits<RowFieldEdit>(row, after, texts, { owner: 'row', initiative }).forEach(make);

  const keptTargets = new Set(after.targets.map(({ id }) => id));
  for (const { id, targets } of row.outcomes) {
    const left = targets.filter((target) => keptTargets.has(target));
    if (left.length === targets.length) continue;
    make({
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      initiative,
      outcome: id,
      before: targets,
      after: left,
    });
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
