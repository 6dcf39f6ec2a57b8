import { once } from '../once.ts';
import { foldVariants } from './kanji-variants.ts';
import { foldLooks } from './look-alikes.ts';
import { builtInField, type RowField } from './fields/built-in-fields.ts';
import { isOwnField } from './fields/field.ts';
import { rulesOf } from './fields/kinds.ts';
import { valueOf, type RowValues } from './fields/values.ts';

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

/**
 * The lines of a field as the author wrote them, without bullets and brackets of the table. Those of a form's own
 * field can be read without knowing the form.
 */
export function fieldLines(row: RowValues, field: RowField): readonly string[] {
  if (isOwnField(field)) {
    const value = row.own?.[field] ?? [];
    return typeof value === 'string' ? [value] : value;
  }
  const definition = builtInField(field);
  return rulesOf(definition).lines(valueOf(row, definition));
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
