import { activityAsOutcome } from './activity-as-outcome.ts';
import { outcomeLikeLastYear } from './outcome-like-last-year.ts';
import { sameDirectionAfterMiss } from './same-direction-after-miss.ts';
import { sameTargetThreeYears } from './same-target-three-years.ts';
import { targetNotAboveLastYear } from './target-not-above-last-year.ts';

/** What a council member would ask: shown in a list of its own, and nothing that is wrong. */
export const judgementRules = [
  activityAsOutcome,
  sameDirectionAfterMiss,
  targetNotAboveLastYear,
  sameTargetThreeYears,
  outcomeLikeLastYear,
] as const;
