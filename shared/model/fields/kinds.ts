import { isBlank } from '../plain-text.ts';
import type { OutlineParagraph } from '../outline.ts';
import type { Target } from '../report.ts';
import type { FieldDefinition, FieldKind } from './field.ts';
import { outcomeLines, outcomeParagraphs, targetText, type OutcomeTexts } from './items.ts';

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

const oneLine: KindRules<string> = {
  empty: '',
  isEmpty: isBlank,
  saysNothing: isBlank,
  print: (value, field) => (isBlank(value) ? [] : [{ kind: 'plain', text: surrounded(value, field) }]),
  lines: (value) => [value],
  wordless: () => [],
};

const paragraphs: KindRules<readonly string[]> = {
  empty: [],
  isEmpty: (value) => value.length === 0,
  saysNothing: (value) => value.every(isBlank),
  print: (value, { bulleted = false }) =>
    value.map((text) => (bulleted ? bullet(text) : { kind: 'plain', text })),
  lines: (value) => value,
  wordless: (value) => numbersOf(value, isBlank),
};

/** Signs that were chosen, in the order of the choices; printed on one line. */
const choices: KindRules<readonly string[]> = {
  ...paragraphs,
  print: (value, field) =>
    value.length === 0 ? [] : [{ kind: 'plain', text: surrounded(value.join('、'), field) }],
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

export const kinds: { readonly [Kind in FieldKind]: KindRules<KindValues[Kind]> } = {
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
