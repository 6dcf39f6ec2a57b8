import { isOwnField, type OwnValue } from '../fields/field.ts';
import { withOwn, type OwnsFields } from '../fields/values.ts';
import type { Figure, Initiative, Outcome, Target } from '../report.ts';

/**
 * Rows taken apart: for each part (a row, a target, an outcome) what each of its fields holds, and for each list which
 * parts stand in it. What happens at one place can then be decided without a look at any other.
 */
export type Sheet = ReadonlyMap<PartKey, ReadonlyMap<string, PlaceValue>>;

/** '' for the list of rows, `row`, `row/targets/id`, `row/outcomes/id`. */
export type PartKey = string;

export type PlaceValue =
  string | boolean | null | readonly string[] | readonly Figure[] | Initiative | Target | Outcome;

/** Where something can be changed: a field of a part, or a list (`rows`, `targets`, `outcomes`) of parts. */
export interface Place {
  /** Null for the list of rows. */
  readonly row: string | null;
  readonly target?: string;
  readonly outcome?: string;
  /** The key of the field; `row`, `target` or `outcome` where the part itself is there or gone. */
  readonly field: string;
}

export const listOfRows: PartKey = '';

type PartList = 'targets' | 'outcomes';
export const partLists: readonly PartList[] = ['targets', 'outcomes'];

export function partIn(row: string, list: PartList, id: string): PartKey {
  return `${row}/${list}/${id}`;
}

export function sheetOf(rows: readonly Initiative[]): Sheet {
  const sheet = new Map<PartKey, ReadonlyMap<string, PlaceValue>>();
  sheet.set(listOfRows, new Map([['rows', rows.map(({ id }) => id)]]));
  // Where a row stands is not what it says: nobody hands it in, and nobody differs about it.
  for (const { targets, outcomes, standing: _standing, ...row } of rows) {
    const lists = { targets: targets.map(({ id }) => id), outcomes: outcomes.map(({ id }) => id) };
    sheet.set(row.id, fieldsOf({ ...row, ...lists }));
    for (const target of targets) sheet.set(partIn(row.id, 'targets', target.id), fieldsOf(target));
    for (const outcome of outcomes) sheet.set(partIn(row.id, 'outcomes', outcome.id), fieldsOf(outcome));
  }
  return sheet;
}

export function rowsOf(sheet: Sheet): Initiative[] {
  return idsIn(sheet, listOfRows, 'rows').map((id) => rowOf(sheet, id));
}

/** One row of a sheet, whether its list names it or not. */
export function rowOf(sheet: Sheet, id: string): Initiative {
  const parts = <T>(list: PartList): T[] =>
    idsIn(sheet, id, list).map((part) => holderOf<T>(part, sheet.get(partIn(id, list, part))));
  return {
    ...holderOf<Initiative>(id, sheet.get(id)),
    targets: parts('targets'),
    outcomes: parts('outcomes'),
  };
}

/** One target or outcome. */
export function partOf(sheet: Sheet, key: PartKey): Target | Outcome {
  return holderOf(key.slice(key.lastIndexOf('/') + 1), sheet.get(key));
}

export function idsIn(sheet: Sheet, part: PartKey, list: string): readonly string[] {
  return (sheet.get(part)?.get(list) ?? []) as readonly string[];
}

/** The place of a field of a part. */
export function placeOf(part: PartKey, field: string): Place {
  const [row = null, list, id] = part === listOfRows ? [] : part.split('/');
  if (id === undefined) return { row, field };
  return list === 'targets' ? { row, target: id, field } : { row, outcome: id, field };
}

/** A place as a text: two are the same exactly when their texts are. */
export function placeKey({ row, target, outcome, field }: Place): string {
  return [row ?? '', target ?? '', outcome ?? '', field].join('/');
}

function fieldsOf(holder: OwnsFields & { readonly id: string }): ReadonlyMap<string, PlaceValue> {
  const { id: _id, own = {}, ...fields } = holder;
  return new Map<string, PlaceValue>(Object.entries({ ...fields, ...own }));
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what it was taken apart from
function holderOf<T>(id: string, fields: ReadonlyMap<string, PlaceValue> = new Map()): T {
  let holder: OwnsFields = {};
  for (const [field, value] of fields) {
    holder = isOwnField(field) ? withOwn(holder, field, value as OwnValue) : { ...holder, [field]: value };
  }
  // A sheet holds what a row, a target or an outcome was taken apart into, which its type can't say.
  return { id, ...holder } as T;
}
