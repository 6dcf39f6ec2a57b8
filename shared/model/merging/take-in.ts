import type { FieldDefinition } from '../fields/field.ts';
import type { Initiative } from '../report.ts';
import { sameValue } from '../same-value.ts';
import { mergeSheets, type Conflict, type MergedSheet } from './merge-sheets.ts';
import {
  listOfRows,
  placeKey,
  placeOf,
  rowsOf,
  sheetOf,
  type PartKey,
  type Place,
  type PlaceValue,
  type Sheet,
} from './sheet.ts';

/** What a section hands in, as far as it is merged. */
export interface HandedIn {
  /** Says which it is; the same content has the same. */
  readonly hash: string;
  /** Hand-ins that it goes on from: their changes are in it. */
  readonly after: readonly string[];
  readonly rows: readonly Initiative[];
}

/** All that was taken in of one distribution: hand-ins that started from the same rows. */
export interface Ground {
  readonly base: readonly Initiative[];
  /** The report's rows before the first of them was taken in. */
  readonly ours: readonly Initiative[];
  /** In the order in which they were taken in. */
  readonly taken: readonly HandedIn[];
  /** Places (as their key) about which a person has decided. */
  readonly settled: ReadonlySet<string>;
}

export interface TakenIn {
  readonly rows: readonly Initiative[];
  /** Every place of this distribution about which sides differ, also those of before that are open. */
  readonly conflicts: readonly Conflict[];
  /** Places that say something else than before. */
  readonly merged: readonly Place[];
}

/**
 * Takes a hand-in into the rows of a report; null where it was taken in before, or one that goes on from it was.
 *
 * What is taken in is worked out from where all started and from all sides at once, not from what the one before left: so
 * the order in which hand-ins arrive decides nothing but which term of a conflict stands in the field. Where somebody has
 * written or decided since, what stands there now is our side, and what was taken in before is in it.
 */
export function takeIn(
  now: readonly Initiative[],
  ground: Ground,
  handedIn: HandedIn,
  fields: readonly FieldDefinition[],
): TakenIn | null {
  const { hash, after } = handedIn;
  if (ground.taken.some((one) => one.hash === hash || one.after.includes(hash))) return null;
  const known = new Set(
    [ground.base, handedIn.rows, ...ground.taken.map(({ rows }) => rows)].flat().map(idOf),
  );
  const isForeign = (row: string): boolean => !known.has(row);
  const [base, ours, here] = [sheetOf(ground.base), sheetOf(ground.ours), sheetOf(now)];
  const before = newest(ground.taken).map(({ rows }) => sheetOf(rows));
  const expected = mergeSheets(base, [ours, ...before], { fields, isForeign });
  const from = ground.taken.findLast((one) => after.includes(one.hash));
  const sides: Sides = {
    base,
    ours,
    others: newest(ground.taken)
      .filter((one) => !after.includes(one.hash))
      .map(({ rows }) => sheetOf(rows)),
    theirs: sheetOf(handedIn.rows),
  };
  const start = from === undefined ? base : sheetOf(from.rows);
  const { sheets, whole } = asWrittenSince(sides, here, expected, ground.settled, start);
  const merged = mergeSheets(sheets.base, [sheets.ours, ...sheets.others, sheets.theirs], {
    fields,
    whole,
    isForeign,
  });
  return {
    rows: rowsOf(merged.sheet),
    conflicts: merged.conflicts,
    merged: differingPlaces(here, merged.sheet),
  };
}

interface Sides {
  readonly base: Sheet;
  readonly ours: Sheet;
  readonly others: readonly Sheet[];
  readonly theirs: Sheet;
}

/**
 * The sides of a merge, with what stands in the report now as ours wherever somebody wrote or decided since the last
 * hand-in: there the new hand-in is held against where it started, and the others have had their say.
 */
function asWrittenSince(
  { base, ours, others, theirs }: Sides,
  now: Sheet,
  expected: MergedSheet,
  settled: ReadonlySet<string>,
  start: Sheet,
): { readonly sheets: Sides; readonly whole: ReadonlySet<string> } {
  const open = new Set(expected.conflicts.map(({ place }) => placeKey(place)));
  const whole = new Set<string>();
  const made = {
    base: new Copy(),
    ours: new Copy(),
    others: others.map(() => new Copy()),
    theirs: new Copy(),
  };
  const parts = new Set([base, ours, ...others, theirs, now].flatMap((sheet) => [...sheet.keys()]));
  for (const part of parts) {
    const having = [base, ours, ...others, theirs, now].flatMap((sheet) => [
      ...(sheet.get(part)?.keys() ?? []),
    ]);
    for (const field of new Set(having)) {
      const at = (sheet: Sheet): PlaceValue | undefined => sheet.get(part)?.get(field);
      const key = placeKey(placeOf(part, field));
      const isSettled = settled.has(key) || isOfSettledPart(part, field, settled);
      // A field that holds nothing (null) is no field of a part that is not there.
      const isWritten = !sameValue(at(now), at(expected.sheet));
      const goesOn = !isSettled && (!isWritten || open.has(key));
      if (goesOn && isWritten) whole.add(key);
      const from = goesOn ? at(base) : (at(start) ?? at(base));
      made.base.put(part, field, from);
      made.ours.put(part, field, goesOn && !isWritten ? at(ours) : at(now));
      others.forEach((other, place) => made.others[place]?.put(part, field, goesOn ? at(other) : from));
      made.theirs.put(part, field, at(theirs));
    }
  }
  return { sheets: made, whole };
}

/** Whether a person decided that the part is there or gone; then what its list and it hold now is as decided. */
function isOfSettledPart(part: PartKey, field: string, settled: ReadonlySet<string>): boolean {
  if (settled.size === 0) return false;
  const [row = '', list] = part.split('/');
  const parts = list === 'targets' ? 'target' : 'outcome';
  return (
    settled.has(placeKey(placeOf(row, 'row'))) ||
    // Whether a target is named has been decided with whether it is there.
    (list === 'outcomes' && field === 'targets' && isAnySettled(settled, row, 'target')) ||
    (list !== undefined && settled.has(placeKey(placeOf(part, parts)))) ||
    isAnySettled(settled, part, singular(field))
  );
}

function isAnySettled(settled: ReadonlySet<string>, part: PartKey, field: string): boolean {
  return [...settled].some((key) => key.endsWith(`/${field}`) && key.startsWith(part));
}

function singular(list: string): string {
  return list === 'rows' ? 'row' : list === 'targets' ? 'target' : list === 'outcomes' ? 'outcome' : list;
}

/** A sheet that is put together place by place. */
class Copy extends Map<PartKey, Map<string, PlaceValue>> {
  put(part: PartKey, field: string, value: PlaceValue | undefined): void {
    if (value === undefined) return;
    const fields = this.get(part);
    if (fields === undefined) this.set(part, new Map([[field, value]]));
    else fields.set(field, value);
  }
}

/** Those that no other goes on from. */
function newest(taken: readonly HandedIn[]): HandedIn[] {
  return taken.filter(({ hash }) => !taken.some(({ after }) => after.includes(hash)));
}

/** Where two sheets say something else; a part that came or went is one place. */
export function differingPlaces(before: Sheet, after: Sheet): Place[] {
  const places: Place[] = [];
  for (const part of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(part), after.get(part)];
    if (was === undefined || is === undefined) {
      const [row = '', list] = part.split('/');
      if (list === undefined) places.push(placeOf(part, 'row'));
      else if (before.has(row) && after.has(row)) places.push(placeOf(part, singular(list)));
      continue;
    }
    for (const field of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(field) ?? null, is.get(field) ?? null];
      const isList =
        part === listOfRows || (!part.includes('/') && (field === 'targets' || field === 'outcomes'));
      if (isList ? !sameOrder(one, other) : !sameValue(one, other)) places.push(placeOf(part, field));
    }
  }
  return places;
}

/** Whether what stands in both lists stands in one order. */
function sameOrder(one: PlaceValue, other: PlaceValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return sameValue(one, other);
  const [before, after]: [unknown[], unknown[]] = [one, other];
  return sameValue(
    before.filter((id) => after.includes(id)),
    after.filter((id) => before.includes(id)),
  );
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
