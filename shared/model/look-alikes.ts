/**
 * Characters that look the same, or nearly so, and that official files hold one for the other: which of them
 * stands there depends on the input method, on Word's own corrections, and on where a text was copied from.
 *
 * ー (of カタカナ) is no dash: サービス would be found by サ-ビス. へ and ヘ, 、 and ，, ヶ and か mean or look
 * different, and stay apart.
 */

/** Each group after its first character, for which all others are taken. Not of one width. */
const groups: readonly string[] = [
  // Hyphens, minus, dashes, a box's line
  '-‐‑‒–—―−─━⁃˗﹣',
  // Wave dash, swung dash; ～ is one of them (NFKC)
  '~〜∼〰˜',
  // Dots in the middle; ･ is one of them (NFKC)
  '・·•‧∙⋅',
  '"“”„‟〝〞〟″',
  "'‘’‚‛′´`",
  // A circle that stands for nought, or for yes
  '〇○◯',
  '/∕⁄',
  ':∶',
  '|│┃∣',
  '∥‖',
  '×✕╳',
  '≥≧',
  '≤≦',
  '=゠',
];

/** The same, of characters of one width: for a person who tells the widths apart. */
const fullWidthGroups: readonly string[] = [
  '−－',
  '―—─━',
  '〜～∼〰',
  '“”〝〞〟＂″',
  '‘’＇′',
  '〇○◯',
  '∥‖',
  '×✕╳',
  '≥≧',
  '≤≦',
];

/** Radicals that a copy out of a PDF brings in place of the kanji that look like them (CJK Radicals Supplement). */
const radicals = '⺠民 ⻁虎 ⻄西 ⻑長 ⻘青 ⻝食 ⻤鬼 ⻩黄 ⻫斉 ⻭歯 ⻯竜 ⻲亀 ⻆角'
  .split(' ')
  .map((pair) => [...pair].reverse().join(''));

/** Signs that nobody sees: zero-width spaces, a soft hyphen, the mark of a kanji's form (IVS). */
const unseen = /[\u00AD\u200B\u2060\uFEFF]|\p{Variation_Selector}/gu;

const folded = tableOf([...groups, ...radicals]);
const foldedFullWidth = tableOf(fullWidthGroups);
const beforeCompatibility = tableOf(['"″', "'´", '~˜']);

/** A text in which full and half width (NFKC), and all that looks the same, is one. */
export function foldLooks(text: string): string {
  // The compatibility form takes some of them apart: ″ into two strokes, ´ into a space and an accent.
  return replace(replace(text, beforeCompatibility).normalize('NFKC').replace(unseen, ''), folded);
}

/** A text in which only characters of the same width are one where they look the same. */
export function foldSameWidth(text: string): string {
  return replace(text.normalize('NFC').replace(unseen, ''), foldedFullWidth);
}

interface Table {
  readonly pattern: RegExp;
  readonly one: ReadonlyMap<string, string>;
}

/** A table that takes every character of a group for the first one. */
export function tableOf(entries: readonly string[]): Table {
  const one = new Map<string, string>();
  for (const group of entries) {
    const [first = '', ...others] = group;
    for (const other of others) one.set(other, first);
  }
  const escaped = [...one.keys()].map((character) => character.replace(/[\\\]^-]/g, '\\$&')).join('');
  return { pattern: new RegExp(`[${escaped}]`, 'gu'), one };
}

/** The text with the characters of a table taken for one another. */
export function replace(text: string, { pattern, one }: Table): string {
  return text.replace(pattern, (character) => one.get(character) ?? character);
}
