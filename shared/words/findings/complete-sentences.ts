import type { missingRules } from '../../model/checks/complete/complete-rules.ts';
import type { MissingPart } from '../../model/completeness.ts';
import type { OwnNames } from '../field-names.ts';
import { missingWords } from '../missing-words.ts';
import type { SentencesOf } from './rule-sentences.ts';

/** A row's list of what it lacks, made a sentence. */
function says(part: MissingPart, form: OwnNames): string {
  const words = missingWords(part, form);
  return words.endsWith('がない') ? `${words.slice(0, -'ない'.length)}ありません。` : `${words}です。`;
}

const complete = (name: string, why: string): SentencesOf<MissingPart> => ({ name, says, why });

const missingSentences = {
  'row-unwritten': complete('未記入の取組', '何も書かれていない取組も、表の1行として印刷されます。'),
  'field-empty': complete('未記入の欄', '様式に印刷される欄が空のままになっています。'),
  'paragraph-empty': complete('空の項目', '文字のない項目は、行頭の「・」だけが印刷されます。'),
  'part-empty': complete(
    '目標ごと・達成状況ごとの未記入の欄',
    '様式に印刷される欄が空のままになっています。',
  ),
  'target-without-measure': complete(
    '内容のない達成目標',
    '何を目標とするのかが書かれていないと、結果と照らし合わせられません。',
  ),
  'target-without-outcome': complete(
    '達成状況のない達成目標',
    '宣言した目標には、それぞれどうなったかの説明が要ります。',
  ),
  'target-without-verdict': complete('判定のない達成目標', '様式が目標ごとの判定を求めています。'),
  'outcome-without-target': complete(
    '達成目標を示さない達成状況',
    '様式が、どの達成目標についての説明かを求めています。',
  ),
} satisfies Record<(typeof missingRules)[number]['id'], SentencesOf<MissingPart>>;

export const completeSentences = {
  ...missingSentences,
  'shared-outcome': {
    name: 'まとめて書かれた達成状況',
    says: ({ number, targets }: { number: number; targets: string }) =>
      `達成目標 ${targets} の結果が、達成状況 ${number} の一つの文にまとめられています。目標ごとにどうなったかを書き分けると伝わります。`,
    why: '目標ごとの結果が分からないと、達成かどうかを読む人が判断できません。',
  },
  'as-of-missing': {
    name: '時点のない実績値',
    says: ({ number }: { number: number }) =>
      `達成状況 ${number} の実績値がいつ現在のものかが書かれていません。`,
    why: 'ほかの取組の実績値には時点が示されています。いつの数値かが分からないと比べられません。',
  },
  'figure-without-label': {
    name: '見出しのない実績値',
    says: () => '何の数値かを示す見出しが、この実績値だけにありません。',
    why: 'ほかの取組の実績値には「相談件数」などの見出しが付いています。',
  },
} as const;
