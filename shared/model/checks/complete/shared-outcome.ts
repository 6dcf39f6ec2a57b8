import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';

/** Several targets and one sentence for all of them: how each came out is not said. */
export const sharedOutcome = rule({
  id: 'shared-outcome',
  family: 'complete',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives } }): Found<{ number: number; targets: string }>[] =>
    initiatives.flatMap(({ id: row, targets, outcomes }) =>
      outcomes.flatMap(({ targets: named }, at) => {
        const alone = targets.flatMap(({ id }, place) =>
          named.includes(id) && outcomes.every((other, k) => k === at || !other.targets.includes(id))
            ? [place + 1]
            : [],
        );
        return alone.length < 2
          ? []
          : [
              {
                place: { kind: 'field', row, field: 'outcomes', at } as const,
                span: null,
                facts: { number: at + 1, targets: alone.join('、') },
              },
            ];
      }),
    ),
});
