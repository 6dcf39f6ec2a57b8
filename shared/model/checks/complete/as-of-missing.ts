import { timesOf } from '../../figures/written.ts';
import { readWritten } from '../../figures/read-written.ts';
import type { Outcome } from '../../report.ts';
import { isBlank } from '../../plain-text.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';

/** Figures of which nobody says as of when they stand, in a report that says it of others. */
export const asOfMissing = rule({
  id: 'as-of-missing',
  family: 'complete',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives } }): Found<{ number: number }>[] => {
    const isSaid = initiatives.some(({ outcomes }) => outcomes.some(({ asOf }) => !isBlank(asOf)));
    if (!isSaid) return [];
    return initiatives.flatMap(({ id: row, outcomes }) =>
      outcomes.flatMap((outcome, at) =>
        lacksTime(outcome)
          ? [
              {
                place: { kind: 'field', row, field: 'outcomes', at },
                span: null,
                facts: { number: at + 1 },
              } as const,
            ]
          : [],
      ),
    );
  },
});

function lacksTime({ asOf, figures, statement }: Outcome): boolean {
  const texts = [statement, ...figures.flatMap(({ label, value }) => [label ?? '', value])];
  return (
    figures.some(({ value }) => !isBlank(value)) &&
    isBlank(asOf) &&
    texts.every((text) => timesOf(readWritten(text)).length === 0)
  );
}
