import { rowTexts } from '../../report-texts.ts';
import { quantitiesOf } from '../../figures/written.ts';
import { readWritten } from '../../figures/read-written.ts';
import { formerRow } from '../context.ts';
import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { keptLikeness, nearlySame } from './kept-texts.ts';

interface Copy {
  readonly yearLabel: string;
  readonly [fact: string]: string;
}

/** A result told in last year's words. Sentences as short as 目標を達成しました are everyone's. */
export const outcomeLikeLastYear = rule({
  id: 'outcome-like-last-year',
  family: 'judgement',
  clause: null,
  severity: 'hint',
  find: ({ report: { initiatives }, former: [year] }): Found<Copy>[] => {
    if (year === undefined) return [];
    const facts = { yearLabel: year.report.yearLabel };
    return initiatives.flatMap((row): Found<Copy>[] => {
      const before = formerRow(row, year);
      if (before === null) return [];
      const then = [...before.results, ...before.outcomes.map(({ statement }) => statement)];
      return rowTexts(row).flatMap(({ place, text }) => {
        const isResult =
          (place.kind === 'paragraph' && place.field === 'results') ||
          (place.kind === 'outcome' && place.part === 'statement' && !isFixed(text));
        const isKept =
          isResult && text.length >= 20 && then.some((each) => keptLikeness(text, each) >= nearlySame);
        return isKept ? [{ place, span: null, facts }] : [];
      });
    });
  },
});

/** …は、目標を達成しました: the house's own formula, whose figures stand below. */
function isFixed(statement: string): boolean {
  return (
    /目標(?:を|は|に)[^。]{0,8}(?:達成|上回|届)/u.test(statement) &&
    quantitiesOf(readWritten(statement)).length === 0
  );
}
