import { alwaysNouns, okuriganaNouns } from './words/okurigana-nouns.ts';
import { outsideQuotes, ownWords, spotsOf, writingRule } from './writing-rule.ts';

const pattern = new RegExp([...okuriganaNouns.keys(), ...alwaysNouns.keys()].join('|'), 'gu');

/** What comes behind a noun, and not behind a verb that stands in the same form (取り組み|やすい). */
const afterNoun = new RegExp(
  `^(?:${[
    '[をのも・）)」』】]',
    'が(?!た)',
    'は',
    'へ',
    'に(?!く)',
    'で(?![すき])',
    'や(?!す)',
    'と(?!も)',
    'から|まで|など|及び|並びに|又は|若しくは|または|および|について|による|として',
    '等(?!し)',
    '[。]?$',
  ].join('|')})`,
  'u',
);

/** 取り組み状況, 取り組み内容: of the compounds with a noun, those that are certain. */
const compound = /^(?:状況|内容|方針|結果|事例|方法|項目|名|実績|計画|課題|全体|自体|件数|期間|窓口)/u;

/**
 * Nouns made of verbs, without their kana: 取組, 申込み, 手続. The verb keeps them, and where both could stand (…に取り組み、…)
 * nothing is said.
 */
export const okuriganaNoun = writingRule({
  id: 'okurigana-noun',
  clause: 'Ⅰ-2 送り仮名の付け方（読み間違えるおそれのない複合の語）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (text) =>
    outsideQuotes(
      text,
      spotsOf(text, pattern, ({ 0: found, index }) => {
        const always = alwaysNouns.get(found);
        if (always !== undefined) return { fix: always };
        const fix = okuriganaNouns.get(found);
        return fix !== undefined && isNoun(text.slice(0, index), text.slice(index + found.length))
          ? { fix }
          : null;
      }),
    ),
});

function isNoun(before: string, behind: string): boolean {
  if (/^(?:[ねそ]|な(?!ど))/u.test(behind)) return false;
  // …の取り組み、…: a noun; 毎年取り組み、…: a verb; …に取り組み。: a verb
  if (behind.startsWith('、')) return before.endsWith('の');
  if (/^。?$/u.test(behind)) return !/[をに]$/u.test(before);
  return afterNoun.test(behind) || compound.test(behind);
}
