import { loanwords, stiffWords } from './words/hints.ts';
import { outsideQuotes, ownWords, spotsOf, writingRule, type Spot } from './writing-rule.ts';

/** What a reader may stumble over. Another wording is the author's: none of these is put in for them. */

/** Characters beyond which a sentence is hard to follow. */
const longSentence = 140;

export const sentenceLength = writingRule({
  id: 'sentence-length',
  clause: 'Ⅲ-3 ア（一文を短くする）',
  severity: 'hint',
  reads: ['sentence'],
  spotsIn: (text) =>
    text.length <= longSentence
      ? []
      : spotsOf(text, /[^。]+。?/gu, ([found]) =>
          found.length > longSentence ? { more: found.length } : null,
        ),
});

export const doubleNegation = writingRule({
  id: 'double-negation',
  clause: 'Ⅲ-3 コ（二重否定）',
  severity: 'hint',
  reads: ['sentence'],
  spotsIn: (text) =>
    spotsOf(
      text,
      /ない(?:わけ|訳)で(?:は|も)(?:な|あり)|ないわけにはい|ないと(?:は|も)?(?:言え|いえ|限ら|限り)(?:な|ま)|ないこと(?:は|も)な|ないこと(?:は|も)あり(?=ません)|(?<!少)なく(?:は|も)(?:な[いかく]|あり(?=ません))|ずにはい(?:られ|か)/gu,
      () => ({}),
    ),
});

export const canBe = writingRule({
  id: 'can-be',
  clause: 'Ⅲ-3（冗長な言い方）',
  severity: 'hint',
  reads: ['sentence'],
  spotsIn: (text) =>
    spotsOf(text, /(?<=\p{Script=Han}{2})することが(?:でき|出来)(?=[るまたなず、])/gu, () => ({
      instead: 'でき',
    })),
});

const pleonasms = [
  '一番(?:最初|最後|最大|最小|最多|最高|最低|最適)',
  'まず最初',
  '各(?!種)[\\p{Script=Han}ァ-ヶー]{1,6}(?:ごと|毎(?=に|の))',
  '約[0-9０-９,，.．万千百割]+[^、。0-9０-９\\s（(]{0,4}(?:程度|ほど|ぐらい|くらい|前後)',
  'あらかじめ(?:予定|予約|準備|予告|予測)',
  '第[0-9０-９一二三四五六七八九十]+(?:回|次|期|弾|号)目',
  '過半数を(?:超え|上回)',
  '今現在',
  '(?:まだ|いまだ)未(?:定|完成|着手|実施|解決)',
  '違和感を感じ',
  '被害を(?:被|こうむ)っ?',
  '最も最(?:適|大|小|多|高|低)',
  '(?<![\\p{Script=Han}])後で後悔',
  '(?:およそ|おおよそ)[0-9０-９,，]+[^、。0-9０-９\\s]{0,4}(?:程度|ほど|ぐらい|くらい|前後)',
].join('|');
const pleonasmPattern = new RegExp(pleonasms, 'gu');

export const pleonasm = writingRule({
  id: 'pleonasm',
  clause: 'Ⅱ-7（重複した言い方）',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (text) =>
    outsideQuotes(
      text,
      spotsOf(text, pleonasmPattern, () => ({})),
    ),
});

const loanwordPattern = new RegExp(
  `(?<![ァ-ヶー・\\p{Script=Han}（(])(?:${[...loanwords.keys()].join('|')})(?![ァ-ヶー]|[（(])`,
  'gu',
);

export const loanword = writingRule({
  id: 'loanword',
  clause: 'Ⅱ-3 外来語',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (text) => outsideQuotes(text, wordsOf(text, loanwordPattern, loanwords)),
});

const stiffPattern = new RegExp([...stiffWords.keys()].join('|'), 'gu');

export const stiffWord = writingRule({
  id: 'stiff-word',
  clause: 'Ⅱ-6（読み手に応じた言葉）',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (text) => outsideQuotes(text, wordsOf(text, stiffPattern, stiffWords)),
});

function wordsOf(text: string, pattern: RegExp, plainer: ReadonlyMap<string, string>): Spot[] {
  return spotsOf(text, pattern, ([found]) => {
    const instead = plainer.get(found);
    return instead === undefined ? null : { instead };
  });
}

const longestChain = 5;

/** AのBのCのDのEの…: five of the same particle with nothing between. */
export const manyNo = writingRule({
  id: 'many-no',
  clause: 'Ⅲ-3 キ（同じ助詞を連続して使わない）',
  severity: 'hint',
  reads: ['sentence', 'phrase'],
  spotsIn: (text) => {
    if (text.split('の').length <= longestChain) return [];
    return spotsOf(
      text,
      /(?:(?!そ|こ|も)(?:(?!及び|並びに|又は)[^のをがはにでとへや、。\s()（）「」『』・]){1,8}の){5,}(?![ぁ-ん])/gu,
      ([found]) => ({ more: found.split('の').length - 1 }),
    );
  },
});

/** 周知する等: 等 behind a verb is read など, and written so. */
export const etcHint = writingRule({
  id: 'etc-hint',
  clause: 'Ⅰ-1 漢字の使い方（等、など）',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (text) => spotsOf(text, /(?<=[るたう]|ない)等(?=[、のしにで])/gu, () => ({ instead: 'など' })),
});

/** 困った時: とき for a case, 時 for a point in time. Only the author knows which is meant. */
export const timeHint = writingRule({
  id: 'time-hint',
  clause: 'Ⅰ-1 漢字の使い方（とき、時）',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (text) =>
    spotsOf(text, /(?<=[るたな]|[なくし]い)時(?=[はにのも。])/gu, () => ({ instead: 'とき' })),
});
