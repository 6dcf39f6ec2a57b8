import { joinedVerdict } from '../../verdicts/suggest-verdict.ts';
import { formerRow } from '../context.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { keptLikeness, nearlySame } from './kept-texts.ts';

interface Kept {
  readonly yearLabel: string;
  readonly [fact: string]: string;
}

/** A target was missed, and what is to be done about it is what last year's report said. */
export const sameDirectionAfterMiss = rule({
  id: 'same-direction-after-miss',
  family: 'judgement',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives }, former: [year], assessed }): Found<Kept>[] => {
    if (year === undefined) return [];
    const byRow = Map.groupBy(assessed(), ({ row }) => row.id);
    return initiatives.flatMap((row): Found<Kept>[] => {
      const verdict = joinedVerdict(
        (byRow.get(row.id) ?? []).map(({ target, suggestion }) =>
          suggestion.reason.code === 'figures'
            ? suggestion.suggested
            : (target.verdict ?? suggestion.suggested),
        ),
      );
      if (verdict === 'achieved' || verdict === 'not-assessable') return [];
      const before = formerRow(row, year);
      const [now, then] = [row.direction.join(''), before?.direction.join('') ?? ''];
      if (keptLikeness(now, then) < nearlySame) return [];
      return [
        {
          place: { kind: 'field', row: row.id, field: 'direction', at: null },
          span: null,
          facts: { yearLabel: year.report.yearLabel },
        },
      ];
    });
  },
});
