import { applyInitiativeEdit } from '../../../shared/model/apply-edit.ts';
import type { InitiativeEdit } from '../../../shared/model/edits.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { sameField } from '../../../shared/model/fields/values.ts';
import { setTextEdit, textsOf } from '../../../shared/model/fields/set-text-edit.ts';
import { newIdentifier } from './new-identifier.ts';
import { removeTargetEdits } from './remove-target-edits.ts';

/**
 * The edits of one step that make a field of `now` say what it says in `from`, a row of another report.
 *
 * Targets and outcomes get identifiers of their own. Verdicts are not copied: they are this year's to
 * judge. A copied outcome speaks of this year's targets with the same wording as those it spoke of.
 */
export function copyFieldEdits(now: Initiative, from: Initiative, field: RowField): InitiativeEdit[] {
  const initiative = now.id;
  switch (field) {
    case 'targets':
      return [
        ...removeAllTargets(now),
        ...from.targets.map((target, at): InitiativeEdit => ({
          kind: 'add-target',
          initiative,
          at,
          target: { ...target, id: newIdentifier(), verdict: null },
        })),
      ];
    case 'outcomes':
      return [
        ...now.outcomes
          .map((outcome, at): InitiativeEdit => ({ kind: 'remove-outcome', initiative, at, outcome }))
          .reverse(),
        ...from.outcomes.map((outcome, at): InitiativeEdit => ({
          kind: 'add-outcome',
          initiative,
          at,
          outcome: {
            ...outcome,
            id: newIdentifier(),
            targets: targetsLike(now, from, outcome.targets),
          },
        })),
      ];
    default:
      return sameField(now, from, field) ? [] : [setTextEdit(now, field, textsOf(from, field))];
  }
}

function removeAllTargets(now: Initiative): InitiativeEdit[] {
  const edits: InitiativeEdit[] = [];
  let left = now;
  for (const { id } of now.targets) {
    for (const edit of removeTargetEdits(left, id)) {
      const next = applyInitiativeEdit(left, edit);
      if (!next.ok) throw new Error('the row on show does not take its own edits');
      edits.push(edit);
      left = next.value;
    }
  }
  return edits;
}

function targetsLike(now: Initiative, from: Initiative, spoken: readonly string[]): string[] {
  const measures = new Set(
    from.targets.filter(({ id }) => spoken.includes(id)).map(({ measure }) => measure),
  );
  return now.targets.filter(({ measure }) => measures.has(measure)).map(({ id }) => id);
}
