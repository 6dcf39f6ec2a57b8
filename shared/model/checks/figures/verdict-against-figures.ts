import type { Verdict } from '../../report.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';

interface Chosen {
  readonly number: number;
  readonly chosen: Verdict;
  readonly read: Verdict;
  readonly target: string;
  readonly actual: string;
  readonly [fact: string]: string | number;
}

/** A verdict that was chosen and is another than the figures give. */
export const verdictAgainstFigures = rule({
  id: 'verdict-against-figures',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ assessed }): Found<Chosen>[] =>
    assessed().flatMap(({ row, target, at, suggestion: { reason, suggested } }) => {
      const { verdict } = target;
      if (reason.code !== 'figures' || verdict === null || verdict === suggested) return [];
      const told =
        reason.comparisons.find(({ isMet }) => isMet === (suggested === 'achieved')) ??
        reason.comparisons[0];
      return [
        {
          place: { kind: 'field', row: row.id, field: 'targets', at } as const,
          span: null,
          facts: {
            number: at + 1,
            chosen: verdict,
            read: suggested,
            target: told?.target.text ?? '',
            actual: told?.actual.text ?? '',
          },
        },
      ];
    }),
});
