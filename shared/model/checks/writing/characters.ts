import { once } from '../../../once.ts';
import { everyKind, spotsOf, writingRule } from './writing-rule.ts';
import { jisCharacters } from './jis-characters.ts';

/** ｶﾀｶﾅ and its signs: the full forms, with their dots joined. */
export const halfWidthKana = writingRule({
  id: 'half-width-kana',
  clause: 'Ⅰ-6（情報が正確に伝わる文字）',
  severity: 'warning',
  reads: everyKind,
  spotsIn: (text) => spotsOf(text, /[\uFF61-\uFF9F]+/gu, ([found]) => ({ fix: found.normalize('NFKC') })),
});

/** か and its dots as two characters, as a copy from a Mac or out of a PDF brings them. */
export const decomposed = writingRule({
  id: 'decomposed',
  clause: 'Ⅰ-6（情報が正確に伝わる文字）',
  severity: 'error',
  reads: everyKind,
  spotsIn: (text) =>
    /\p{Mn}/u.test(text)
      ? spotsOf(text, /[\p{L}][\p{Mn}--\p{Variation_Selector}]+/gv, ([found]) => {
          const fix = found.normalize('NFC');
          return fix === found ? null : { fix };
        })
      : [],
});

/** Characters that nobody sees: zero width, control, direction; and spaces that break no line. */
export const unseenCharacter = writingRule({
  id: 'unseen-character',
  clause: 'Ⅰ-6（情報が正確に伝わる文字）',
  severity: 'error',
  reads: everyKind,
  spotsIn: (text) =>
    spotsOf(
      text,
      /(?:(?![\t\n\r])(?<!\p{Extended_Pictographic}\uFE0F?)[\p{Cc}\p{Cf}])+|[\u00A0\u2000-\u200A\u202F\u205F]/gu,
      ([found]) => ({ fix: /^\p{Zs}/u.test(found) ? ' ' : '' }),
    ),
});

/** What stands for a sign that is one character only in some systems. Where two are right, none is named. */
const spelled = /[\u3220-\u324F\u3280-\u32B0㈱㈲㈹㍻㍼㍽㍾㋿№℡㊞\u3300-\u3357]/u;

/** Signs that every system of today reads, though JIS X 0208 lacks them: ①, Ⅱ, ㎡. A rule of its own speaks of them. */
const numberSigns = /[\u2460-\u24FF\u2776-\u2793\u2160-\u217F]/u;
const measures = /[㎜㎝㎞㎎㎏㏄㎡㎥²³µ]/u;

/** A character that needs a look: neither of JIS X 0208 nor of ASCII. */
const unknown = once(
  () => new RegExp(`[^\\u0000-\\u007F${[...jisCharacters()].join('').replace(/[\\\]^-]/gu, '\\$&')}]`, 'u'),
);

export const machineDependent = writingRule({
  id: 'machine-dependent',
  clause: 'Ⅰ-6（機種依存文字）',
  severity: 'warning',
  reads: everyKind,
  spotsIn: (text, kind) => {
    if (!unknown().test(text)) return [];
    const known = jisCharacters();
    return spotsOf(text, /\P{ASCII}\p{Variation_Selector}*/gu, ([found]) => {
      const sign = String.fromCodePoint(found.codePointAt(0) ?? 0);
      if (known.has(sign) || elsewhere.test(sign) || numberSigns.test(sign) || measures.test(sign))
        return null;
      const more = kindOfSign(sign);
      // A person's or a place's own kanji stays.
      if (more === 'kanji' && kind === 'name') return null;
      return spelled.test(sign) ? { fix: spell(sign), more } : { more };
    });
  },
});

/** Half-width kana, dots of their own, what nobody sees: other rules name them. */
const elsewhere = /[\uFF61-\uFF9F\p{Mn}\p{Cc}\p{Cf}\p{Zs}\p{Variation_Selector}]/u;

function kindOfSign(sign: string): string {
  if (/\p{Script=Han}/u.test(sign)) return 'kanji';
  if (spelled.test(sign)) return 'ligature';
  if (/\p{Extended_Pictographic}/u.test(sign)) return 'emoji';
  if (/\p{Co}/u.test(sign)) return 'own';
  return 'sign';
}

function spell(sign: string): string {
  if (sign === '№') return 'No.';
  if (sign === '㊞') return '印';
  return sign.normalize('NFKC');
}

/** ① and Ⅱ: off as a rule; for offices whose systems still change them on the way. */
export const circledNumber = writingRule({
  id: 'circled-number',
  clause: 'Ⅰ-6（機種依存文字）',
  severity: 'hint',
  reads: everyKind,
  spotsIn: (text) => spotsOf(text, /[\u2460-\u24FF\u2776-\u2793\u2160-\u217F]/gu, () => ({})),
});
