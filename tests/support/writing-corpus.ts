import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Span } from '../../shared/model/checks/finding.ts';
import type {
  DocumentRule,
  TextKind,
  WritingRule,
} from '../../shared/model/checks/writing/writing-rule.ts';

/**
 * The sentences that the writing rules are measured on (tests/fixtures/writing): a line each, its kind, and the text, in
 * which ⟦written|rule|instead⟧ marks what a rule should find; `instead` is left out where no fix is certain. A line of kind `d`
 * is a document, its texts parted by ¶. What no mark names, no rule should name.
 */
export interface Expected {
  readonly rule: string;
  readonly at: number;
  readonly span: Span;
  readonly fix: string | null;
}

export interface CorpusLine {
  readonly line: number;
  readonly kind: TextKind | 'document';
  readonly texts: readonly string[];
  readonly expected: readonly Expected[];
}

const kinds: Readonly<Record<string, CorpusLine['kind']>> = {
  s: 'sentence',
  p: 'phrase',
  v: 'value',
  d: 'document',
};

export function readCorpus(name: 'open' | 'frozen'): CorpusLine[] {
  const path = resolve(import.meta.dirname, `../fixtures/writing/corpus-${name}.tsv`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => {
      const [kind = '', text = ''] = line.split('\t');
      const parts = text.replace(/\\u([0-9a-f]{4})/gu, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      );
      const read = parts.split('¶').map(unmarked);
      return {
        line: number,
        kind: kinds[kind] ?? 'sentence',
        texts: read.map((one) => one.text),
        expected: read.flatMap(({ marks }, at) => marks.map((mark) => ({ ...mark, at }))),
      };
    });
}

function unmarked(marked: string): { text: string; marks: Omit<Expected, 'at'>[] } {
  let text = '';
  let from = 0;
  const marks: Omit<Expected, 'at'>[] = [];
  for (const match of marked.matchAll(/⟦([^⟦⟧]*)⟧/gu)) {
    text += marked.slice(from, match.index);
    const [written = '', rule = '', fix] = (match[1] ?? '').split('|');
    marks.push({ rule, span: [text.length, text.length + written.length], fix: fix ?? null });
    text += written;
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), marks };
}

/** What one rule did on the corpus. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
  /** Where it was wrong or silent, for who mends it. */
  readonly told: string[];
}

interface Named extends Expected {
  readonly line: CorpusLine;
}

export function scores(
  corpus: readonly CorpusLine[],
  textRules: readonly WritingRule[],
  documentRules: readonly DocumentRule[],
): Map<string, Score> {
  const table = new Map<string, Score>();
  const of = (rule: string): Score => {
    const score = table.get(rule) ?? { right: 0, wrong: 0, missed: 0, told: [] };
    table.set(rule, score);
    return score;
  };
  for (const line of corpus) {
    const found = foundIn(line, textRules, documentRules);
    const left = [...line.expected];
    for (const one of found) {
      const match = left.findIndex((other) => agree(line, one, other));
      const score = of(one.rule);
      if (match >= 0) {
        left.splice(match, 1);
        score.right += 1;
      } else {
        score.wrong += 1;
        score.told.push(`+ ${line.line}: ${shown({ ...one, line })}`);
      }
    }
    for (const one of left) {
      of(one.rule).missed += 1;
      of(one.rule).told.push(`- ${line.line}: ${shown({ ...one, line })}`);
    }
  }
  return table;
}

function foundIn(
  { kind, texts }: CorpusLine,
  textRules: readonly WritingRule[],
  documentRules: readonly DocumentRule[],
): Expected[] {
  const read = kind === 'document' ? 'sentence' : kind;
  const written = texts.map((text) => ({ text, kind: read, row: 'row', number: 1, field: 'plan' }));
  const inDocument = documentRules.flatMap(({ id, spotsIn }) =>
    spotsIn(written).map(({ at, span, fix }) => ({ rule: id, at, span, fix: fix ?? null })),
  );
  if (kind === 'document') return inDocument;
  return [
    ...inDocument,
    ...textRules
      .filter(({ reads }) => reads.includes(read))
      .flatMap(({ id, spotsIn }) =>
        texts.flatMap((text, at) =>
          spotsIn(text, read).map(({ span, fix }) => ({ rule: id, at, span, fix: fix ?? null })),
        ),
      ),
  ];
}

/** The same rule at the same place, with the same text after the fix where there is one. */
function agree({ texts }: CorpusLine, one: Expected, other: Expected): boolean {
  if (one.rule !== other.rule || one.at !== other.at) return false;
  if (other.fix === null) return one.span[0] < other.span[1] && other.span[0] < one.span[1];
  const text = texts[one.at] ?? '';
  return one.fix !== null && applied(text, one) === applied(text, other);
}

export function applied(text: string, { span: [start, end], fix }: Pick<Expected, 'span' | 'fix'>): string {
  return text.slice(0, start) + (fix ?? text.slice(start, end)) + text.slice(end);
}

function shown({ line, at, span, fix }: Named): string {
  const text = line.texts[at] ?? '';
  return `${text.slice(0, span[0])}⟦${text.slice(...span)}${fix === null ? '' : `→${fix}`}⟧${text.slice(span[1])}`;
}
