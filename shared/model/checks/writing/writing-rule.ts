import { fieldOfPlace, type PlacedText, type TextPlace } from '../../report-texts.ts';
import type { Found, Severity, Span } from '../finding.ts';
import type { HouseStyle } from '../settings.ts';
import { rule, textRule, type FoundInText, type Rule } from '../rule.ts';

/**
 * What kind of text stands at a place: sentences (取組内容), a phrase (達成目標), a value as written (2件), or a name, which
 * is written as its owner writes it.
 */
export type TextKind = 'sentence' | 'phrase' | 'value' | 'name';

export function kindOfText(place: TextPlace): TextKind {
  switch (place.kind) {
    case 'heading':
      return 'name';
    case 'line':
      if (place.field === 'section') return 'name';
      return 'phrase';
    case 'paragraph':
      return 'sentence';
    case 'target':
      return place.part === 'value' ? 'value' : 'phrase';
    case 'outcome':
      return place.part === 'statement' ? 'sentence' : 'phrase';
    case 'figure':
      return place.part === 'value' ? 'value' : 'phrase';
  }
}

/** What the sentence of a writing rule is made of: what stands there, what would stand there, and what else it tells. */
export type WritingFacts = {
  readonly written: string;
  /** What stands better there; null where no word can be named, '' where nothing should stand. */
  readonly instead: string | null;
  /** What the rule tells besides: a kind, a number, another place. */
  readonly more: string | number | null;
};

/** One spot of a text. `fix` is given only where it is certain; `instead` alone is said, never put in. */
export interface Spot {
  readonly span: Span;
  readonly instead?: string;
  readonly fix?: string;
  readonly more?: string | number;
}

interface About<Id extends string> {
  readonly id: Id;
  /** 公用文作成の考え方 (令和4年1月 文化審議会建議), by part and paragraph, or what it points to. */
  readonly clause: string;
  readonly severity: Severity;
}

/** A rule that reads one text by itself. */
export interface WritingRule<Id extends string = string> extends About<Id> {
  /** Kinds of texts that it reads. */
  readonly reads: readonly TextKind[];
  spotsIn(text: string, kind: TextKind): readonly Spot[];
}

/** A spot of one of several texts. */
export interface SpotAt extends Spot {
  readonly at: number;
}

/** A text of a report, with what kind of text it is, and the row and the field that it stands in. */
export interface WrittenText {
  readonly text: string;
  readonly kind: TextKind;
  readonly row: string | null;
  /** The row's number, from 1. */
  readonly number: number | null;
  readonly field: string | null;
}

/** A rule about a document as a whole: one width, one style, one name. */
export interface DocumentRule<Id extends string = string> extends About<Id> {
  readonly family: 'writing' | 'names';
  readonly reads: readonly TextKind[];
  /** `style`: what the office has chosen; without it, nothing. */
  spotsIn(texts: readonly WrittenText[], style?: HouseStyle): readonly SpotAt[];
}

export const everyKind = ['sentence', 'phrase', 'value', 'name'] as const;
/** Where words are the author's own. */
export const ownWords = ['sentence', 'phrase', 'value'] as const;

export function writingRule<const Id extends string>(rule: WritingRule<Id>): WritingRule<Id> {
  return rule;
}

export function documentRule<const Id extends string>(rule: DocumentRule<Id>): DocumentRule<Id> {
  return rule;
}

/** The rule as every check is shaped. */
export function checkOfText<const Id extends string>({
  id,
  clause,
  severity,
  reads,
  spotsIn,
}: WritingRule<Id>): Rule<Id, WritingFacts> {
  return textRule({
    id,
    family: 'writing',
    clause,
    severity,
    findIn: ({ place, text }) => {
      const kind = kindOfText(place);
      return reads.includes(kind) ? spotsIn(text, kind).map((spot) => foundAt(text, spot)) : [];
    },
  });
}

/** The rule as every check is shaped. */
export function checkOfDocument<const Id extends string>({
  id,
  family,
  clause,
  severity,
  reads,
  spotsIn,
}: DocumentRule<Id>): Rule<Id, WritingFacts> {
  return rule({
    id,
    family,
    clause,
    severity,
    find: ({ texts, report: { initiatives }, settings: { style } }) => {
      const numbers = new Map(initiatives.map(({ id }, at) => [id, at + 1]));
      const read = texts
        .map((placed) => ({ placed, written: writtenText(placed, numbers) }))
        .filter(({ written }) => reads.includes(written.kind));
      return spotsIn(
        read.map(({ written }) => written),
        style,
      ).flatMap((spot): Found<WritingFacts>[] => {
        const placed = read[spot.at]?.placed;
        return placed === undefined ? [] : [{ place: placed.place, ...foundAt(placed.text, spot) }];
      });
    },
  });
}

function writtenText({ place, text }: PlacedText, numbers: ReadonlyMap<string, number>): WrittenText {
  const row = 'row' in place ? place.row : null;
  return {
    text,
    kind: kindOfText(place),
    row,
    number: row === null ? null : (numbers.get(row) ?? null),
    field: fieldOfPlace(place),
  };
}

function foundAt(text: string, { span, instead, fix, more }: Spot): FoundInText<WritingFacts> {
  const facts = { written: text.slice(...span), instead: fix ?? instead ?? null, more: more ?? null };
  return { span, facts, ...(fix === undefined ? {} : { fix }) };
}

/** Every match of a pattern (with the flag g) as a spot. */
export function spotsOf(
  text: string,
  pattern: RegExp,
  spot: (match: RegExpExecArray) => Omit<Spot, 'span'> | null,
): Spot[] {
  const spots: Spot[] = [];
  for (const match of text.matchAll(pattern)) {
    const said = spot(match);
    if (said !== null) spots.push({ span: [match.index, match.index + match[0].length], ...said });
  }
  return spots;
}

/** Without the spots that lie in a quoted name (「なぎさの賑わい館」), which is not the author's to write otherwise. */
export function outsideQuotes(text: string, spots: readonly Spot[]): readonly Spot[] {
  if (spots.length === 0 || !/[「『]/u.test(text)) return spots;
  const quoted = [...text.matchAll(/「[^「」。]*」|『[^『』。]*』/gu)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return spots.filter(({ span: [start, end] }) => !quoted.some(([from, to]) => from < start && end < to));
}
