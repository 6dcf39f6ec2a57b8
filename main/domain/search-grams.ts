import { searchText } from '../../shared/model/search-text.ts';

/**
 * Texts cut into the pieces that the full-text index holds: every run of three characters.
 *
 * Each word is followed by two end marks, so that its last two characters begin a run, too. Then a
 * word of one or two characters is the beginning of some run, and a longer one is made of runs.
 */

/** Counts up whenever the runs of the same lines are others: then the index is built anew. */
export const gramsVersion = 2;

/** Longest word that is looked up as the beginning of a run. */
const shortWord = 2;
const runLength = 3;

/** A noncharacter: stands in no text that a person typed. */
const endMark = '\u{FDD0}';

/** The runs of some lines, each once, parted by spaces. */
export function gramsOf(lines: Iterable<string>): string {
  const grams = new Set<string>();
  for (const line of lines) {
    for (const word of tokenText(line).split(/\s+/u)) {
      if (word !== '') addRuns(word + endMark + endMark, grams);
    }
  }
  return [...grams].join(' ');
}

/**
 * A query in the index's language (FTS5) for rows that may hold all `words` of a query.
 *
 * Exact for words of up to three characters; a longer word may be there in pieces only. Every piece
 * stands in quotation marks, and no piece can hold one: a query is never read as syntax.
 */
export function gramQuery(words: readonly string[]): string {
  const terms = new Set(words.flatMap((word) => termsOf(tokenText(word))));
  return [...terms].join(' AND ');
}

function termsOf(word: string): string[] {
  if ([...word].length <= shortWord) return [`"${word}" *`];
  const grams = new Set<string>();
  addRuns(word, grams);
  return [...grams].map((gram) => `"${gram}"`);
}

function addRuns(word: string, grams: Set<string>): void {
  if (surrogate.test(word)) {
    const characters = [...word];
    for (let at = 0; at + runLength <= characters.length; at += 1) {
      grams.add(characters.slice(at, at + runLength).join(''));
    }
    return;
  }
  // The same, ten times quicker, for a word whose characters are code units.
  for (let at = 0; at + runLength <= word.length; at += 1) grams.add(word.slice(at, at + runLength));
}

const surrogate = /[\uD800-\uDFFF]/;

/**
 * A text in the characters of the index: all forms of a kanji are one there, so that a search that tells them
 * apart finds rows too many, which are looked at once more, and never one too few. The index parts words at ASCII punctuation, so that is written full
 * width there, which no normalised text has.
 */
function tokenText(text: string): string {
  return searchText(text, true).replace(/[!-/:-@[-`{-~]/gu, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}
