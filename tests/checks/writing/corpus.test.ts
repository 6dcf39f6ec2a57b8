import { describe, expect, test } from 'vitest';
import { documentRules, textRules } from '../../../shared/model/checks/writing/writing-rules.ts';
import { readCorpus, scores, type Score } from '../../support/writing-corpus.ts';

/** Off as it comes: nothing of it is said of the corpus. */
const asked = textRules.filter(({ id }) => id !== 'circled-number');
const whole = [...readCorpus('open'), ...readCorpus('frozen')];
const table = scores(whole, asked, documentRules);
const withFix = new Set(
  whole.flatMap(({ expected }) => expected.filter(({ fix }) => fix !== null).map(({ rule }) => rule)),
);

const precision = ({ right, wrong }: Score): number => right / (right + wrong);
const recall = ({ right, missed }: Score): number => right / (right + missed);

function printed(rule: string, score: Score): string {
  const { right, wrong, missed } = score;
  return [
    rule.padEnd(22),
    withFix.has(rule) ? 'fix ' : '    ',
    `right ${right}`.padEnd(10),
    `wrong ${wrong}`.padEnd(9),
    `missed ${missed}`.padEnd(10),
    `precision ${precision(score).toFixed(3)}  recall ${recall(score).toFixed(3)}`,
  ].join(' ');
}

describe('the writing rules on sentences written for them', () => {
  test('are measured on enough of them', () => {
    const texts = whole.flatMap((line) => line.texts);
    expect(texts.length).toBeGreaterThanOrEqual(600);
    const frozen = readCorpus('frozen').length;
    expect(frozen / whole.length).toBeGreaterThan(0.32);
    console.info(
      [`${whole.length} lines, ${texts.length} texts`, ...[...table].map((row) => printed(...row))].join(
        '\n',
      ),
    );
  });

  test.each([...asked, ...documentRules].map(({ id }) => id))(
    '%s finds what it should, and no more',
    (id) => {
      const score = table.get(id);
      if (score === undefined) throw new Error(`no sentence tries ${id}`);
      expect(score.right + score.missed, 'sentences that it should find').toBeGreaterThanOrEqual(3);
      expect(precision(score), score.told.join('\n')).toBeGreaterThanOrEqual(withFix.has(id) ? 0.98 : 0.9);
      expect(recall(score), score.told.join('\n')).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('are told of by no sentence alone: what names none of them is left in peace', () => {
    const peaceful = whole.filter(({ expected }) => expected.length === 0);
    expect(peaceful.length).toBeGreaterThan(250);
    const found = scores(peaceful, asked, documentRules);
    expect([...found.values()].flatMap(({ told }) => told)).toEqual([]);
  });
});
