import type { Initiative } from '../report.ts';
import { withStanding } from '../states/standing.ts';
import { idsIn, listOfRows, partIn, rowsOf, sheetOf, type Place, type PlaceValue } from './sheet.ts';

/** The rows with what one place says now; null for a part that goes. A part that comes back stands last in its list. */
export function withPlace(
  rows: readonly Initiative[],
  { row, target, outcome, field }: Place,
  value: PlaceValue,
): Initiative[] {
  if (row === null) return inOrder(rows, value as readonly string[]);
  if (field === 'row') return withPart(rows, row, value as Initiative | null);
  return rows.map((each): Initiative => {
    if (each.id !== row) return each;
    if (field === 'target' && target !== undefined) {
      const targets = withPart(each.targets, target, value as Initiative['targets'][number] | null);
      return letGo({ ...each, targets });
    }
    if (field === 'outcome' && outcome !== undefined) {
      const outcomes = withPart(each.outcomes, outcome, value as Initiative['outcomes'][number] | null);
      return letGo({ ...each, outcomes });
    }
    if (target === undefined && outcome === undefined) {
      if (field === 'targets')
        return { ...each, targets: inOrder(each.targets, value as readonly string[]) };
      if (field === 'outcomes')
        return { ...each, outcomes: inOrder(each.outcomes, value as readonly string[]) };
    }
    const sheet = new Map(sheetOf([each]));
    const part =
      target !== undefined
        ? partIn(row, 'targets', target)
        : outcome !== undefined
          ? partIn(row, 'outcomes', outcome)
          : row;
    const fields = sheet.get(part);
    if (fields === undefined) return each;
    sheet.set(part, new Map([...fields, [field, value]]));
    const [made = each] = rowsOf(sheet);
    return letGo(made);
  });
}

/** What one place says; null for a part that is not there. */
export function valueAt(rows: readonly Initiative[], place: Place): PlaceValue {
  const { row, target, outcome, field } = place;
  const sheet = sheetOf(rows);
  if (row === null) return idsIn(sheet, listOfRows, 'rows');
  const owner = rows.find(({ id }) => id === row);
  if (field === 'row') return owner === undefined ? null : withStanding(owner, null);
  if (target !== undefined) {
    if (field === 'target') return owner?.targets.find(({ id }) => id === target) ?? null;
    return sheet.get(partIn(row, 'targets', target))?.get(field) ?? null;
  }
  if (outcome !== undefined) {
    if (field === 'outcome') return owner?.outcomes.find(({ id }) => id === outcome) ?? null;
    return sheet.get(partIn(row, 'outcomes', outcome))?.get(field) ?? null;
  }
  return sheet.get(row)?.get(field) ?? null;
}

function withPart<T extends { readonly id: string }>(list: readonly T[], id: string, part: T | null): T[] {
  if (part === null) return list.filter((each) => each.id !== id);
  return list.some((each) => each.id === id)
    ? list.map((each) => (each.id === id ? part : each))
    : [...list, part];
}

/** What is named in their order, in the places that these have; what is not named stays where it is. */
function inOrder<T extends { readonly id: string }>(list: readonly T[], order: readonly string[]): T[] {
  const named = order.flatMap((id) => list.find((each) => each.id === id) ?? []).values();
  return list.map((each) => (order.includes(each.id) ? (named.next().value ?? each) : each));
}

/** An outcome names no target that is gone. */
function letGo(row: Initiative): Initiative {
  const there = new Set(row.targets.map(({ id }) => id));
  return {
    ...row,
    outcomes: row.outcomes.map((each) => ({
      ...each,
      targets: each.targets.filter((id) => there.has(id)),
    })),
  };
}
