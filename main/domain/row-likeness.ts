import { fieldsIn, type RowValues } from '../../shared/model/fields/values.ts';
import { fieldLines } from '../../shared/model/search-text.ts';
import type { RowField } from '../../shared/model/fields/built-in-fields.ts';
import { plainName } from './plain-name.ts';
import { textLikeness } from '../../shared/model/text-likeness.ts';

/** Characters from which what two rows say tells whether they are one; shorter texts are alike by chance. */
const tellingText = 20;

/** How alike two rows are, each from 0 to 1. */
export interface RowLikeness {
  readonly title: number;
  readonly sameSection: boolean;
  /** Of the fields that both have filled, title and section apart. */
  readonly body: number;
  /** Both say enough there for that to tell anything. */
  readonly tells: boolean;
}

/** A field that one of them lacks tells nothing: the file may be of spring, and the results of the year's end. */
export function rowLikeness(one: RowValues, other: RowValues): RowLikeness {
  const shared = fieldsIn(one, other).filter(
    (field) =>
      field !== 'title' &&
      field !== 'section' &&
      fieldText(one, field) !== '' &&
      fieldText(other, field) !== '',
  );
  const [body, otherBody] = [one, other].map((row) =>
    shared.map((field) => fieldText(row, field)).join('\n'),
  ) as [string, string];
  return {
    title: textLikeness(plainName(one.title), plainName(other.title)),
    sameSection: plainName(one.section) === plainName(other.section),
    body: shared.length === 0 ? 0 : textLikeness(body, otherBody),
    tells: Math.min(body.length, otherBody.length) >= tellingText,
  };
}

/** One of them is the other reworded. */
export function isReworded({ title, sameSection, body, tells }: RowLikeness): boolean {
  if (!tells) return title >= 0.8 && sameSection;
  return body >= 0.75 || (body >= 0.5 && title >= 0.3);
}

/** For choosing between several: what a row says weighs more than what it is called. */
export function likelihood({ title, body }: RowLikeness): number {
  return 2 * body + title;
}

/** True of a row in which nothing is written. */
export function isBlankRow(row: RowValues): boolean {
  return fieldsIn(row).every((field) => fieldText(row, field) === '');
}

function fieldText(row: RowValues, field: RowField): string {
  return fieldLines(row, field).join('\n').trim();
}
