import { verdictSigns } from '../../model/fields/item-parts.ts';
import type { FactsOf } from '../../model/checks/rules.ts';
import { rateWords } from '../verdict-sentences.ts';

export const figureSentences = {
  'words-against-figures': {
    name: '文と数値の食い違い',
    says: ({ words, target, actual, rate }: FactsOf<'words-against-figures'>) =>
      `「${words}」とありますが、目標${target}に対し実績${actual}です${rate === null ? '' : `（達成率${rateWords(rate)}）`}。`,
    why: '達成したという言葉は、数値が目標に届いているときだけ使います。「おおむね」も8割に届かないと実態と離れて読まれます。',
  },
  'verdict-against-figures': {
    name: '判定と数値の食い違い',
    says: ({ number, chosen, read, target, actual }: FactsOf<'verdict-against-figures'>) =>
      `達成目標 ${number} の判定は「${verdictSigns[chosen]}」ですが、目標${target}・実績${actual}からは「${verdictSigns[read]}」と読めます。理由があれば達成状況に書き添えます。`,
    why: '判定を決めるのは書く人です。数値と違う判定にするときは、その理由が問われます。',
  },
  'figures-disagree': {
    name: '文と実績値の数の違い',
    says: ({ said, figure }: FactsOf<'figures-disagree'>) =>
      `文では「${said}」、実績値では「${figure}」となっています。どちらが正しいか確かめてください。`,
    why: '同じ数値が二か所で違うと、どちらも信じてもらえません。',
  },
  'total-not-sum': {
    name: '内訳と合わない計',
    says: ({ total, sum }: FactsOf<'total-not-sum'>) =>
      `「${total}」とありますが、内訳を足すと${sum.toLocaleString('ja-JP')}になります。`,
    why: '計と内訳は、読む人が必ず足して確かめます。',
  },
  'total-not-growth': {
    name: '増えた分と合わない計',
    says: ({ target, actual, before, after }: FactsOf<'total-not-growth'>) =>
      `目標（${target}）からは年度の初めが${before.toLocaleString('ja-JP')}、実績（${actual}）からは${after.toLocaleString('ja-JP')}となり、合いません。`,
    why: 'その年度に増えた数と計は、どちらの欄でも同じ出発点から数えます。',
  },
  'units-differ': {
    name: '目標と違う単位の実績値',
    says: ({ target, actual }: FactsOf<'units-differ'>) =>
      `目標は「${target}」ですが、実績値「${actual}」は単位が違うため比べられません。`,
    why: '目標と同じ単位の実績値がないと、達成したかどうかが分かりません。',
  },
  'unit-unlike-name': {
    name: '名前と違う単位',
    says: ({ name, value, unit }: FactsOf<'unit-unlike-name'>) =>
      `「${name}」の数値が「${value}」となっています。単位は「${unit}」ではありませんか。`,
    why: '「枚数」は枚、「人数」は人というように、何を数えたかと単位をそろえます。',
  },
  'percentage-above-bound': {
    name: '100％を超える割合',
    says: ({ name, value }: FactsOf<'percentage-above-bound'>) =>
      `「${name}」が${value}で、100％を超えています。`,
    why: '全体に占める割合は100％を超えません。達成率や前年比であれば、そう書きます。',
  },
  'order-of-magnitude': {
    name: '桁の違う数値',
    says: ({ target, actual, times }: FactsOf<'order-of-magnitude'>) =>
      `目標${target}に対し実績${actual}で、${times > 1 ? `約${Math.round(times)}倍` : `約${Math.round(1 / times)}分の1`}です。桁を確かめてください。`,
    why: '目標と実績が10倍ほども違うときは、桁や単位の写し間違いがよくあります。',
  },
  'as-of-outside-year': {
    name: '年度の外の時点',
    says: ({ asOf, yearLabel }: FactsOf<'as-of-outside-year'>) =>
      `時点が「${asOf}」で、${yearLabel}の期間の外です。`,
    why: '実績値の時点は、報告する年度の4月1日から翌年3月31日までの間にあります。',
  },
  'differs-from-last-year': {
    name: '前年度の報告と違う数値',
    says: ({ said, reported, yearLabel }: FactsOf<'differs-from-last-year'>) =>
      `「${said}」とありますが、${yearLabel}の報告では「${reported}」でした。`,
    why: '公表した前年度の数値と違うときは、訂正か、数え方を変えた説明が要ります。',
  },
} as const;
