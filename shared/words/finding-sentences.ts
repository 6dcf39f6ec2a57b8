import type { Finding } from '../model/checks/finding.ts';
import type { FactsOf, RuleId } from '../model/checks/rules.ts';
import type { OwnNames } from './field-names.ts';
import { completeSentences } from './findings/complete-sentences.ts';
import { figureSentences } from './findings/figure-sentences.ts';
import { judgementSentences } from './findings/judgement-sentences.ts';
import { houseSentences } from './findings/house-sentences.ts';
import type { SentencesOf } from './findings/rule-sentences.ts';
import { writingSentences } from './findings/writing-sentences.ts';

/** The words of every rule. It does not compile while one has none. */
const sentences: { readonly [Id in RuleId]: SentencesOf<FactsOf<Id>> } = {
  ...completeSentences,
  ...houseSentences,
  ...writingSentences,
  ...figureSentences,
  ...judgementSentences,
};

/** What a finding says, in one sentence. */
export function findingSentence({ rule, facts }: Pick<Finding, 'rule' | 'facts'>, form: OwnNames): string {
  return wordsOf(rule).says(facts, form);
}

/** What a rule is called in a list. */
export function ruleName(rule: string): string {
  return wordsOf(rule).name;
}

/** Why a rule asks for what it asks for. */
export function ruleReason(rule: string): string {
  return wordsOf(rule).why;
}

function wordsOf(rule: string): SentencesOf<Finding['facts']> {
  if (!Object.hasOwn(sentences, rule)) throw new Error(`no rule is called ${rule}`);
  // A finding has the facts of its rule, which its type does not say.
  return sentences[rule as RuleId] as SentencesOf<Finding['facts']>;
}
