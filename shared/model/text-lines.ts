/**
 * How many lines a text takes in a cell, as Word breaks it in a face of half and full widths.
 *
 * An estimate: it knows the line-start rule (禁則) and whole words, not hanging or squeezed punctuation,
 * so it errs by counting a line too many.
 */

/** What may not open a line: closing brackets, stops, small kana, marks of repetition. */
const closing = new Set(
  '、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃￠％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!%),.:;?]}｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ',
);
/** What may not end a line. */
const opening = new Set('‘“（〔［｛〈《「『【￥＄£([{\\｢');

/** Lines of `text` where the first is `width` ems wide and the others too; at least one. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  /** Width since the last place where the line may be broken. */
  let held = 0;
  let before = '';
  for (const character of text) {
    const size = emsOf(character);
    if (mayBreak(before, character)) held = 0;
    if (used + size > width && character !== ' ') {
      lines += 1;
      // What is held together moves to the next line with it, unless it fills a line by itself.
      used = held + size > width ? 0 : held;
      if (used === 0) held = 0;
    }
    used += size;
    held += size;
    before = character;
  }
  return lines;
}

/** What stays on one line whatever its width, in the order of the text: words, and signs with what they cling to. */
export function unbreakableParts(text: string): string[] {
  const parts: string[] = [];
  let before = '';
  for (const character of text) {
    if (before === '' || mayBreak(before, character)) parts.push(character);
    else parts.push(`${parts.pop() ?? ''}${character}`);
    before = character;
  }
  return parts;
}

/** Width of a text in ems. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + emsOf(character), 0);
}

/** Width of one character in ems: half for Latin and half-width kana, none for marks that change the one before. */
export function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f || (code >= 0xff61 && code <= 0xff9f)) return 0.5;
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return 0;
  return 1;
}

function mayBreak(before: string, after: string): boolean {
  if (closing.has(after) || opening.has(before)) return false;
  return !(isWord(before) && isWord(after));
}

function isWord(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x250;
}
