import type { Initiative } from '../../../shared/model/report.ts';
import { withStanding } from '../../../shared/model/states/standing.ts';
import { newIdentifier } from './new-identifier.ts';

/**
 * A row that says the same, with identifiers of its own.
 *
 * It is a draft, and begins no page: where pages break belongs to the row's place, not to its text.
 */
export function copyOfRow(initiative: Initiative): Initiative {
  const targets = initiative.targets.map((target) => ({ ...target, id: newIdentifier() }));
  const copies = new Map(initiative.targets.map(({ id }, at) => [id, targets[at]?.id]));
  return {
    ...withStanding(initiative, null),
    id: newIdentifier(),
    pageBreakBefore: false,
    declarationPageBreakBefore: false,
    targets,
    outcomes: initiative.outcomes.map((outcome) => ({
      ...outcome,
      id: newIdentifier(),
      targets: outcome.targets.flatMap((target) => copies.get(target) ?? []),
    })),
  };
}
