import { measureOf } from '../../figures/units.ts';
import type { QuantityPiece } from '../../figures/written.ts';
import { outcomesFor } from '../../verdicts/outcomes-for-target.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';

interface Slip {
  readonly target: string;
  readonly actual: string;
  readonly times: number;
  readonly [fact: string]: string | number;
}

/** Small counts grow tenfold easily: 2 and 30 are no slip of a digit. */
const leastSize = 100;

/** A result about ten or a hundred times the target, or as little: perhaps a digit too many. */
export const orderOfMagnitude = rule({
  id: 'order-of-magnitude',
  family: 'figures',
  clause: null,
  severity: 'hint',
  find: ({ assessed }): Found<Slip>[] =>
    assessed().flatMap(({ row, target, suggestion: { reason } }): Found<Slip>[] => {
      if (reason.code !== 'figures') return [];
      return reason.comparisons.flatMap(({ target: goal, actual }): Found<Slip>[] => {
        const times = Math.abs(sizeOf(actual) / sizeOf(goal));
        const isLarge = Math.max(Math.abs(actual.number), Math.abs(goal.number)) >= leastSize;
        if (!Number.isFinite(times) || times === 0 || !isLarge || (times < 9 && times > 1 / 9)) return [];
        const at = row.outcomes.findIndex((outcome) => outcomesFor(target, row).includes(outcome));
        return [
          {
            place: { kind: 'field', row: row.id, field: 'outcomes', at },
            span: null,
            facts: { target: goal.text, actual: actual.text, times },
          },
        ];
      });
    }),
});

function sizeOf(quantity: QuantityPiece): number {
  return quantity.number * measureOf(quantity).factor;
}
