/** A number that stands at a place of a text. */
export interface Numeral {
  /** Behind its last character. */
  readonly end: number;
  readonly number: number;
  /** Digits that were given: 2 of 5,400, 3 of 5.40. */
  readonly significant: number;
  /** Written in 漢字 alone. */
  readonly kanji: boolean;
}

/** With commas at every third digit (spaces may have strayed in beside them), or without any. */
const digits = /\d{1,3}(?: ?, ?\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/uy;
const scales = { 兆: 1e12, 億: 1e8, 万: 1e4, 千: 1e3, 百: 100, 十: 10 } as const;
const kanjiDigits = '〇一二三四五六七八九';
const kanjiRun = /[〇一二三四五六七八九十百千万億兆]+/uy;

/** The number at a place of a folded text (fold-width.ts); null where none begins. */
export function readNumeral(folded: string, at: number): Numeral | null {
  return readDigits(folded, at) ?? readKanji(folded, at);
}

/** 5,400 and 3億2,000万 and 2.5万. 千円 and 百万円 are units of accounts: their 千 is none of the number's. */
function readDigits(folded: string, at: number): Numeral | null {
  let end = at;
  let sum = 0;
  let significant = 0;
  let anything = false;
  for (;;) {
    const start = anything && folded[end] === ' ' ? end + 1 : end;
    const [written] = matchAt(digits, folded, start) ?? [];
    if (written === undefined) break;
    const plain = written.replaceAll(/[ ,]/gu, '');
    end = start + written.length;
    const open = Number(plain);
    significant += plain.replace('.', '').replace(/^0+/u, '').length;
    anything = true;
    const scaled = scaleAt(folded, end, sum > 0);
    if (scaled === null)
      return { end, number: sum + open, significant: ofDigits(significant, sum + open), kanji: false };
    sum += open * scaled.by;
    end = scaled.end;
  }
  return anything ? { end, number: sum, significant: Math.max(1, significant), kanji: false } : null;
}

/** 5,400 is given to its hundreds: trailing zeros of a whole number say nothing. */
function ofDigits(count: number, number: number): number {
  if (!Number.isInteger(number)) return Math.max(1, count);
  const zeros = /0*$/u.exec(String(number))?.[0].length ?? 0;
  return Math.max(1, count - zeros);
}

function scaleAt(
  folded: string,
  at: number,
  scaledBefore: boolean,
): { readonly end: number; readonly by: number } | null {
  if (!scaledBefore && /^(?:千|百万|十万)円/u.test(folded.slice(at, at + 4))) return null;
  let end = at;
  let by = 1;
  for (;;) {
    const scale = scales[(folded[end] ?? '') as keyof typeof scales] as number | undefined;
    if (scale === undefined) break;
    by *= scale;
    end += 1;
  }
  return end === at ? null : { end, by };
}

/** 二十五, 百二十, 三千二百万, 二〇二六. */
function readKanji(folded: string, at: number): Numeral | null {
  const [run] = matchAt(kanjiRun, folded, at) ?? [];
  if (run === undefined) return null;
  const end = at + run.length;
  if (/^[〇一二三四五六七八九]{2,}$/u.test(run)) {
    const number = Number([...run].map((sign) => kanjiDigits.indexOf(sign)).join(''));
    return { end, number, significant: run.length, kanji: true };
  }
  let total = 0;
  let part = 0;
  let digit: number | null = null;
  for (const sign of run) {
    const value = kanjiDigits.indexOf(sign);
    if (value >= 0) {
      if (digit !== null) return null;
      digit = value;
      continue;
    }
    const scale = scales[sign as keyof typeof scales];
    if (scale < 10_000) {
      part += (digit ?? 1) * scale;
    } else {
      total += (part + (digit ?? 0)) * scale;
      part = 0;
    }
    digit = null;
  }
  const number = total + part + (digit ?? 0);
  return number === 0 && run !== '〇'
    ? null
    : { end, number, significant: ofDigits(run.length, number), kanji: true };
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
