import { once } from '../once.ts';
import { foldVariants } from './kanji-variants.ts';
import { foldLooks, foldSameWidth } from './look-alikes.ts';
import type { Mark } from './search-text.ts';

/** What counts as another character when somebody looks for a text in order to replace it. */
export interface FindOptions {
  readonly matchCase: boolean;
  /** `Ａ` is not `A`, `ｱ` is not `ア`, `㈱` is not `(株)`. */
  readonly matchWidth: boolean;
  /** 髙 is 高, and 﨑 is 崎. */
  readonly joinVariants?: boolean;
}

/**
 * Where `query` stands in `text`: `[start, end)` in UTF-16 code units, in order, never overlapping.
 *
 * A place begins and ends between characters as a person sees them: 株 is not found inside ㈱, since
 * replacing it would take the brackets along.
 */
export function findIn(text: string, query: string, options: FindOptions): Mark[] {
  const fold = folding(options);
  const wanted = folded(query, fold).text;
  // Cutting a text into characters is slow, and most texts don't have the query at all.
  if (wanted === '' || !fold(text).includes(wanted)) return [];
  const { text: compared, places } = folded(text, fold);
  const marks: Mark[] = [];
  for (let at = compared.indexOf(wanted); at !== -1;) {
    const [start, end] = [places.get(at), places.get(at + wanted.length)];
    const whole = start !== undefined && end !== undefined;
    if (whole) marks.push([start, end]);
    at = compared.indexOf(wanted, whole ? at + wanted.length : at + 1);
  }
  return marks;
}

/** `text` with other text where the marks (of {@link findIn}) are. */
export function replaceMarks(text: string, marks: readonly Mark[], replacement: string): string {
  let result = '';
  let from = 0;
  for (const [start, end] of marks) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Where a place of the text, outside the marks, comes to stand when they are replaced. */
export function placeAfterReplacing(place: number, marks: readonly Mark[], replacement: string): number {
  const before = marks.filter(([, end]) => end <= place);
  return before.reduce((moved, [start, end]) => moved + replacement.length - (end - start), place);
}

/**
 * Whether a mark lies wholly inside a place where the replacement itself stands already: 予約 in
 * 事前予約. Replacing it once more would give 事前事前予約.
 */
export function saysAlready(text: string, [start, end]: Mark, replacement: string): boolean {
  // The first place that reaches as far as the mark's end.
  const at = text.indexOf(replacement, Math.max(0, end - replacement.length));
  return replacement !== '' && at !== -1 && at <= start;
}

/**
 * What looks the same is one (look-alikes.ts). Nothing depends on what stands around a character, as lower case
 * does (final sigma).
 */
function folding({ matchCase, matchWidth, joinVariants = false }: FindOptions): (text: string) => string {
  const fold = matchWidth ? foldSameWidth : foldLooks;
  return (text) => {
    const folded = joinVariants ? foldVariants(fold(text)) : fold(text);
    return matchCase ? folded : folded.toUpperCase();
  };
}

const characters = once(() => new Intl.Segmenter('ja', { granularity: 'grapheme' }));

/** The text to compare, and the place in the text as written of each of its places between characters. */
function folded(
  text: string,
  fold: (text: string) => string,
): { text: string; places: ReadonlyMap<number, number> } {
  let compared = '';
  const places = new Map([[0, 0]]);
  for (const { segment, index } of characters().segment(text)) {
    compared += fold(segment);
    places.set(compared.length, index + segment.length);
  }
  return { text: compared, places };
}
