import { matchAt } from './numerals.ts';
import type { Qualifier, QualifierSense } from './written.ts';

/** Words that stand before a number, by what they say. Longer ones first where one begins another. */
const before: readonly (readonly [QualifierSense, string])[] = [
  ['about', '約|およそ|凡そ|おおよそ|おおむね|概ね|ほぼ|ざっと'],
  ['total', '累計で|累計|累積|通算|(?<!\\p{Script=Han})計'],
  ['all', '合計で|合計|総計|総数|総額|延べ人数|延べ|のべ|延|全(?!国)'],
  [
    'span',
    '年間を通じて|年間|月間|週間|毎年|毎月|毎週|毎日|(?<![\\d\\p{Script=Han}])(?:年|月|週)(?=に? ?\\d)',
  ],
  [
    'each',
    '(?:1|一)?(?:日|人|か月|カ月|ヶ月|月|年|回|件|校|団体|世帯|地区|施設|か所|箇所)(?:平均)?(?:当たり|あたり|当り)(?:の|平均)?|(?:1|一)(?:日|人|か月|回)平均|各地区|各校|各回|各',
  ],
  ['mean', '月平均|年平均|日平均|平均'],
  ['at-most', '多くとも|上限'],
  ['extreme', '最大で|最大|最高|最多|最小|最少'],
  ['at-least', '最低でも|最低|少なくとも|下限'],
  ['new', '新規に|新規|新たに|うち新規'],
  ['versus', '対前年度比|前年度比|対前年比|前年比|前年同期比|昨年度比|基準値比|基準年度比'],
  ['other', '前年度実績|前年度|昨年度|前年|昨年|現状値|現状|基準値|基準'],
  ['part', 'うち'],
  ['either-side', '±'],
];

/** Words that stand behind a unit. */
const behind: readonly (readonly [QualifierSense, string])[] = [
  ['at-least', '以上'],
  ['at-most', '以下|以内'],
  ['below', '未満|を下回る|を切る'],
  ['above', 'を超える|を上回る|を超え|超過|超(?!過)'],
  ['about', '程度|前後|余り|あまり|余(?!\\p{Script=Han})|ほど|強(?!\\p{Script=Han})|弱(?!\\p{Script=Han})'],
  ['rise', 'の?増加|の?上昇|の?向上|の?増(?![\\p{Script=Han}])|アップ|プラス'],
  ['fall', 'の?減少|の?低下|の?削減|の?減(?![\\p{Script=Han}])|の?短縮|の?縮減|の?低減|ダウン|マイナス'],
  ['each', 'ずつ'],
];

const patternOf = (words: readonly (readonly [QualifierSense, string])[]): RegExp =>
  new RegExp(
    words.map(([sense, choices]) => `(?<s_${sense.replaceAll('-', '_')}>${choices})`).join('|'),
    'uy',
  );

const beforePattern = patternOf(before);
const behindPattern = patternOf(behind);

export interface ReadQualifiers {
  readonly qualifiers: readonly Qualifier[];
  readonly end: number;
}

/** The qualifiers at a place, one after the other; between them and behind them may stand a space, の or に. */
export function qualifiersBefore(folded: string, text: string, at: number): ReadQualifiers {
  const qualifiers: Qualifier[] = [];
  let end = at;
  for (;;) {
    const found = qualifierAt(beforePattern, folded, text, end);
    if (found === null) return { qualifiers, end };
    qualifiers.push(found);
    end += found.text.length;
    const [gap = ''] = matchAt(/ ?(?:[:のにで]|,(?! ?\d))? ?/uy, folded, end) ?? [];
    end += gap.length;
  }
}

export function qualifiersBehind(folded: string, text: string, at: number): ReadQualifiers {
  const qualifiers: Qualifier[] = [];
  let end = at;
  for (;;) {
    const space = qualifiers.length === 0 && folded[end] === ' ' ? 1 : 0;
    const found = qualifierAt(behindPattern, folded, text, end + space);
    if (found === null) return { qualifiers, end };
    qualifiers.push(found);
    end += space + found.text.length;
  }
}

function qualifierAt(pattern: RegExp, folded: string, text: string, at: number): Qualifier | null {
  const match = matchAt(pattern, folded, at);
  const [name] = Object.entries(match?.groups ?? {}).find(([, words]) => words !== undefined) ?? [];
  if (match === null || name === undefined || match[0] === '') return null;
  const sense = name.slice('s_'.length).replaceAll('_', '-') as QualifierSense;
  return { text: text.slice(at, at + match[0].length), sense };
}

/** What a whole text says as a qualifier (the label of a figure, say); none where it says more. */
export function qualifierOf(text: string): Qualifier | null {
  const found = qualifierAt(beforePattern, text, text, 0);
  return found?.text === text ? found : null;
}
