import { isBlank, toPlainLine } from '../plain-text.ts';
import type { OutlineParagraph } from '../outline.ts';
import type { Target } from '../report.ts';
import type { FieldDefinition, FieldKind, OwnValue } from './field.ts';
import { mergeWhole, type Merged } from '../merging/merged.ts';
import { mergeLists } from './merge-paragraphs.ts';
import { outcomeLines, outcomeParagraphs, targetText, type OutcomeTexts } from './items.ts';
import { withoutPrintedBullet, withoutSurroundings } from './printed-signs.ts';

/**
 * What the house knows of each kind of field, side by side. Whoever walks over fields asks here, so that a field that
 * a form brings is printed, searched and asked for like those that every report has.
 */
export interface KindRules<Value> {
  /** What stands in a new row. */
  readonly empty: Value;
  /** Nothing stands there: no line, no item. */
  isEmpty(value: Value): boolean;
  /** Not a word stands there; items without words say nothing either. */
  saysNothing(value: Value): boolean;
  /** The paragraphs of its cell, without the form's label; none where nothing is to be seen. */
  print(value: Value, field: FieldDefinition): OutlineParagraph[];
  /** Its lines as the author wrote them, without bullets and brackets: what is searched, compared and counted. */
  lines(value: Value): readonly string[];
  /** The numbers, from 1, of its items that say nothing where words belong. */
  wordless(value: Value): readonly number[];
}

/** Of a kind that holds a line or a list of lines: those that a form can bring, and some of every report. */
export interface TextRules<Value extends OwnValue = OwnValue> extends KindRules<Value> {
  /**
   * The value that prints these paragraphs: `parse(print(value)) = value`, but for empty items, which print nothing
   * that could come back. No word is dropped, whoever wrote the paragraphs.
   */
  parse(paragraphs: readonly string[], field: FieldDefinition): Value;
  /**
   * What becomes of the field when several sides changed it. Targets and outcomes are merged by their identifiers, each
   * of their fields by itself (merging/merge-sheets.ts).
   */
  merge(base: Value, sides: readonly Value[], field: Pick<FieldDefinition, 'choices'>): Merged<Value>;
}

/** What a field of each kind holds. */
export interface KindValues {
  readonly line: string;
  readonly paragraphs: readonly string[];
  readonly choice: string;
  readonly choices: readonly string[];
  readonly quantity: string;
  readonly date: string;
  readonly targets: readonly TargetTexts[];
  readonly outcomes: readonly OutcomeTexts[];
}

export type TargetTexts = Pick<Target, 'measure' | 'note' | 'value'> & Partial<Pick<Target, 'verdict'>>;
export type FieldValue = KindValues[FieldKind];

const oneLine: TextRules<string> = {
  empty: '',
  isEmpty: isBlank,
  saysNothing: isBlank,
  print: (value, field) => (isBlank(value) ? [] : [{ kind: 'plain', text: surrounded(value, field) }]),
  parse: (texts, field) => withoutSurroundings(wordsOf(texts).join(''), field),
  lines: (value) => [value],
  wordless: () => [],
  merge: mergeWhole,
};

const paragraphs: TextRules<readonly string[]> = {
  empty: [],
  isEmpty: (value) => value.length === 0,
  saysNothing: (value) => value.every(isBlank),
  print: (value, { bulleted = false }) =>
    value.map((text) => (bulleted ? bullet(text) : { kind: 'plain', text })),
  parse: (texts, { bulleted = false }) =>
    bulleted ? wordsOf(texts).map(withoutPrintedBullet) : wordsOf(texts),
  lines: (value) => value,
  wordless: (value) => numbersOf(value, isBlank),
  merge: (base, sides) => mergeLists(base, sides),
};

/** Signs that were chosen, in the order of the choices; printed on one line. */
const choices: TextRules<readonly string[]> = {
  ...paragraphs,
  print: (value, field) =>
    value.length === 0 ? [] : [{ kind: 'plain', text: surrounded(value.join('、'), field) }],
  parse: (texts, field) => signsIn(withoutSurroundings(wordsOf(texts).join('、'), field), field),
  merge: mergeSigns,
};

const targets: KindRules<readonly TargetTexts[]> = {
  empty: [],
  isEmpty: (value) => value.length === 0,
  saysNothing: (value) =>
    value.every(
      ({ measure, note, value, verdict = null }) =>
        [measure, note, value].every(isBlank) && verdict === null,
    ),
  print: (value) => value.map((target) => bullet(targetText(target))),
  lines: (value) => value.map(targetText),
  // A target without words is told as what it is (completeness.ts).
  wordless: () => [],
};

const outcomes: KindRules<readonly OutcomeTexts[]> = {
  empty: [],
  isEmpty: (value) => value.length === 0,
  saysNothing: (value) =>
    value.every(
      ({ statement, asOf, figures }) =>
        isBlank(statement) &&
        isBlank(asOf) &&
        figures.every(({ label, value }) => isBlank(label) && isBlank(value)),
    ),
  print: (value) => value.flatMap(outcomeParagraphs),
  lines: (value) => value.flatMap(outcomeLines),
  wordless: (value) =>
    numbersOf(
      value,
      ({ statement, figures }) => isBlank(statement) || figures.some(({ value }) => isBlank(value)),
    ),
};

/** Kinds of which a field holds a line or a list of lines. */
export type TextKind = Exclude<FieldKind, 'targets' | 'outcomes'>;

export const kinds: {
  readonly [Kind in FieldKind]: Kind extends TextKind
    ? TextRules<KindValues[Kind]>
    : KindRules<KindValues[Kind]>;
} = {
  line: oneLine,
  paragraphs,
  choice: oneLine,
  choices,
  quantity: oneLine,
  date: oneLine,
  targets,
  outcomes,
};

/** The rules of a field's kind, for a value of that field. */
export function rulesOf(field: FieldDefinition): KindRules<FieldValue> {
  // A field holds values of its kind (reports are checked when they are read), which the type of the table can't say.
  return kinds[field.kind] as KindRules<FieldValue>;
}

/** Whether a field holds a line or a list of lines. */
export function isTextField<Field extends FieldDefinition>(
  field: Field,
): field is Field & { readonly kind: TextKind } {
  return field.kind !== 'targets' && field.kind !== 'outcomes';
}

/** The value of a field that prints these paragraphs, labels aside. */
export function parsed(
  field: FieldDefinition & { readonly kind: TextKind },
  paragraphs: readonly string[],
): OwnValue {
  return kinds[field.kind].parse(paragraphs, field);
}

/** The signs that a line names. Between two stands 、 or a comma, which may also be part of one: 廃止、縮小. */
function signsIn(line: string, { choices: known = [] }: FieldDefinition): string[] {
  // What stands between two pieces stands at the odd places.
  const pieces = line.split(/([、,，])/u);
  const textUpTo = (from: number, to: number): string => pieces.slice(from, to).join('');
  const signs: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const ends = pieces.map((_, place) => place + 1).filter((end) => end > at);
    const end = ends.findLast((last) => known.some(({ sign }) => sign === textUpTo(at, last)));
    const text = end === undefined ? textUpTo(at, at + 1).trim() : textUpTo(at, end);
    if (text !== '') signs.push(text);
    at = (end ?? at + 1) + 1;
  }
  return signs;
}

/** Each sign is chosen or not, whatever becomes of the others: no two sides can differ about one. */
function mergeSigns(
  base: readonly string[],
  sides: readonly (readonly string[])[],
  { choices: known = [] }: Pick<FieldDefinition, 'choices'>,
): Merged<readonly string[]> {
  const whole = mergeWhole(base, sides);
  if (whole.conflict === null) return whole;
  const chosen = [...new Set([base, ...sides].flat())].filter((sign) =>
    base.includes(sign) ? sides.every((side) => side.includes(sign)) : true,
  );
  const placeOf = (sign: string): number => known.findIndex((choice) => choice.sign === sign);
  const [listed, others] = [
    chosen.filter((sign) => placeOf(sign) >= 0),
    chosen.filter((sign) => placeOf(sign) < 0),
  ];
  const value = [...listed.sort((one, other) => placeOf(one) - placeOf(other)), ...others.sort()];
  return { value, conflict: null };
}

/** Paragraphs as lines that a report can hold, without empty ones. */
function wordsOf(paragraphs: readonly string[]): string[] {
  return paragraphs.map(toPlainLine).filter((line) => line !== '');
}

function bullet(text: string): OutlineParagraph {
  return { kind: 'bullet', text: `・${text}` };
}

function surrounded(text: string, { around: [before, after] = ['', ''] }: FieldDefinition): string {
  return before + text + after;
}

/** The numbers, from 1, of the items that a question is true of. */
function numbersOf<T>(items: readonly T[], question: (item: T) => boolean): number[] {
  return items.flatMap((item, index) => (question(item) ? [index + 1] : []));
}
