import { outsideQuotes, ownWords, spotsOf, writingRule, type WritingRule } from './writing-rule.ts';

/**
 * A word as it is often written and as it should be. `endings` are characters of which one follows both and belongs to them
 * (行な|い → 行|い). What must stand around it is said as the source of a regular expression.
 */
export interface WordEntry {
  readonly written: string;
  readonly instead: string;
  readonly endings?: string;
  /** Stands before it … */
  readonly behind?: string;
  /** … or must not. */
  readonly notBehind?: string;
  readonly ahead?: string;
  readonly notAhead?: string;
}

type Around = Omit<WordEntry, 'written' | 'instead' | 'endings'>;

/**
 * Entries of lines `written instead endings?`, which all stand in the same surroundings.
 */
export function entries(lines: string, around: Around = {}): WordEntry[] {
  return lines
    .trim()
    .split(/\n/u)
    .map((line) => {
      const [written = '', instead = '', endings] = line.trim().split(/\s+/u);
      return { written, instead, ...(endings === undefined ? {} : { endings }), ...around };
    });
}

/**
 * All words of a list at once: one pattern, and what stands instead by what was found. `all` is what every word of the list
 * has in it: a text without it is done with at once.
 */
export function wordRule<const Id extends string>({
  words,
  all = '',
  ...about
}: Pick<WritingRule<Id>, 'id' | 'clause' | 'severity'> & {
  readonly words: readonly WordEntry[];
  readonly all?: string;
}): WritingRule<Id> {
  const { pattern, instead } = compiled(words);
  return writingRule({
    reads: ownWords,
    ...about,
    spotsIn: (text) =>
      text.includes(all)
        ? outsideQuotes(
            text,
            spotsOf(text, pattern, ([found]) => {
              const fix = instead.get(found);
              return fix === undefined ? null : { fix };
            }),
          )
        : [],
  });
}

/** One pattern of all words, the longest first, and what each becomes. The same word in several entries becomes one thing. */
export function compiled(words: readonly WordEntry[]): {
  readonly pattern: RegExp;
  readonly instead: ReadonlyMap<string, string>;
} {
  const instead = new Map<string, string>();
  const sources: { readonly source: string; readonly length: number }[] = [];
  for (const word of words) {
    const endings = word.endings === undefined ? [''] : [...word.endings];
    for (const ending of endings) instead.set(word.written + ending, word.instead + ending);
    sources.push({ source: sourceOf(word), length: word.written.length });
  }
  sources.sort((one, other) => other.length - one.length);
  return { pattern: new RegExp(sources.map(({ source }) => source).join('|'), 'gu'), instead };
}

function sourceOf({ written, endings, behind, notBehind, ahead, notAhead }: WordEntry): string {
  return [
    behind === undefined ? '' : `(?<=${behind})`,
    notBehind === undefined ? '' : `(?<!${notBehind})`,
    written,
    endings === undefined ? '' : `[${endings}]`,
    ahead === undefined ? '' : `(?=${ahead})`,
    notAhead === undefined ? '' : `(?!${notAhead})`,
  ].join('');
}
