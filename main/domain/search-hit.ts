import type { Initiative } from '../../shared/model/report.ts';
import type { RowField } from '../../shared/model/fields/built-in-fields.ts';
import { fieldsIn } from '../../shared/model/fields/values.ts';
import { fieldLines, marksIn, searchText, type Mark } from '../../shared/model/search-text.ts';

/** Code units of a line that an excerpt shows, and how many of them before the first mark. */
const excerptLength = 100;
const leadLength = 24;

/** Where a row holds what was searched for. */
export interface FoundText {
  readonly field: RowField;
  readonly excerpt: string;
  readonly marks: Mark[];
}

interface FoundLine {
  readonly field: RowField;
  readonly line: string;
  /** Words that stand in it. */
  readonly words: readonly string[];
}

/** What a row shows of the words (of `searchWords`) that it was searched for; null unless all stand in it. */
export function searchHit(
  initiative: Initiative,
  words: readonly string[],
  variants = false,
): FoundText | null {
  const found: FoundLine[] = [];
  const missing = new Set(words);
  const fields = fieldsIn(initiative);
  for (const field of fields) {
    for (const line of fieldLines(initiative, field)) {
      const compared = searchText(line, variants);
      const here = words.filter((word) => compared.includes(word));
      if (here.length === 0) continue;
      for (const word of here) missing.delete(word);
      found.push({ field, line, words: here });
    }
  }
  const [first] = found;
  if (first === undefined || missing.size > 0) return null;
  const field = fields.find((candidate) => holdsAll(found, candidate, words)) ?? first.field;
  const best = found
    .filter((line) => line.field === field)
    .reduce((most, line) => (line.words.length > most.words.length ? line : most));
  return { field, ...excerptOf(best.line, words, variants) };
}

function holdsAll(found: readonly FoundLine[], field: RowField, words: readonly string[]): boolean {
  const held = new Set(found.filter((line) => line.field === field).flatMap((line) => line.words));
  return words.every((word) => held.has(word));
}

/** A piece of a line around its first mark; `…` stands for what is cut off. */
function excerptOf(
  line: string,
  words: readonly string[],
  variants: boolean,
): { excerpt: string; marks: Mark[] } {
  const marks = marksIn(line, words, variants);
  if (line.length <= excerptLength) return { excerpt: line, marks };
  const first = marks[0]?.[0] ?? 0;
  const from = wholeCharacter(line, Math.max(0, Math.min(first - leadLength, line.length - excerptLength)));
  const to = wholeCharacter(line, from + excerptLength);
  const before = from > 0 ? '…' : '';
  return {
    excerpt: before + line.slice(from, to) + (to < line.length ? '…' : ''),
    marks: marks
      .map(([start, end]): Mark => [Math.max(start, from), Math.min(end, to)])
      .filter(([start, end]) => start < end)
      .map(([start, end]): Mark => [start - from + before.length, end - from + before.length]),
  };
}

/** The place, or the one before when it would part a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
