import type { Initiative } from '../../shared/model/report.ts';

/** The identifiers that rows hold: their own, and those of their targets and outcomes. */
export function identifiersIn(rows: readonly Initiative[]): string[] {
  return rows.flatMap(({ id, targets, outcomes }) => [
    id,
    ...targets.map((target) => target.id),
    ...outcomes.map((outcome) => outcome.id),
  ]);
}
