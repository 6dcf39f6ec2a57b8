/** Brackets and quotation marks of Japanese offices, half and full width, as pairs. */
const pairs = [
  '()',
  '（）',
  '[]',
  '［］',
  '【】',
  '〔〕',
  '〈〉',
  '《》',
  '＜＞',
  '「」',
  '『』',
  '｢｣',
  '{}',
  '｛｝',
];
const openings = new Set(pairs.map((pair) => pair.charAt(0)));
const closings = new Set(pairs.map((pair) => pair.charAt(1)));
const anyBracket = new RegExp(`[${pairs.join('').replaceAll(/[[\]]/g, '\\$&')}]`, 'g');

/** What an office puts around a note or a section. */
const roundOpenings = new Set(['(', '（']);
const roundClosings = new Set([')', '）']);

/** How deep brackets stand after `text` when they stood `before` deep; a bracket too many closes nothing. */
export function depthAfter(text: string, before = 0): number {
  let depth = before;
  for (const [bracket] of text.matchAll(anyBracket)) {
    if (openings.has(bracket)) depth += 1;
    else if (depth > 0) depth -= 1;
  }
  return depth;
}

/** True when `text` closes a bracket that it did not open. */
export function closesBracket(text: string): boolean {
  let depth = 0;
  for (const character of text.slice(0, 200)) {
    if (openings.has(character)) depth += 1;
    else if (closings.has(character)) depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

/** A text cut in two around a pair of brackets. */
export interface Bracketed {
  readonly before: string;
  readonly inside: string;
}

/** The round brackets at the end of `text`, of either width: `A(B)` is A and B. Null when it ends otherwise. */
export function bracketAtEnd(text: string): Bracketed | null {
  if (!roundClosings.has(text.at(-1) ?? '')) return null;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (closings.has(character)) depth += 1;
    else if (openings.has(character)) depth -= 1;
    if (depth > 0) continue;
    if (!roundOpenings.has(character)) return null;
    return { before: text.slice(0, at), inside: text.slice(at + 1, -1) };
  }
  return null;
}

/** What stands in brackets that open `text`, and what follows them; null when it opens otherwise. */
export function bracketAtStart(text: string): { readonly inside: string; readonly after: string } | null {
  if (!openings.has(text.charAt(0))) return null;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (openings.has(character)) depth += 1;
    else if (closings.has(character)) depth -= 1;
    if (depth === 0) return { inside: text.slice(1, at), after: text.slice(at + 1) };
  }
  return null;
}

/** A word of a text: what stands between spaces that are not inside brackets. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of `text`, cut at spaces of either width outside brackets and quotation marks. */
export function wordsOutsideBrackets(text: string): Word[] {
  const words: Word[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (openings.has(character)) depth += 1;
    else if (closings.has(character) && depth > 0) depth -= 1;
    const space = at === text.length || (depth === 0 && /\s/.test(character));
    if (!space && start < 0) start = at;
    if (space && start >= 0) {
      words.push({ text: text.slice(start, at), start, end: at });
      start = -1;
    }
  }
  return words;
}
