import { auxiliaries } from './words/auxiliaries.ts';
import { formalNouns } from './words/formal-nouns.ts';
import { beyondJoyo, kanjiWords } from './words/kanji-words.ts';
import { kanaWords } from './words/kana-words.ts';
import { okuriganaVerbs } from './words/okurigana-verbs.ts';
import { entries, wordRule } from './word-list.ts';

/** Rules that are a list of words, each certain where its surroundings are as the list says. */

export const okuriganaVerb = wordRule({
  id: 'okurigana-verb',
  clause: 'Ⅰ-2 送り仮名の付け方（本則）',
  severity: 'warning',
  words: okuriganaVerbs,
});

export const formalNoun = wordRule({
  id: 'formal-noun',
  clause: 'Ⅰ-1 漢字の使い方（形式名詞は仮名）',
  severity: 'warning',
  words: formalNouns,
});

export const auxiliaryKana = wordRule({
  id: 'auxiliary-kana',
  clause: 'Ⅰ-1 漢字の使い方（補助的な用法は仮名）',
  severity: 'warning',
  words: auxiliaries,
});

export const kanaWord = wordRule({
  id: 'kana-word',
  clause: 'Ⅰ-1 漢字の使い方（仮名で書く語）',
  severity: 'warning',
  words: kanaWords,
});

export const kanjiWord = wordRule({
  id: 'kanji-word',
  clause: 'Ⅰ-1 漢字の使い方（一部だけを仮名にしない）',
  severity: 'warning',
  words: kanjiWords,
});

export const beyondJoyoKanji = wordRule({
  id: 'beyond-joyo',
  clause: 'Ⅰ-1 漢字の使い方（常用漢字表）',
  severity: 'warning',
  words: beyondJoyo,
});

const sentenceStart = '(?:^|。)[\\s・○◯●]*';

/** Conjunctions are kana; the same word as an adverb stays kanji (更に高める): so at the head of a sentence only. */
export const conjunctionKana = wordRule({
  id: 'conjunction-kana',
  clause: 'Ⅰ-1 漢字の使い方（接続詞）',
  severity: 'warning',
  words: [
    ...entries(
      `
      更に さらに
      又 また
      尚 なお
      従って したがって
      併せて あわせて
      然し しかし
      然しながら しかしながら
      所が ところが
      故に ゆえに
      因って よって
    `,
      { behind: sentenceStart, ahead: '、' },
    ),
    ...entries(
      `
      但し ただし
      且つ かつ
    `,
    ),
  ],
});

const nounBefore =
  '[\\p{Script=Han}\\p{Script=Katakana}ー々0-9０-９A-Za-zＡ-Ｚａ-ｚ」』）)%％]|こと|もの|など|ごみ|ども';
const nounAhead =
  '[\\p{Script=Han}\\p{Script=Katakana}0-9０-９A-Za-zＡ-Ｚａ-ｚ「『（(]|こども|ごみ|まち|いじめ|がん|ひとり|その|これ';

/** The four conjunctions that official texts write in kanji. As a verb (3地区におよび、) it stays. */
export const conjunctionKanji = wordRule({
  id: 'conjunction-kanji',
  clause: 'Ⅰ-1 漢字の使い方（及び・並びに・又は・若しくは）',
  severity: 'warning',
  words: [
    ...entries('および 及び', { behind: nounBefore, ahead: nounAhead }),
    ...entries('ならびに 並びに', { behind: nounBefore, ahead: nounAhead }),
    ...entries(
      `
      または 又は
      もしくは 若しくは
    `,
      { behind: `${nounBefore}|[るたい]`, notBehind: '頼', ahead: nounAhead },
    ),
  ],
});

export const counterKa = wordRule({
  id: 'counter-ka',
  clause: 'Ⅰ-4 ケ（か所、か月）',
  severity: 'warning',
  words: entries(
    `
    カ所 か所
    ヵ所 か所
    ヶ所 か所
    ケ所 か所
    ｹ所 か所
    箇所 か所
    個所 か所
    カ月 か月
    ヵ月 か月
    ヶ月 か月
    ケ月 か月
    箇月 か月
    カ年 か年
    ヵ年 か年
    ヶ年 か年
    ケ年 か年
    箇年 か年
    カ国 か国
    ヵ国 か国
    ヶ国 か国
    ケ国 か国
    箇国 か国
  `,
    { behind: '[0-9０-９〇○]' },
  ),
});
