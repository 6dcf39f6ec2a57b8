import type { Comparison } from '../model/verdicts/compare.ts';
import type { StatementSense } from '../model/verdicts/statement-sense.ts';
import type { Suggestion } from '../model/verdicts/suggest-verdict.ts';
import { verdictSigns } from '../model/fields/item-parts.ts';

/** 108.0％: a rate as offices write it. */
export function rateWords(rate: number): string {
  return `${(Math.floor(rate * 1000 + 1e-6) / 10).toFixed(1)}％`;
}

/** Why a verdict is suggested, in one sentence. */
export function reasonSentence({ suggested, reason }: Pick<Suggestion, 'suggested' | 'reason'>): string {
  const reading = `${verdictSigns[suggested]}と読めます。`;
  switch (reason.code) {
    case 'figures': {
      const left = reason.uncompared.map(({ text }) => text).join('、');
      const open = left === '' ? '' : `（目標の${left}に当たる実績値は見当たりません）`;
      return `${reason.comparisons.map(comparisonWords).join('、')}で${open}、${reading}`;
    }
    case 'words':
      return `${reason.unlike ? '目標と同じ単位の実績値はなく、' : ''}達成状況の文「${shortened(reason.statement)}」は${senseWords[reason.sense]}ので、${reading}`;
    case 'late':
      return `期限の「${reason.due}」に対し「${reason.done}」とあるので、${reading}`;
    case 'no-outcome':
      return '達成状況がまだ書かれていないので、判定できません。';
    case 'unclear':
      return reason.unlike
        ? '目標と同じ単位の実績値がなく、文からも達成かどうかを読み取れないので、判定できません。'
        : '達成状況の文から達成かどうかを読み取れないので、判定できません。';
  }
}

function comparisonWords({ target, actual, better, rate }: Comparison): string {
  const way = better === 'lower' ? '少ないほどよい目標、' : '';
  const share = rate === null ? way.slice(0, -1) : `${way}達成率${rateWords(rate)}`;
  return `目標${target.text}に対し実績${actual.text}${share === '' ? '' : `（${share}）`}`;
}

const senseWords: Readonly<Record<StatementSense, string>> = {
  done: '達成したと述べている',
  partly: '一部の達成を述べている',
  begun: '途中までの取組を述べている',
  'not-done': '達成に至らなかったと述べている',
};

const longest = 40;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
