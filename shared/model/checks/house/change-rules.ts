import * as v from 'valibot';
import { failed, success, type Result } from '../../../result.ts';
import { sameValue } from '../../same-value.ts';
import {
  allowedWordSchema,
  houseWordSchema,
  ignoredFindingSchema,
  officeRulesSchema,
  ruleIdSchema,
  styleSchema,
  weightSchema,
  type OfficeRules,
} from './office-rules.ts';
import { joined } from './rules-table.ts';

/** One thing that an office decides about the checks. */
export const rulesChangeSchema = v.variant('kind', [
  /** A rule is off, or weighs otherwise; null: as it comes. */
  v.object({ kind: v.literal('weigh'), rule: ruleIdSchema, weight: v.nullable(weightSchema) }),
  v.object({ kind: v.literal('style'), style: styleSchema }),
  /** An entry of the dictionary is another; `before` null: a new one, `after` null: it goes. */
  v.object({
    kind: v.literal('word'),
    before: v.nullable(houseWordSchema),
    after: v.nullable(houseWordSchema),
  }),
  v.object({
    kind: v.literal('allowed'),
    before: v.nullable(allowedWordSchema),
    after: v.nullable(allowedWordSchema),
  }),
  /** A finding stands as it is. */
  v.object({ kind: v.literal('ignore'), finding: ignoredFindingSchema }),
  /** It is told again. */
  v.object({ kind: v.literal('heed'), finding: ignoredFindingSchema }),
  /** A word list is added; an entry for the same words takes the place of the one before. */
  v.object({ kind: v.literal('take-words'), words: v.pipe(v.array(houseWordSchema), v.readonly()) }),
  /** All of it is another's: a file that was read. */
  v.object({ kind: v.literal('replace'), rules: officeRulesSchema }),
]);
export type RulesChange = v.InferOutput<typeof rulesChangeSchema>;

/** The rules with a change. What is there already changes nothing; `rules-full` where a list would hold more than it may. */
export function changedRules(
  rules: OfficeRules,
  change: RulesChange,
): Result<OfficeRules, { readonly code: 'rules-full' }> {
  const changed = applied(rules, change);
  const checked = v.safeParse(officeRulesSchema, changed);
  return checked.success ? success(checked.output) : failed({ code: 'rules-full' });
}

function applied(rules: OfficeRules, change: RulesChange): OfficeRules {
  switch (change.kind) {
    case 'weigh': {
      const { [change.rule]: _before, ...others } = rules.rules;
      return {
        ...rules,
        rules: change.weight === null ? others : { ...others, [change.rule]: change.weight },
      };
    }
    case 'style':
      return { ...rules, style: change.style };
    case 'word':
      return { ...rules, words: withEntry(rules.words, change) };
    case 'allowed':
      return { ...rules, allowed: withEntry(rules.allowed, change) };
    case 'ignore':
      return { ...rules, ignored: withEntry(rules.ignored, { before: null, after: change.finding }) };
    case 'heed':
      return { ...rules, ignored: withEntry(rules.ignored, { before: change.finding, after: null }) };
    case 'take-words': {
      const taken = new Set(change.words.flatMap(({ instead }) => instead));
      const kept = rules.words.flatMap((word) => {
        const instead = word.instead.filter((one) => !taken.has(one));
        return instead.length === 0 ? [] : [{ ...word, instead }];
      });
      return { ...rules, words: joined([...kept, ...change.words]) };
    }
    case 'replace':
      return change.rules;
  }
}

/** A list in which one entry stands in another's place; one that is gone meanwhile is added. */
function withEntry<Entry>(
  list: readonly Entry[],
  { before, after }: { readonly before: Entry | null; readonly after: Entry | null },
): readonly Entry[] {
  const at = before === null ? -1 : list.findIndex((entry) => sameValue(entry, before));
  const others = list.filter((_entry, place) => place !== at);
  if (after === null || others.some((entry) => sameValue(entry, after))) return others;
  return at < 0 ? [...others, after] : others.toSpliced(at, 0, after);
}
