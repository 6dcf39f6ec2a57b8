import type { PlacedText } from '../report-texts.ts';
import type { CheckContext } from './context.ts';
import type { Facts, Found, RuleFamily, Severity, Span } from './finding.ts';

/**
 * One rule: a file with its tests. Its words stand in shared/words/finding-sentences.ts, which does not compile
 * without them.
 */
export interface Rule<Id extends string = string, Of extends Facts = Facts> {
  /** Kebab-case; stored where an office sets or ignores it, so it never changes. */
  readonly id: Id;
  readonly family: RuleFamily;
  /** Where its source says so: a clause of 公用文作成の考え方, say; null for a rule of our own. */
  readonly clause: string | null;
  /** As long as an office says nothing else. */
  readonly severity: Severity;
  find(context: CheckContext): readonly Found<Of>[];
}

/** A rule with its identifier and facts kept as types. */
export function rule<const Id extends string, Of extends Facts>(rule: Rule<Id, Of>): Rule<Id, Of> {
  return rule;
}

/** What a rule of texts finds in one of them. */
export interface FoundInText<Of extends Facts = Facts> {
  readonly span: Span;
  readonly facts: Of;
  readonly fix?: string;
}

/** A rule that reads one text at a time: over each text of each field, of every kind, built-in and own. */
export interface TextRule<Id extends string, Of extends Facts> extends Omit<Rule<Id, Of>, 'find'> {
  findIn(written: PlacedText, context: CheckContext): readonly FoundInText<Of>[];
}

/**
 * A rule of a text rule. `findIn` is asked once for each text that has words; what it needs to know of the field it
 * reads off the place.
 */
export function textRule<const Id extends string, Of extends Facts>({
  findIn,
  ...rule
}: TextRule<Id, Of>): Rule<Id, Of> {
  return {
    ...rule,
    find: (context) =>
      context.texts.flatMap((written) =>
        findIn(written, context).map((found) => ({ place: written.place, ...found })),
      ),
  };
}
