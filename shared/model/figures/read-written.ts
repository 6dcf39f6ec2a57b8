import { foldWidth } from './fold-width.ts';
import { matchAt, readNumeral } from './numerals.ts';
import { qualifiersBefore, qualifiersBehind } from './qualifiers.ts';
import { readTime } from './times.ts';
import { knownUnitAt } from './units.ts';
import type { Piece, Qualifier, QuantityPiece } from './written.ts';

/** Numbers that count nothing: names, ordinals, addresses, telephone numbers, times of the day. */
const uncounted: readonly RegExp[] = [
  /(?:24時間365日|365日24時間|24時間)/uy,
  /\d{2,5}-\d{1,4}-\d{3,4}(?!\d)/uy,
  /(?:午前|午後)? ?\d{1,2}(?::\d{2}|時(?!間)(?:\d{1,2}分|半)?)/uy,
  /第 ?(?:\d+(?:-\d+)*|[一二三四五六七八九十百]+)(?:次|回|期|号|条|項|章|節|版|位|弾|部|種|類|者|款|目)?(?:の\d+)?/uy,
  /[A-Za-z][A-Za-z-]*-?\d+(?:\.\d+)?/uy,
  /(?:国道|県道|市道|府道|都道)\d+号(?:線)?/uy,
  /\d+(?:丁目|番地|番(?!組)|号(?!車)|条|項(?!目)|時限|期目|回目|年目|人目|件目|位|等|次|年生|歳児|年代|代|合目|級)(?:\d+号)?/uy,
  /(?:\(\d+\)|[①-⑳])/uy,
  /[一二三四五六七八九十]+(?:丁目|番地|番|号|条|期目|回目|年目|人目|次|位|等)/uy,
  /一人一人|一人ひとり|一つ一つ|一つひとつ|一部(?!\d)|一日も早/uy,
];

/** Words for what is done with what is counted: where a unit that nobody knows ends. */
const deeds =
  /開催|実施|設置|整備|作成|策定|採択|配布|配付|発行|交付|増設|新設|更新|交換|修繕|改修|支援|参加|登録|利用|達成|完了|公開|受講|受付|申請|申込|認定|指定|導入|解消|処理|対応|確保|養成|育成|派遣|訪問|回収|収集|販売|寄贈|貸出|貸与|助成|補助|委託|締結|協定|増加|減少|以上|以下|未満|以内|程度|前後|分の|当たり|ごと|体制|規模|相当|予定|見込|目標|実績/u;

/** A unit that no table knows: 9商店会, 5クラブ. */
const wordRun = /[\p{Script=Han}\p{Script=Katakana}々ヶー]+/uy;

/** Takes a text apart. Pieces that say nothing countable are words; joined they are the text. */
export function readWritten(text: string): readonly Piece[] {
  const folded = foldWidth(text);
  const pieces: Piece[] = [];
  let words = 0;
  let at = 0;
  const take = (piece: Piece, end: number): void => {
    if (at > words) pieces.push({ kind: 'words', text: text.slice(words, at) });
    pieces.push(piece);
    at = end;
    words = end;
  };
  let next = countableFrom(folded, 0);
  while (at < text.length && next < text.length) {
    // A qualifier begins not far before its number. Most of a text is none, and looked at no closer.
    at = Math.max(at, next - farthestQualifier);
    const skipped = mayBegin(folded, at) ? lengthOfUncounted(folded, at) : 1;
    if (skipped > 0) {
      at += skipped;
      if (at > next) next = countableFrom(folded, at);
      continue;
    }
    const time = readTime(folded, at);
    if (time !== null) {
      take({ kind: 'time', text: text.slice(at, time.end), time: time.time, role: time.role }, time.end);
      if (at > next) next = countableFrom(folded, at);
      continue;
    }
    const read = readQuantity(folded, text, at, pieces);
    if (read === null) at += 1;
    else {
      const { end, ...quantity } = read;
      const part = partBefore(text.slice(words, at));
      const qualifiers = part === null ? quantity.qualifiers : [part, ...quantity.qualifiers];
      take({ kind: 'quantity', text: text.slice(at, end), ...quantity, qualifiers }, end);
    }
    if (at > next) next = countableFrom(folded, at);
  }
  if (text.length > words) pieces.push({ kind: 'words', text: text.slice(words) });
  return withUnitsOfRanges(pieces);
}

/** うち女性6人: words stand between うち and the number that is a part of the one before. */
function partBefore(words: string): Qualifier | null {
  return /(?:^|[(（、,，])(?:うち|内)[^、。()（）]{1,10}$/u.test(words)
    ? { text: 'うち', sense: 'part' }
    : null;
}

const farthestQualifier = 12;
const countable = /[\d〇一二三四五六七八九十百千万億兆]|年度|年内|年末|半期|[上下前後]期/gu;

/** Where the next number or time may be; the text's end where none is. */
function countableFrom(folded: string, at: number): number {
  return matchAt(countable, folded, at)?.index ?? folded.length;
}

/** A sign with which a number, its qualifier or a time may begin. */
const beginning =
  /[\d+\-△▲±〇一二三四五六七八九十百千約凡お概ほざ累通合総延の計全年月週毎各平最多少上下新う対前昨現基本今当同来翌次令大明昭RHSプマ第午国県市府都A-Za-z(①-⑳]/u;

function mayBegin(folded: string, at: number): boolean {
  return beginning.test(folded[at] ?? '');
}

function lengthOfUncounted(folded: string, at: number): number {
  for (const pattern of uncounted) {
    const match = matchAt(pattern, folded, at);
    if (match !== null && !isEraOrUnit(match[0], folded, at)) return match[0].length;
  }
  return 0;
}

/** H29.3.31 is a time, and 第3四半期 too. */
function isEraOrUnit(matched: string, folded: string, at: number): boolean {
  return /^(?:[RHS]\d|第)/u.test(matched) && readTime(folded, at) !== null;
}

type ReadQuantity = Omit<QuantityPiece, 'kind' | 'text'> & { readonly end: number };

function readQuantity(
  folded: string,
  text: string,
  at: number,
  before: readonly Piece[],
): ReadQuantity | null {
  // In the middle of a number or of a Latin word nothing begins.
  if (at > 0 && /[\d.A-Za-z]/u.test(folded[at - 1] ?? '') && before.at(-1)?.text.at(-1) !== text[at - 1])
    return null;
  const prefixed = qualifiersBefore(folded, text, at);
  const signed = signAt(folded, prefixed.end, at);
  const ratio = readRatio(folded, signed.end);
  if (ratio !== null) {
    const suffixed = qualifiersBehind(folded, text, ratio.end);
    return {
      number: signed.sign * ratio.number,
      unit: null,
      isShare: true,
      significant: 12,
      qualifiers: [...prefixed.qualifiers, ...signed.qualifiers, ...suffixed.qualifiers],
      end: suffixed.end,
    };
  }
  const numeral = readNumeral(folded, signed.end);
  if (numeral === null) return null;
  const unit = unitAt(folded, text, numeral.end, numeral.kanji);
  if (numeral.kanji && unit === null) return null;
  const end = unit?.end ?? numeral.end;
  if (unit === null && /[A-Za-z]/u.test(folded[end] ?? '')) return null;
  const suffixed = qualifiersBehind(folded, text, end);
  const bracketed = bracketedQualifier(folded, text, suffixed.end);
  return {
    number: signed.sign * numeral.number,
    unit: unit?.text ?? null,
    isShare: false,
    significant: numeral.significant,
    qualifiers: [
      ...prefixed.qualifiers,
      ...signed.qualifiers,
      ...suffixed.qualifiers,
      ...(bracketed?.qualifiers ?? []),
    ],
    end: bracketed?.end ?? suffixed.end,
  };
}

interface Sign {
  readonly sign: 1 | -1;
  readonly qualifiers: readonly Qualifier[];
  readonly end: number;
}

/** △ and ▲ are minus in accounts. A dash is minus where nothing stands before it that it could join. */
function signAt(folded: string, at: number, start: number): Sign {
  const [sign] = matchAt(/(?:[△▲]|マイナス|プラス|[+-](?=\d)) ?/uy, folded, at) ?? [];
  if (sign === undefined) return { sign: 1, qualifiers: [], end: at };
  const joins = sign.startsWith('-') && at === start && at > 0 && !/[\s(:、]/u.test(folded[at - 1] ?? '');
  if (joins) return { sign: 1, qualifiers: [], end: at };
  return { sign: /^(?:\+|プラス)/u.test(sign) ? 1 : -1, qualifiers: [], end: at + sign.length };
}

/** 3分の1, 2/3, 4人に1人. */
function readRatio(folded: string, at: number): { readonly number: number; readonly end: number } | null {
  const whole = readNumeral(folded, at);
  if (whole === null || whole.number === 0) return null;
  const [of] = matchAt(/ ?分の ?/uy, folded, whole.end) ?? [];
  if (of !== undefined) {
    const part = readNumeral(folded, whole.end + of.length);
    return part === null ? null : { number: part.number / whole.number, end: part.end };
  }
  if (folded[whole.end] === '/' && !whole.kanji) {
    const under = readNumeral(folded, whole.end + 1);
    if (under === null || under.kanji || under.number === 0 || folded[under.end] === '/') return null;
    return { number: whole.number / under.number, end: under.end };
  }
  const unit = knownUnitAt(folded, whole.end);
  if (unit === null || folded[whole.end + unit.length] !== 'に') return null;
  const part = readNumeral(folded, whole.end + unit.length + 1);
  if (part === null || !folded.startsWith(unit, part.end) || part.number > whole.number) return null;
  return { number: part.number / whole.number, end: part.end + unit.length };
}

function unitAt(
  folded: string,
  text: string,
  from: number,
  strict: boolean,
): { readonly text: string; readonly end: number } | null {
  // A space may stand between a number and its unit: 10,000 件.
  const at = folded[from] === ' ' ? from + 1 : from;
  const known = knownUnitAt(text, at) ?? knownUnitAt(folded, at);
  if (strict)
    return known === null || isPartOfWord(folded, at + known.length, known)
      ? null
      : unitOf(text, at, known.length);
  const run = known === null ? runAt(folded, at) : '';
  return known === null && run === '' ? null : unitOf(text, at, known?.length ?? run.length);
}

function unitOf(text: string, at: number, length: number): { readonly text: string; readonly end: number } {
  return { text: text.slice(at, at + length), end: at + length };
}

/** 一本化, 一点物, 十分, 一体: a number in 漢字 that is part of a word. */
function isPartOfWord(folded: string, end: number, unit: string): boolean {
  if (/^[体所分部面口区町市村県級位]$/u.test(unit)) return true;
  return (
    unit.length === 1 &&
    unit !== 'つ' &&
    /^(?:化|分|体|物|様|向|元|貫|般|面|緒|定|層|部|式)/u.test(folded.slice(end, end + 1))
  );
}

function runAt(folded: string, at: number): string {
  const [run = ''] = matchAt(wordRun, folded, at) ?? [];
  const cut = run.search(deeds);
  const words = cut < 0 ? run : run.slice(0, cut);
  const { qualifiers, end } = qualifiersBehind(folded, folded, at);
  if (qualifiers.length > 0 && end > at) return '';
  return words.length > 8 ? '' : words;
}

/** 20件(累計): what qualifies stands in brackets behind. */
function bracketedQualifier(
  folded: string,
  text: string,
  at: number,
): { readonly qualifiers: readonly Qualifier[]; readonly end: number } | null {
  if (folded[at] !== '(') return null;
  const { qualifiers, end } = qualifiersBefore(folded, text, at + 1);
  return qualifiers.length > 0 && folded[end] === ')' ? { qualifiers, end: end + 1 } : null;
}

/** 10~15人: from the one to the other, in the unit of the second. */
function withUnitsOfRanges(pieces: readonly Piece[]): readonly Piece[] {
  const read = [...pieces];
  for (let at = 0; at + 2 < read.length; at += 1) {
    const [first, between, second] = [read[at], read[at + 1], read[at + 2]];
    if (first?.kind !== 'quantity' || between?.kind !== 'words' || second?.kind !== 'quantity') continue;
    const sign = foldWidth(between.text).trim();
    if (!['~', 'から', 'ないし'].includes(sign)) continue;
    const to = second.qualifiers.some(({ sense }) => sense === 'at-most' || sense === 'below');
    read[at] = {
      ...first,
      unit: first.unit ?? second.unit,
      qualifiers: [...first.qualifiers, { text: 'から', sense: 'at-least' }],
    };
    if (!to)
      read[at + 2] = { ...second, qualifiers: [...second.qualifiers, { text: 'まで', sense: 'at-most' }] };
  }
  return read;
}
