import type { InitiativeEdit } from '../../../shared/model/edits.ts';
import type { Initiative } from '../../../shared/model/report.ts';

/** The edits of one step that remove a target: outcomes let go of it first, so that no reference hangs. */
export function removeTargetEdits(initiative: Initiative, id: string): InitiativeEdit[] {
  const at = initiative.targets.findIndex((target) => target.id === id);
  const target = initiative.targets[at];
  if (target === undefined) return [];
  const lettingGo = initiative.outcomes
    .filter(({ targets }) => targets.includes(id))
    .map((outcome): InitiativeEdit => ({
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      initiative: initiative.id,
      outcome: outcome.id,
      before: outcome.targets,
      after: outcome.targets.filter((reference) => reference !== id),
    }));
  return [...lettingGo, { kind: 'remove-target', initiative: initiative.id, at, target }];
}
