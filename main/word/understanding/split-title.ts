import { bracketAtEnd } from '../../../shared/reading/brackets.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import { isNumber } from './values.ts';
import { isSectionName } from './section-name.ts';
import { splitNumber } from './split-number.ts';
import { joinHalves } from './sentences.ts';
import type { ColumnField } from './field-names.ts';

/** The lines of a title cell by what they say. */
export type TitleLines = Map<'number' | 'title' | 'section', CellLine[]>;

/**
 * Deals out the lines of a cell that holds a title, and perhaps a section and the row's number.
 *
 * `fields` is what the column's heading names; `sectionElsewhere` that sections have a column of their own.
 */
export function splitTitleLines(
  lines: readonly CellLine[],
  fields: readonly ColumnField[],
  sectionElsewhere: boolean,
): TitleLines {
  const dealt: TitleLines = new Map();
  let left = lines.filter(hasText);
  if (fields.includes('number')) {
    const number = numberOff(left);
    if (number.number !== null) dealt.set('number', [number.number]);
    left = number.left;
  }
  const [first] = left;
  const named = fields.includes('section');
  if (first === undefined || (sectionElsewhere && !named)) return dealt.set('title', left);
  if (named && fields.indexOf('section') < fields.indexOf('title') && isSectionName(first.text)) {
    return dealt.set('section', [first]).set('title', left.slice(1));
  }
  const texts = left.map(({ text }) => text.trim());
  const { title, section } = splitTitle(texts, named);
  dealt.set('title', title === '' ? [] : [{ ...first, text: title }]);
  dealt.set('section', section === '' ? [] : [{ ...first, text: section, notes: [] }]);
  return dealt;
}

/**
 * `平和推進事業(市民協働課)`, on one line or several, cut in two; the section keeps its brackets.
 *
 * Brackets at the end are the section when they hold what reads like a section's name; others belong to the
 * title (`指針(改定版)`). Where the heading names a section too (`named`), brackets that open a line are one
 * whatever they hold, and so is a last line that reads like one.
 */
export function splitTitle(lines: readonly string[], named: boolean): { title: string; section: string } {
  const whole = lines.reduce(joinHalves, '');
  const bracket = bracketAtEnd(whole);
  if (bracket !== null && bracket.before !== '') {
    const opensLine = named && startsOf(lines).has(bracket.before.length);
    if (opensLine || isSectionName(bracket.inside)) {
      return { title: bracket.before.trim(), section: whole.slice(bracket.before.length).trim() };
    }
  }
  const last = lines.at(-1) ?? '';
  if (named && lines.length > 1 && isSectionName(last)) {
    return { title: lines.slice(0, -1).reduce(joinHalves), section: last };
  }
  return { title: whole, section: '' };
}

/** Where each line starts in the text that all of them make. */
function startsOf(lines: readonly string[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let whole = '';
  for (const text of lines) {
    whole = joinHalves(whole, text);
    starts.add(whole.length - text.length);
  }
  return starts;
}

/** The title of lines that hold nothing else. */
export function titleOfLines(lines: readonly CellLine[]): string {
  return lines
    .filter(hasText)
    .map(({ text }) => text.trim())
    .reduce(joinHalves, '');
}

/** The section of lines that hold nothing else, without brackets; several names on several lines stay apart. */
export function sectionOfLines(lines: readonly CellLine[]): string {
  const joined = lines
    .filter(hasText)
    .map(({ text }) => text.trim())
    .reduce((before, text) => (isSectionName(before) ? `${before} ${text}` : before + text), '');
  const bracket = bracketAtEnd(joined);
  if (bracket?.before === '') return bracket.inside.trim();
  return /^[［[【〔]([^［[【〔］\]】〕]*)[］\]】〕]$/.exec(joined)?.[1]?.trim() ?? joined;
}

/** `3 平和推進事業`, or the number on a line of its own. */
function numberOff(lines: readonly CellLine[]): { number: CellLine | null; left: CellLine[] } {
  const [first, ...rest] = lines;
  if (first === undefined) return { number: null, left: [] };
  if (isNumber(first.text) && rest.length > 0) return { number: first, left: rest };
  const found = splitNumber(first.text);
  if (found === null) return { number: null, left: [...lines] };
  const number = { ...first, text: found.number, notes: [] };
  return { number, left: [{ ...first, text: found.rest }, ...rest] };
}
