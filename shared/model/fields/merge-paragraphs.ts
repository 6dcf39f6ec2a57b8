import type { Merged } from '../merging/merged.ts';
import { mergeItems, type ItemsMerging } from '../merging/merge-items.ts';

/** What came of merging two changes of one list of paragraphs. */
export interface MergedParagraphs {
  readonly paragraphs: readonly string[];
  /** Both sides changed the same item differently; there `paragraphs` holds the preferred side's. */
  readonly conflict: boolean;
}

/**
 * Merges what two sides made of a field, item by item; an item is never cut.
 *
 * Items that both sides put in at one place stand one after the other, ours first.
 */
export function mergeParagraphs(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  prefer: 'ours' | 'theirs' = 'ours',
): MergedParagraphs {
  const { value, conflict } = mergeLists(base, [ours, theirs], { additions: 'by-side' });
  const preferred = prefer === 'theirs' ? (conflict?.terms.at(-1) ?? value) : value;
  return { paragraphs: preferred, conflict: conflict !== null };
}

/**
 * Merges what several sides made of a list of paragraphs.
 *
 * A paragraph as it is stored is an item; where bullets are printed or typed, an item is a bullet with the lines that
 * belong to it.
 */
export function mergeLists(
  base: readonly string[],
  sides: readonly (readonly string[])[],
  how?: ItemsMerging,
): Merged<readonly string[]> {
  const typed = [base, ...sides].some((side) => side.some(opensItem));
  const items = (side: readonly string[]): string[][] => itemsOf(side, typed);
  const { value, conflict } = mergeItems(items(base), sides.map(items), (item) => item.join('\n'), how);
  return {
    value: value.flat(),
    conflict:
      conflict === null
        ? null
        : { base: conflict.base.flat(), terms: conflict.terms.map((term) => term.flat()) },
  };
}

function opensItem(paragraph: string): boolean {
  return paragraph.startsWith('・');
}

/** Each paragraph; where bullets are typed, a bullet with the lines below it that open with none. */
function itemsOf(paragraphs: readonly string[], typed: boolean): string[][] {
  if (!typed) return paragraphs.map((paragraph) => [paragraph]);
  const items: string[][] = [];
  for (const paragraph of paragraphs) {
    const last = items.at(-1);
    if (last === undefined || opensItem(paragraph)) items.push([paragraph]);
    else last.push(paragraph);
  }
  return items;
}
