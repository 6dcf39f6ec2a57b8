import { isOwnField, type FieldDefinition, type OwnValue } from '../fields/field.ts';
import { isInitiativeField, builtInField } from '../fields/built-in-fields.ts';
import { isTextField, kinds, type TextRules } from '../fields/kinds.ts';
import type { Figure } from '../report.ts';
import { sameValue } from '../same-value.ts';
import { mergeItems } from './merge-items.ts';
import { mergeOrder } from './merge-order.ts';
import { distinct, mergeWhole, type Merged } from './merged.ts';
import {
  idsIn,
  listOfRows,
  partIn,
  partLists,
  partOf,
  placeKey,
  placeOf,
  rowOf,
  type PartKey,
  type Place,
  type PlaceValue,
  type Sheet,
} from './sheet.ts';

/** Sides that changed one place and do not agree. */
export interface Conflict {
  readonly place: Place;
  /** What stood there before; null for a part that was not there. */
  readonly base: PlaceValue;
  /** What each side says, none twice; null for a part that is gone. One of them, or a choice from them, stands there. */
  readonly terms: readonly PlaceValue[];
}

export interface MergedSheet {
  readonly sheet: Sheet;
  readonly conflicts: readonly Conflict[];
}

export interface SheetMerging {
  /** Fields that the form brings. */
  readonly fields: readonly FieldDefinition[];
  /** Places (as their key) whose values are not put together out of two. */
  readonly whole?: ReadonlySet<string>;
  /** Rows that are none of those that were given out and handed in. */
  readonly isForeign?: (row: string) => boolean;
}

/**
 * Merges what several sides made of the same rows, by their identifiers.
 *
 * Each place is decided by itself: its field, whether its part is there, and the order of each list. A side that does not
 * have a part says nothing of what is in it. A part that one side took away and another changed is a conflict; so is
 * one that was taken away and is newly named by an outcome.
 */
export function mergeSheets(
  base: Sheet,
  sides: readonly Sheet[],
  { fields, whole = new Set(), isForeign }: SheetMerging,
): MergedSheet {
  const sheet = new Map<PartKey, ReadonlyMap<string, PlaceValue>>();
  const conflicts: Conflict[] = [];
  mergeList(listOfRows, 'rows', (id) => id, mergeRow);
  return { sheet, conflicts };

  function mergeRow(row: PartKey): void {
    mergeFields(row);
    for (const list of partLists) {
      const keyOf = (id: string): PartKey => partIn(row, list, id);
      mergeList(row, list, keyOf, mergeFields);
    }
  }

  /** Which parts a list has, in which order; and what is in each of them. */
  function mergeList(
    owner: PartKey,
    list: 'rows' | 'targets' | 'outcomes',
    keyOf: (id: string) => PartKey,
    mergePart: (part: PartKey) => void,
  ): void {
    const before = idsIn(base, owner, list);
    const lists = sides.map((side) => (side.has(owner) ? idsIn(side, owner, list) : before));
    const isGone = new Set<string>();
    const contested: string[] = [];
    for (const id of before) {
      const verdicts = sides.map((side, at): 'gone' | 'changed' | 'same' => {
        if (!side.has(owner)) return 'same';
        if (lists[at]?.includes(id) !== true) return 'gone';
        return isChanged(keyOf(id), side) || isNewlyNamed(owner, list, id, side) ? 'changed' : 'same';
      });
      const first = verdicts.find((verdict) => verdict !== 'same');
      if (!verdicts.includes('gone')) continue;
      if (first === 'gone' || !verdicts.includes('changed')) isGone.add(id);
      if (verdicts.includes('changed')) contested.push(id);
    }
    // About the order of what is disputed sides differ or not, whether it is there now or gone.
    const stays = (id: string): boolean => !isGone.has(id) || contested.includes(id);
    const order = mergeOrder(before, lists, stays, list === 'rows' ? isForeign : undefined);
    const value = order.value.filter((id) => !isGone.has(id));
    set(owner, list, { ...order, value }, listPlace(owner, list));

    for (const id of value) {
      const told = conflicts.length;
      mergePart(keyOf(id));
      // What sides differ about inside is in what each of them made of the whole.
      if (contested.includes(id)) conflicts.splice(told);
    }
    for (const id of contested) {
      const part = keyOf(id);
      const made = sides.flatMap((side) => {
        if (!side.has(owner)) return [];
        const content = contentOf(side, part);
        return sameValue(content, contentOf(base, part)) ? [] : [content];
      });
      // A target that is named anew was changed by what names it, not in itself.
      const terms = distinct(
        made.length > 1 || !made.includes(null) ? made : [...made, contentOf(base, part)],
      );
      const field = list === 'rows' ? 'row' : list === 'targets' ? 'target' : 'outcome';
      conflicts.push({ place: placeOf(part, field), base: contentOf(base, part), terms });
    }
  }

  function mergeFields(part: PartKey): void {
    const names = new Set([base, ...sides].flatMap((side) => [...(side.get(part)?.keys() ?? [])]));
    for (const field of names) {
      if (isListOfParts(part, field)) continue;
      const having = sides.filter((side) => side.has(part));
      const said = having.map((side) => side.get(part)?.get(field));
      const before = base.get(part)?.get(field);
      set(part, field, mergeField(part, field, before, said), placeOf(part, field));
    }
  }

  function mergeField(
    part: PartKey,
    field: string,
    before: PlaceValue | undefined,
    said: readonly (PlaceValue | undefined)[],
  ): Merged<PlaceValue> {
    const empty = emptyLike([before, ...said]);
    const [old, values] = [before ?? empty, said.map((value) => value ?? empty)];
    if (before === undefined && distinct(values).length === 1)
      return { value: values[0] ?? old, conflict: null };
    if (whole.has(placeKey(placeOf(part, field)))) return mergeWhole(old, values);
    if (field === 'figures') return figuresOf(old, values);
    if (field === 'targets') {
      const targets = idsIn(sheet, part.slice(0, part.indexOf('/')), 'targets');
      return mergeNames(asList(old), values.map(asList), targets);
    }
    const merged = mergeText(field, old, values);
    return merged ?? mergeWhole(old, values);
  }

  function mergeText(
    field: string,
    old: PlaceValue,
    values: readonly PlaceValue[],
  ): Merged<PlaceValue> | null {
    if (!isOwnField(field) && !isInitiativeField(field)) return null;
    const known = isInitiativeField(field) ? builtInField(field) : fields.find(({ id }) => id === field);
    if (known !== undefined && !isTextField(known)) return null;
    const rules = kinds[known?.kind ?? (Array.isArray(old) ? 'paragraphs' : 'line')] as TextRules;
    // A value that was written while the field was of another kind is not put together with others.
    const fits = [old, ...values].every((value) => typeof value === typeof rules.empty);
    return fits ? rules.merge(old as OwnValue, values as OwnValue[], known ?? {}) : null;
  }

  function set(part: PartKey, field: string, merged: Merged<PlaceValue>, place: Place): void {
    const isStored = !isOwnField(field) || (merged.value as OwnValue).length > 0;
    const held = sheet.get(part) ?? new Map<string, PlaceValue>();
    sheet.set(part, isStored ? new Map([...held, [field, merged.value]]) : held);
    if (merged.conflict !== null) conflicts.push({ place, ...merged.conflict });
  }

  /** Whether a side says something else of a part that there was, or of a part in it. */
  function isChanged(part: PartKey, side: Sheet): boolean {
    const [was, is] = [base.get(part), side.get(part)];
    const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
    if ([...names].some((field) => !sameValue(was?.get(field) ?? null, is?.get(field) ?? null)))
      return true;
    return partLists.some((list) =>
      idsIn(base, part, list).some((id) => isChanged(partIn(part, list, id), side)),
    );
  }

  /** Whether an outcome of a side names a target that it did not name before. */
  function isNewlyNamed(row: PartKey, list: string, target: string, side: Sheet): boolean {
    return (
      list === 'targets' &&
      idsIn(side, row, 'outcomes').some((id) => {
        const outcome = partIn(row, 'outcomes', id);
        return (
          idsIn(side, outcome, 'targets').includes(target) &&
          !idsIn(base, outcome, 'targets').includes(target)
        );
      })
    );
  }
}

function isListOfParts(part: PartKey, field: string): boolean {
  return !part.includes('/') && (field === 'targets' || field === 'outcomes');
}

function listPlace(owner: PartKey, list: string): Place {
  return { row: owner === listOfRows ? null : owner, field: list };
}

function contentOf(sheet: Sheet, part: PartKey): PlaceValue {
  if (!sheet.has(part)) return null;
  return part.includes('/') ? partOf(sheet, part) : rowOf(sheet, part);
}

/** Which targets an outcome names: each by itself, those alone that are there. */
function mergeNames(
  before: readonly string[],
  sides: readonly (readonly string[])[],
  there: readonly string[],
): Merged<readonly string[]> {
  const stays = (id: string): boolean =>
    there.includes(id) && (!before.includes(id) || sides.every((side) => side.includes(id)));
  return mergeOrder(before, sides, stays);
}

function figuresOf(before: PlaceValue, sides: readonly PlaceValue[]): Merged<PlaceValue> {
  const figures = (value: PlaceValue): readonly Figure[] => value as readonly Figure[];
  return mergeItems(figures(before), sides.map(figures), ({ label, value }) =>
    JSON.stringify([label, value]),
  );
}

function asList(value: PlaceValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** What a field says that says nothing, of the kind of what is said in it. */
function emptyLike(values: readonly (PlaceValue | undefined)[]): PlaceValue {
  if (values.includes(null)) return null;
  const value = values.find((said) => said !== undefined);
  if (typeof value === 'string') return '';
  return Array.isArray(value) ? [] : false;
}
