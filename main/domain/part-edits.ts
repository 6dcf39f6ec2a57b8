import type { InitiativeEdit } from '../../shared/model/edits.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { sameValue } from '../../shared/model/same-value.ts';

/** The edits inside one target; none for one that the row does not have. */
export function targetEdits(
  row: Initiative,
  after: Initiative['targets'][number],
  initiative: string,
): InitiativeEdit[] {
  const before = row.targets.find(({ id }) => id === after.id);
  if (before === undefined) return [];
  const edits: InitiativeEdit[] = [];
  const target = after.id;
  if (before.measure !== after.measure) {
    const { measure } = before;
    edits.push({
      kind: 'set-target-text',
      initiative,
      target,
      field: 'measure',
      before: measure,
      after: after.measure,
    });
  }
  for (const field of ['note', 'value'] as const) {
    if (before[field] === after[field]) continue;
    edits.push({
      kind: 'set-target-text',
      initiative,
      target,
      field,
      before: before[field],
      after: after[field],
    });
  }
  if (before.verdict !== after.verdict) {
    edits.push({ kind: 'set-verdict', initiative, target, before: before.verdict, after: after.verdict });
  }
  return edits;
}

/** The edits inside one outcome; none for one that the row does not have. */
export function outcomeEdits(
  row: Initiative,
  after: Initiative['outcomes'][number],
  initiative: string,
): InitiativeEdit[] {
  const before = row.outcomes.find(({ id }) => id === after.id);
  if (before === undefined) return [];
  const edits: InitiativeEdit[] = [];
  const outcome = after.id;
  if (before.statement !== after.statement) {
    edits.push({
      kind: 'set-outcome-text',
      initiative,
      outcome,
      field: 'statement',
      before: before.statement,
      after: after.statement,
    });
  }
  if (before.asOf !== after.asOf) {
    edits.push({
      kind: 'set-outcome-text',
      initiative,
      outcome,
      field: 'asOf',
      before: before.asOf,
      after: after.asOf,
    });
  }
  if (!sameValue(before.figures, after.figures)) {
    edits.push({ kind: 'set-figures', initiative, outcome, before: before.figures, after: after.figures });
  }
  if (!sameValue(before.targets, after.targets)) {
    edits.push({
      kind: 'set-outcome-targets',
      initiative,
      outcome,
      before: before.targets,
      after: after.targets,
    });
  }
  return edits;
}
