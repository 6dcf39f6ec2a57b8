import type { Found } from '../finding.ts';
import { rule } from '../rule.ts';
import { outcomesFor } from '../../verdicts/outcomes-for-target.ts';
import { ofOutcome } from './places.ts';

interface Said {
  readonly words: string;
  readonly target: string;
  readonly actual: string;
  readonly rate: number | null;
  readonly [fact: string]: string | number | null;
}

const achieved = /達成(?:しま|でき|する|$|です|。)|目標を?上回|目標を?超え/u;
const nearly = /概ね|おおむね|ほぼ/u;
const missed =
  /達成(?:しません|できません|に至りません|できず)|未達|目標(?:に|には|値に)(?:届|達しま|達せ|及ば)/u;
/** What 概ね and ほぼ may still be said of. */
const leastNearly = 0.8;

/** 「達成しました」 of a figure that was not reached, 「概ね」 of 70 %, 「達成できませんでした」 of one that was. */
export const wordsAgainstFigures = rule({
  id: 'words-against-figures',
  family: 'figures',
  clause: null,
  severity: 'warning',
  find: ({ assessed }): Found<Said>[] =>
    assessed().flatMap(({ row, target, suggestion: { reason } }) => {
      if (reason.code !== 'figures') return [];
      const { comparisons } = reason;
      const short = comparisons.find(({ isMet }) => !isMet);
      const isFar = short !== undefined && (short.rate ?? 0) < leastNearly;
      return outcomesFor(target, row).flatMap((outcome): Found<Said>[] => {
        const { statement } = outcome;
        const [words, comparison] =
          short === undefined
            ? [missed.exec(statement), comparisons[0]]
            : [
                isFar
                  ? (nearly.exec(statement) ?? claimed(statement))
                  : nearly.test(statement)
                    ? null
                    : claimed(statement),
                short,
              ];
        if (words === null || comparison === undefined) return [];
        const { target: goal, actual, rate } = comparison;
        return [
          {
            place: ofOutcome(row, outcome, 'statement'),
            span: [words.index, words.index + words[0].length],
            facts: { words: words[0], target: goal.text, actual: actual.text, rate },
          },
        ];
      });
    }),
});

/** 一部を達成しました claims no more than it should. */
function claimed(statement: string): RegExpExecArray | null {
  return missed.test(statement) || /一部|部分的|半数/u.test(statement) ? null : achieved.exec(statement);
}
