import { noStyle } from '../settings.ts';
import { documentRule, ownWords, type SpotAt, type WrittenText } from './writing-rule.ts';

/** One document, one form: of two forms of the same thing the rarer one is named. */

interface Occurrence {
  readonly at: number;
  readonly index: number;
  readonly found: string;
}

function occurrences(texts: readonly WrittenText[], pattern: RegExp): Occurrence[] {
  return texts.flatMap(({ text }, at) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ at, index, found })),
  );
}

function spot({ at, index, found }: Occurrence, fix?: string, instead?: string): SpotAt {
  return {
    at,
    span: [index, index + found.length],
    ...(fix === undefined ? {} : { fix }),
    ...(instead === undefined ? {} : { instead }),
  };
}

const apart = 0xfee0;
/** ASCII and its full-width twin. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - apart));
}
export function toFullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + apart));
}

const halfNumber = /[0-9](?:[0-9,.]*[0-9])?/gu;
const fullNumber = /[０-９](?:[０-９，．]*[０-９])?/gu;

/** Without the number of an item: １．…, (2)… */
function numbers(texts: readonly WrittenText[], pattern: RegExp): Occurrence[] {
  return occurrences(texts, pattern).filter(({ at, index, found }) => {
    const text = texts[at]?.text ?? '';
    return (
      found.length > 2 ||
      !/^[\s(（]*$/u.test(text.slice(0, index)) ||
      !/^[.．)）、\s]/u.test(text.slice(index + found.length))
    );
  });
}

/**
 * Digits of one width. Some offices write single digits full and others half width: where a document does so throughout, that
 * is its one form.
 */
export const digitWidth = documentRule({
  id: 'digit-width',
  family: 'writing',
  clause: 'Ⅰ-4 エ（全角・半角）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (texts, { digits } = noStyle) => {
    const full = numbers(texts, fullNumber);
    if (full.length === 0 && (digits === null || digits === 'half')) return [];
    const half = numbers(texts, halfNumber);
    const single = ({ found }: Occurrence): boolean => found.length === 1;
    const byLength = full.every(single) && !half.some(single);
    switch (
      digits ??
      (byLength || half.length === 0 ? null : full.length > half.length ? 'full' : 'half')
    ) {
      case null:
        return [];
      case 'full':
        return half.map((one) => spot(one, toFullWidth(one.found)));
      case 'half':
        return full.map((one) => spot(one, toHalfWidth(one.found)));
      case 'by-length':
        return [
          ...half.filter(single).map((one) => spot(one, toFullWidth(one.found))),
          ...full.filter((one) => !single(one)).map((one) => spot(one, toHalfWidth(one.found))),
        ];
    }
  },
});

/** The same word in Latin letters of both widths: LED and ＬＥＤ. */
export const latinWidth = documentRule({
  id: 'latin-width',
  family: 'writing',
  clause: 'Ⅰ-6 エ（ローマ字の全角・半角）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (texts) => {
    const full = occurrences(texts, /[Ａ-Ｚａ-ｚ]{2,}/gu);
    if (full.length === 0) return [];
    const half = Map.groupBy(occurrences(texts, /[A-Za-z]{2,}/gu), ({ found }) => found);
    return [...Map.groupBy(full, ({ found }) => toHalfWidth(found))].flatMap(([word, wide]) => {
      const narrow = half.get(word) ?? [];
      if (narrow.length === 0) return [];
      return wide.length > narrow.length
        ? narrow.map((one) => spot(one, toFullWidth(one.found)))
        : wide.map((one) => spot(one, word));
    });
  },
});

const marks: readonly (readonly [tenMaru: string, comma: string, patterns: readonly [RegExp, RegExp]])[] = [
  ['、', '，', [/、/gu, /(?<![0-9０-９])，|，(?![0-9０-９])/gu]],
  ['。', '．', [/。/gu, /(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ])．/gu]],
];

/** 、。 or ，．: one of them in one document. */
export const punctuationKind = documentRule({
  id: 'punctuation-kind',
  family: 'writing',
  clause: 'Ⅰ-5 (1)ア（句読点）',
  severity: 'warning',
  reads: ownWords,
  spotsIn: (texts, { punctuation } = noStyle) =>
    marks.flatMap(([tenMaru, comma, [tens, commas]]) => {
      const other = occurrences(texts, commas);
      if (other.length === 0 && (punctuation !== 'comma' || comma !== '，')) return [];
      const one = occurrences(texts, tens);
      // ，。 is the other right form; ．is none
      const chosen = punctuation === 'comma' && comma !== '，' ? 'ten' : punctuation;
      if (chosen === null && one.length === 0) return [];
      return (chosen ?? (other.length > one.length ? 'comma' : 'ten')) === 'comma'
        ? one.map((mark) => spot(mark, comma))
        : other.map((mark) => spot(mark, tenMaru));
    }),
});

const polite = /(?:ませんでした|ました|ません|ましょう|ます|でした|でしょう|です|ください)(?=。)/gu;
const plainEnd =
  /(?<!ま|で|です|まし|でし)(?:である|であった|だった|した|する|ている|ない|[るうくすつむぶぐた])(?=。)/gu;

/** です・ます or である: one of them in one document. What stands in brackets or quotes is another's. */
export const styleMixed = documentRule({
  id: 'style-mixed',
  family: 'writing',
  clause: 'Ⅲ-1 ウ（文体を統一する）',
  severity: 'warning',
  reads: ['sentence'],
  spotsIn: (texts, { sentences } = noStyle) => {
    const bare = texts.map((written) => ({ ...written, text: withoutBracketed(written.text) }));
    const courteous = occurrences(bare, polite);
    const plain = occurrences(bare, plainEnd);
    const kept = sentences ?? more(courteous, plain, 'polite', 'plain');
    if (kept === null) return [];
    return (kept === 'polite' ? plain : courteous).map((one) =>
      spot(one, undefined, kept === 'polite' ? 'です・ます' : 'である'),
    );
  },
});

/** The text with what stands in brackets and quotes blanked out, every character at its place. */
function withoutBracketed(text: string): string {
  return text.replace(/「[^「」]*」|『[^『』]*』|（[^（）]*）|\([^()]*\)/gu, (found) =>
    '〓'.repeat(found.length),
  );
}

/** 2027年 beside 令和8年. One in the brackets of the other is right: 令和7（2025）年. */
export const calendarMixed = documentRule({
  id: 'calendar-mixed',
  family: 'writing',
  clause: 'Ⅰ-4（数字の使い方）',
  severity: 'hint',
  reads: ownWords,
  spotsIn: (texts, { years } = noStyle) => {
    const bare = texts.map((written) => ({ ...written, text: withoutBracketed(written.text) }));
    const eras = occurrences(bare, /(?:令和|平成|昭和)[0-9０-９元]+〓*年/gu);
    const western = occurrences(bare, /(?<![0-9０-９])(?:19|20|１９|２０)[0-9０-９]{2}〓*年/gu);
    const kept = years ?? more(eras, western, 'era', 'western');
    if (kept === null) return [];
    return (kept === 'era' ? western : eras).map((one) =>
      spot(one, undefined, kept === 'era' ? '和暦' : '西暦'),
    );
  },
});

/** The form that a document has more of; null where it has both alike, or one alone. */
function more<One, Other>(
  these: readonly unknown[],
  those: readonly unknown[],
  one: One,
  other: Other,
): One | Other | null {
  if (these.length === those.length || these.length === 0 || those.length === 0) return null;
  return these.length > those.length ? one : other;
}
