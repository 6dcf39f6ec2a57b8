import { measureOf } from '../../figures/units.ts';
import { isQualified, type QuantityPiece } from '../../figures/written.ts';
import type { Comparison } from '../../verdicts/compare.ts';
import { outcomesFor } from '../../verdicts/outcomes-for-target.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';

interface Growth {
  readonly target: string;
  readonly actual: string;
  readonly before: number;
  readonly after: number;
  readonly [fact: string]: string | number;
}

/**
 * 2件(計20件) promised and 5件(計24件) reached: there were 18 before, or 19. What a year brings and what there is then are
 * told in both cells, and they must come from the same stock.
 */
export const totalNotGrowth = rule({
  id: 'total-not-growth',
  family: 'figures',
  clause: null,
  severity: 'hint',
  find: ({ assessed }): Found<Growth>[] =>
    assessed().flatMap(({ row, target, suggestion: { reason } }): Found<Growth>[] => {
      if (reason.code !== 'figures') return [];
      const total = reason.comparisons.find(isTotal);
      const yearly = reason.comparisons.find(
        (each) =>
          !isTotal(each) &&
          total !== undefined &&
          measureOf(each.target).dimension === measureOf(total.target).dimension,
      );
      if (total === undefined || yearly === undefined || isRounded(total) || isRounded(yearly)) return [];
      const before = stock(total.target, yearly.target);
      const after = stock(total.actual, yearly.actual);
      const at = row.outcomes.findIndex((outcome) => outcomesFor(target, row).includes(outcome));
      return before === after
        ? []
        : [
            {
              place: { kind: 'field', row: row.id, field: 'outcomes', at },
              span: null,
              facts: {
                target: `${yearly.target.text}・${total.target.text}`,
                actual: `${yearly.actual.text}・${total.actual.text}`,
                before,
                after,
              },
            },
          ];
    }),
});

function isTotal({ target }: Comparison): boolean {
  return isQualified(target, 'total');
}

function isRounded({ target, actual }: Comparison): boolean {
  return [target, actual].some((quantity) =>
    isQualified(quantity, 'about', 'at-least', 'at-most', 'above', 'below'),
  );
}

function stock(total: QuantityPiece, yearly: QuantityPiece): number {
  return Number((total.number - yearly.number).toFixed(6));
}
