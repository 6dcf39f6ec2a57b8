import type { Failure } from '../../failure.ts';

/** Why a report about which sides differ can't be signed; null where nothing is open. `open`: about so many places. */
export function conflictsRefusal(report: string, open: number): Failure | null {
  return open === 0 ? null : { code: 'conflicts-open', report, conflicts: open };
}
