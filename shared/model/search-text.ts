import { once } from '../once.ts';
import { foldVariants } from './kanji-variants.ts';
import { foldLooks } from './look-alikes.ts';
import { figureText, targetText } from './outline.ts';
import type { Initiative, InitiativeField, Outcome, ParagraphField, Target } from './report.ts';

/**
 * How texts are compared when somebody searches: full and half width are one (NFKC), and all that looks the
 * same (look-alikes.ts); upper and lower case are one, hiragana and katakana are two.
 *
 * With `variants` 高 and 髙 are one, too. Whoever stores what comes out counts up `gramsVersion`
 * (main/domain/search-grams.ts) when it changes.
 */
export function searchText(text: string, variants = false): string {
  const folded = foldLooks(text).toLowerCase();
  return variants ? foldVariants(folded) : folded;
}

/** The words of a query, each once, ready to be compared. Parted by spaces of any width. */
export function searchWords(query: string, variants = false): string[] {
  return [...new Set(searchText(query, variants).split(/\s+/u))].filter((word) => word !== '');
}

/** The texts of a row, be it stored or as a file gives it. */
export interface RowTexts extends Pick<Initiative, 'title' | 'section' | ParagraphField> {
  readonly targets: readonly Pick<Target, 'measure' | 'note' | 'value'>[];
  readonly outcomes: readonly Pick<Outcome, 'statement' | 'asOf' | 'figures'>[];
}

/** The lines of a field as the author wrote them, without bullets and brackets of the table. */
export function fieldLines(initiative: RowTexts, field: InitiativeField): readonly string[] {
  switch (field) {
    case 'title':
    case 'section':
      return [initiative[field]];
    case 'plan':
    case 'results':
    case 'direction':
      return initiative[field];
    case 'targets':
      return initiative.targets.map(targetText);
    case 'outcomes':
      return initiative.outcomes.flatMap(({ statement, asOf, figures }) => [
        statement,
        ...(asOf === null ? [] : [asOf]),
        ...figures.map(figureText),
      ]);
  }
}

/** A place in a text: `[start, end)` in UTF-16 code units. */
export type Mark = [start: number, end: number];

/**
 * Where words (of {@link searchWords}) stand in a text, in order; places that touch or overlap are one.
 *
 * A mark covers whole characters as a person sees them: `株` marks all of `㈱`.
 */
export function marksIn(text: string, words: readonly string[], variants = false): Mark[] {
  const { compared, starts, ends } = comparedText(text, variants);
  const marks: Mark[] = [];
  for (const word of words) {
    for (let at = compared.indexOf(word); at !== -1; at = compared.indexOf(word, at + word.length)) {
      marks.push([starts[at] ?? 0, ends[at + word.length - 1] ?? text.length]);
    }
  }
  return joined(marks);
}

const characters = once(() => new Intl.Segmenter('ja', { granularity: 'grapheme' }));

/** The text to compare, and for each of its code units where the character that it comes from starts and ends. */
function comparedText(
  text: string,
  variants: boolean,
): { compared: string; starts: number[]; ends: number[] } {
  let compared = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of characters().segment(text)) {
    const piece = searchText(segment, variants);
    compared += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return { compared, starts, ends };
}

function joined(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const [start, end] of [...marks].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
