import { emptyInitiative, type Initiative, type Target } from '../../shared/model/report.ts';

/** What a new year's rows take over: names and sections, or what was planned and aimed at, too. */
export type CarriedParts = 'names' | 'plans';

/**
 * The rows of a new report that goes on from an earlier one, in its order.
 *
 * What came of the earlier year (results, direction, outcomes, verdicts) stays with it, and so does where
 * its pages broke. Rows and targets get identifiers of their own.
 */
export function rowsGoingOn(
  earlier: readonly Initiative[],
  parts: CarriedParts,
  newIdentifier: () => string,
): Initiative[] {
  return earlier.map(({ title, section, plan, targets }) => ({
    ...emptyInitiative(newIdentifier()),
    title,
    section,
    plan: parts === 'plans' ? plan : [],
    targets:
      parts === 'plans'
        ? targets.map((target): Target => ({ ...target, id: newIdentifier(), verdict: null }))
        : [],
  }));
}
