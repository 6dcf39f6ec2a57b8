import { isQualified } from '../../figures/written.ts';
import { figuresIn, figuresOfTarget } from '../../verdicts/figures-in-outcomes.ts';
import { suggestVerdict } from '../../verdicts/suggest-verdict.ts';
import type { Initiative, Target } from '../../report.ts';
import { textLikeness } from '../../text-likeness.ts';
import { outcomesFor } from '../../verdicts/outcomes-for-target.ts';
import { formerRow } from '../context.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofTarget } from '../figures/places.ts';

interface Aim {
  readonly target: string;
  readonly actual: string;
  readonly yearLabel: string;
  readonly equal: number;
  readonly [fact: string]: string | number;
}

/** A target that last year's result reached already. */
export const targetNotAboveLastYear = rule({
  id: 'target-not-above-last-year',
  family: 'judgement',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives }, former: [year] }): Found<Aim>[] => {
    if (year === undefined) return [];
    return initiatives.flatMap((row): Found<Aim>[] => {
      const before = formerRow(row, year);
      if (before === null) return [];
      return row.targets.flatMap((target): Found<Aim>[] => {
        const same = formerTarget(target, before);
        const [goal] = figuresOfTarget(target).filter(
          (quantity) => !isQualified(quantity, 'other', 'part'),
        );
        if (same === null || goal === undefined) return [];
        // This year's target held against last year's result.
        const asked = { ...same, measure: target.measure, value: goal.text, note: null };
        const outcomes = outcomesFor(same, before);
        if (figuresIn(outcomes, year.report.fiscalYear).length === 0) return [];
        const { reason } = suggestVerdict(asked, before, { fiscalYear: year.report.fiscalYear });
        const comparison = reason.code === 'figures' ? reason.comparisons[0] : undefined;
        if (comparison === undefined || !comparison.isMet) return [];
        return [
          {
            place: ofTarget(row, target, target.value === null ? 'measure' : 'value'),
            span: null,
            facts: {
              target: goal.text,
              actual: comparison.actual.text,
              yearLabel: year.report.yearLabel,
              equal: comparison.rate === 1 ? 1 : 0,
            },
          },
        ];
      });
    });
  },
});

/** The target of a former year that measures the same. */
export function formerTarget({ measure }: Target, { targets }: Initiative): Target | null {
  const worth = targets.map((target) => ({ target, worth: textLikeness(target.measure, measure) }));
  const [best] = worth.toSorted((one, other) => other.worth - one.worth);
  return best !== undefined && best.worth >= 0.6 ? best.target : null;
}
