import { leavesEnding } from '../../okurigana.ts';
import type { Span } from '../finding.ts';
import { textRule } from '../rule.ts';
import type { CheckSettings, HouseWord } from '../settings.ts';
import { kindOfText, outsideQuotes, type Spot, type WritingFacts } from '../writing/writing-rule.ts';

/** What is looked for of a dictionary: made once for each. */
interface Dictionary {
  readonly pattern: RegExp | null;
  readonly entries: ReadonlyMap<string, HouseWord>;
  /** Words that are right: what lies in one of them is left alone. */
  readonly right: RegExp | null;
}

const dictionaries = new WeakMap<readonly HouseWord[], WeakMap<readonly object[], Dictionary>>();

function dictionaryOf({ words, allowed }: Pick<CheckSettings, 'words' | 'allowed'>): Dictionary {
  const byAllowed = dictionaries.get(words) ?? new WeakMap<readonly object[], Dictionary>();
  dictionaries.set(words, byAllowed);
  const known = byAllowed.get(allowed);
  if (known !== undefined) return known;
  const entries = new Map(words.flatMap((entry) => entry.instead.map((wrong) => [wrong, entry] as const)));
  const right = [
    ...allowed.map(({ word }) => word),
    ...words.flatMap(({ write }) => (write === null ? [] : [write])),
  ];
  const made = { pattern: anyOf([...entries.keys()], true), entries, right: anyOf(right, false) };
  byAllowed.set(allowed, made);
  return made;
}

/** A pattern of any of these words, the longest first. A word of katakana or letters is a whole one. */
function anyOf(words: readonly string[], whole: boolean): RegExp | null {
  if (words.length === 0) return null;
  const sources = words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => {
      const source = word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
      return whole ? `${guard(word.charAt(0), '<!')}${source}${guard(word.at(-1) ?? '', '!')}` : source;
    });
  return new RegExp(sources.join('|'), 'gu');
}

function guard(character: string, look: '<!' | '!'): string {
  if (/[ァ-ヶー]/u.test(character)) return `(?${look}[ァ-ヶー])`;
  return /[A-Za-z]/u.test(character) ? `(?${look}[A-Za-z])` : '';
}

/** Where words stand that the office writes so, or leaves as they are. */
export function rightSpans(text: string, settings: Pick<CheckSettings, 'words' | 'allowed'>): Span[] {
  const { right } = dictionaryOf(settings);
  return right === null
    ? []
    : [...text.matchAll(right)].map(({ index, 0: { length } }) => [index, index + length]);
}

/**
 * A word that the office writes otherwise. Not told where it lies in a word that is right, in a quoted name, or where it is a
 * piece of a verb that another word would break (取り組みます).
 */
export const houseWord = textRule({
  id: 'house-word',
  family: 'writing',
  clause: null,
  severity: 'warning',
  findIn: ({ place, text }, { settings }) => {
    const { pattern, entries } = dictionaryOf(settings);
    if (pattern === null || kindOfText(place) === 'name') return [];
    const right = rightSpans(text, settings);
    const spots = [...text.matchAll(pattern)].flatMap(({ index, 0: found }): Spot[] => {
      const span: Span = [index, index + found.length];
      const write = entries.get(found)?.write ?? null;
      const isRight = right.some(([from, to]) => from <= span[0] && span[1] <= to);
      if (isRight || (write !== null && leavesEnding(text, [...span], write))) return [];
      return [{ span, ...(write === null ? {} : { fix: write }) }];
    });
    return outsideQuotes(text, spots).map(({ span, fix }) => {
      const written = text.slice(...span);
      const facts: WritingFacts = {
        written,
        instead: fix ?? null,
        more: entries.get(written)?.note ?? null,
      };
      return { span, facts, ...(fix === undefined ? {} : { fix }) };
    });
  },
});
