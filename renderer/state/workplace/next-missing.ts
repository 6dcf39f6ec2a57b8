import { fieldsOf, type Form } from '../../../shared/model/form.ts';
import { fieldOfPart, type MissingPart } from '../../../shared/model/completeness.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { FieldPlace } from './field-focus.svelte.ts';
import type { SpotInField } from './focus-field.ts';
import { spotOf } from './go-to-missing.ts';
import { missingOf } from './missing-of.ts';

/** One thing that a row lacks. */
export interface MissingPlace {
  readonly initiative: Initiative;
  /** Of the row, from 0. */
  readonly row: number;
  readonly part: MissingPart;
}

/** Where a person is: a row, perhaps one of its fields, and whether a spot of that field lies behind them. */
export interface Standing {
  readonly row: number;
  readonly field: FieldPlace['field'] | null;
  isBehind(spot: SpotInField): boolean;
}

/** What is to be written next, how much is left, and whether the way there led round the end. */
export interface NextMissing {
  readonly place: MissingPlace;
  readonly left: number;
  readonly wrapped: boolean;
}

/** The next thing that the form asks for and that is not written yet, from where a person is; null: nothing is. */
export function nextMissing(rows: readonly Initiative[], form: Form, from: Standing): NextMissing | null {
  const all = rows.flatMap((initiative, row) =>
    missingOf(initiative, form).map((part): MissingPlace => ({ initiative, row, part })),
  );
  const [first] = all;
  if (first === undefined) return null;
  const order = fieldsOf(form).map(({ id }) => id);
  const ahead = all.find((place) => isAhead(place, from, order));
  return { place: ahead ?? first, left: all.length, wrapped: ahead === undefined };
}

function isAhead(
  { initiative, row, part }: MissingPlace,
  from: Standing,
  order: readonly RowField[],
): boolean {
  if (row !== from.row) return row > from.row;
  if (from.field === null) return true;
  const [at, here] = [fieldOfPart(part), from.field].map((field) => order.indexOf(field));
  if (at !== here) return (at ?? 0) > (here ?? 0);
  return (
    part.code !== 'field-empty' && part.code !== 'row-unwritten' && from.isBehind(spotOf(part, initiative))
  );
}

/** Whether a spot of a field lies behind an element of it that has the focus, in reading order. */
export function isBehindFocus(spot: SpotInField, focused: Element | null): boolean {
  if (spot.line !== undefined) {
    if (!(focused instanceof HTMLTextAreaElement)) return true;
    return focused.value.slice(0, focused.selectionStart).split('\n').length < spot.line;
  }
  const element = spot.element === undefined ? null : document.getElementById(spot.element);
  if (element === null || focused === null) return true;
  return (focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
