import { foldWidth } from '../../figures/fold-width.ts';
import type { Target } from '../../report.ts';
import { formerRow } from '../context.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofTarget } from '../figures/places.ts';
import { formerTarget } from './target-not-above-last-year.ts';

interface Same {
  readonly target: string;
  readonly [fact: string]: string;
}

/** The same target for the third year running. */
export const sameTargetThreeYears = rule({
  id: 'same-target-three-years',
  family: 'judgement',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives, fiscalYear }, former }): Found<Same>[] => {
    const [last, before] = [1, 2].map((ago) =>
      former.find(({ report }) => report.fiscalYear === fiscalYear - ago),
    );
    if (last === undefined || before === undefined) return [];
    return initiatives.flatMap((row) =>
      row.targets.flatMap((target): Found<Same>[] => {
        const rows = [last, before].map((year) => formerRow(row, year));
        const isKept = rows.every((each) => {
          const then = each === null ? null : formerTarget(target, each);
          return then !== null && saysTheSame(then, target);
        });
        return isKept && target.value !== null
          ? [{ place: ofTarget(row, target, 'value'), span: null, facts: { target: target.value } }]
          : [];
      }),
    );
  },
});

function saysTheSame(one: Target, other: Target): boolean {
  const [first, second] = [one, other].map(({ value }) => foldWidth(value ?? '').replaceAll(' ', ''));
  return first === second;
}
