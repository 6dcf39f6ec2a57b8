import { completeRules } from './complete/complete-rules.ts';
import { figureRules } from './figures/figure-rules.ts';
import { houseWord } from './house/house-word.ts';
import { judgementRules } from './judgement/judgement-rules.ts';
import { writingChecks } from './writing/writing-rules.ts';

/** Every rule there is, in the order in which what they find at one place is listed. A family adds its list here. */
export const rules = [
  ...completeRules,
  ...figureRules,
  ...judgementRules,
  houseWord,
  ...writingChecks,
] as const;

type AnyRule = (typeof rules)[number];
export type RuleId = AnyRule['id'];
/** What a rule's sentence is given. */
export type FactsOf<Id extends RuleId> = ReturnType<
  Extract<AnyRule, { readonly id: Id }>['find']
>[number]['facts'];
