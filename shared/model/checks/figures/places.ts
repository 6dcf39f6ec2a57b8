import type { Initiative, Outcome, Target } from '../../report.ts';
import type { TextPlace } from '../../report-texts.ts';

/** Places of the texts of targets and outcomes. */

export function ofTarget(row: Initiative, target: Target, part: 'measure' | 'note' | 'value'): TextPlace {
  return { kind: 'target', row: row.id, target: target.id, at: row.targets.indexOf(target), part };
}

export function ofOutcome(row: Initiative, outcome: Outcome, part: 'statement' | 'asOf'): TextPlace {
  return { kind: 'outcome', row: row.id, outcome: outcome.id, at: row.outcomes.indexOf(outcome), part };
}

export function ofFigure(
  row: Initiative,
  outcome: Outcome,
  figure: number,
  part: 'label' | 'value' = 'value',
): TextPlace {
  const at = row.outcomes.indexOf(outcome);
  return { kind: 'figure', row: row.id, outcome: outcome.id, at, figure, part };
}
