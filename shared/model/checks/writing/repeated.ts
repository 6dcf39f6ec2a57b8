import { everyKind, ownWords, spotsOf, writingRule } from './writing-rule.ts';

/** A particle twice. ものの, このの|ち, くに|に, まで|で are none. */
export const repeatedParticle = writingRule({
  id: 'repeated-particle',
  clause: 'Ⅲ-3 文の書き方',
  severity: 'error',
  reads: ownWords,
  spotsIn: (text) =>
    spotsOf(
      text,
      /をを+|(?<![もお])のの+(?![ちぼろし])|(?<![なわ])がが+(?!く)|(?<![なくたま])にに+(?!ん)|(?<![まなこ])でで+(?![きす])/gu,
      ([found]) => ({ fix: found.slice(0, 1) }),
    ),
});

const forms =
  'こと|ため|について|として|により|において|における|に対して|に関して|によって|し?ました。?|します。?|ています。?|まし|から、|し、';

/** Words twice in a row. 一人一人, 生き生き, ますます are words. */
const twice = [
  '(?![一各毎何日年個])([\\p{Script=Han}]{2,8})\\1',
  '(?!一)((?=[^。、]*\\p{Script=Han})[\\p{Script=Han}ぁ-んァ-ヶー]{3,12})\\2',
  `(${forms})\\3`,
].join('|');
const pattern = new RegExp(twice, 'gu');

export const repeatedWords = writingRule({
  id: 'repeated-words',
  clause: 'Ⅲ-3 文の書き方',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (text) =>
    repeats(text)
      ? spotsOf(text, pattern, ([found]) => ({ instead: found.slice(0, found.length / 2) }))
      : [],
});

const longestRepeated = 12;

/** Whether anything of two characters or more stands twice in a row: most texts are done with here. */
function repeats(text: string): boolean {
  for (let length = 2; length <= longestRepeated; length += 1) {
    let same = 0;
    for (let at = 0; at + length < text.length; at += 1) {
      same = text.charCodeAt(at) === text.charCodeAt(at + length) ? same + 1 : 0;
      if (same === length) return true;
    }
  }
  return false;
}

/** 。 and 、 in a row. */
export const repeatedPunctuation = writingRule({
  id: 'repeated-punctuation',
  clause: 'Ⅰ-5 (1)ア（句読点）',
  severity: 'error',
  reads: everyKind,
  spotsIn: (text) =>
    spotsOf(text, /[。、]{2,}|，{2,}|．{2,}/gu, ([found]) => ({
      fix: found.includes('。') ? '。' : found.slice(0, 1),
    })),
});

/** 公園,緑地: the comma and the full stop of foreign texts between Japanese words. */
export const asciiPunctuation = writingRule({
  id: 'ascii-punctuation',
  clause: 'Ⅰ-5 (1)ア（句読点）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (text) =>
    spotsOf(
      text,
      /(?<=[\p{Script=Han}ぁ-んァ-ヶー々」』）)])[,.](?:$| ?(?=[\p{Script=Han}ぁ-んァ-ヶ「『（]))/gu,
      ([found]) => ({ fix: found.startsWith(',') ? '、' : '。' }),
    ),
});
