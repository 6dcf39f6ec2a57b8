import { readWritten } from '../../figures/read-written.ts';
import { timesOf } from '../../figures/written.ts';
import { isOtherYear } from '../../verdicts/figures-in-outcomes.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { ofOutcome } from './places.ts';

interface Outside {
  readonly asOf: string;
  readonly yearLabel: string;
  readonly [fact: string]: string;
}

/** Figures as of a day that does not lie in the report's year; the first day after it still tells its end. */
export const asOfOutsideYear = rule({
  id: 'as-of-outside-year',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ report: { initiatives, fiscalYear, yearLabel } }): Found<Outside>[] =>
    initiatives.flatMap((row) =>
      row.outcomes.flatMap((outcome): Found<Outside>[] => {
        const { asOf } = outcome;
        const [time] = timesOf(readWritten(asOf ?? ''));
        if (asOf === null || time === undefined || !isOtherYear(time.time, fiscalYear)) return [];
        const { year, month, day } = time.time;
        if (year === fiscalYear + 1 && month === 4 && day === 1) return [];
        return [{ place: ofOutcome(row, outcome, 'asOf'), span: null, facts: { asOf, yearLabel } }];
      }),
    ),
});
