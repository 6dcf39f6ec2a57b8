import { sameValue } from '../../shared/model/same-value.ts';
import type { Conflict } from '../../shared/model/merging/merge-sheets.ts';
import { placeKey, sheetOf, type Place, type PlaceValue } from '../../shared/model/merging/sheet.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { secondMerge } from './second-merge.ts';

/** The laws of a merge, as questions that any merge can be asked. Each answers with the names of the laws that it breaks. */

export type Rows = readonly Initiative[];
export interface Outcome {
  readonly rows: Rows;
  readonly conflicts: readonly Conflict[];
}
export type Merge = (base: Rows, sides: readonly Rows[]) => Outcome;

export function brokenLaws(merge: Merge, base: Rows, x: Rows, y: Rows): string[] {
  const [both, turned] = [merge(base, [x, y]), merge(base, [y, x])];
  const whole = { base, x, y };
  return [
    ...(isIdentity(merge, whole) ? [] : ['1 one side, or the same twice']),
    ...(sameState(both, turned) ? [] : ['2 symmetry']),
    ...(losesNothing(both, whole) ? [] : ['5 nothing lost']),
    ...(inventsNothing(both, whole) ? [] : ['6 nothing invented']),
    ...(isMinimal(both, whole) ? [] : ['7 minimal']),
    ...(isLocal(merge, both, whole) ? [] : ['8 local']),
    ...(isWhole(both, whole) ? [] : ['9 structure']),
    ...(agreesWithSecond(both, whole) ? [] : ['second merge']),
  ];
}

interface Sides {
  readonly base: Rows;
  readonly x: Rows;
  readonly y: Rows;
}

function isIdentity(merge: Merge, { base, x }: Sides): boolean {
  const cases: readonly (readonly [readonly Rows[], Rows])[] = [
    [[base, base], base],
    [[x, base], x],
    [[base, x], x],
    [[x, x], x],
  ];
  return cases.every(([sides, expected]) => {
    const { rows, conflicts } = merge(base, sides);
    return conflicts.length === 0 && sameValue(rows, expected);
  });
}

/** Whether two outcomes say the same but for which term of a conflict stands in its place. */
export function sameState(one: Outcome, other: Outcome): boolean {
  if (!sameValue(one.conflicts.map(sums).sort(), other.conflicts.map(sums).sort())) return false;
  const undisputed = ({ rows, conflicts }: Outcome): string[] =>
    valuesOf(rows).flatMap(([place, value]) =>
      conflicts.some((conflict) => isUnder(place, conflict.place))
        ? []
        : [`${placeKey(place)} ${stated(value)}`],
    );
  return sameValue(undisputed(one).sort(), undisputed(other).sort());
}

/** A conflict as the sum that it is: which term is named first does not matter. */
function sums({ place, base, terms }: Conflict): string {
  return [placeKey(place), stated(base), ...terms.map(stated).sort()].join(' ');
}

/** Keys in one order, so that the same value is the same text. */
function stated(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Whether a place is disputed, or in (or in a list of) a part that is. */
function isUnder(place: Place, disputed: Place): boolean {
  if (placeKey(place) === placeKey(disputed)) return true;
  switch (disputed.field) {
    case 'row':
      return place.row === disputed.row || place.row === null;
    case 'target':
      return (
        place.row === disputed.row && (place.target === disputed.target || /^targets$/.test(place.field))
      );
    case 'outcome':
      return (
        place.row === disputed.row && (place.outcome === disputed.outcome || place.field === 'outcomes')
      );
    default:
      return false;
  }
}

function valuesOf(rows: Rows): (readonly [Place, PlaceValue])[] {
  return [...sheetOf(rows)].flatMap(([part, fields]) =>
    [...fields].map(([field, value]): readonly [Place, PlaceValue] => {
      const [row = null, list, id] = part === '' ? [] : part.split('/');
      return [
        { row, field, ...(list === 'targets' && id ? { target: id } : id ? { outcome: id } : {}) },
        value,
      ];
    }),
  );
}

/** Every text that stands in a value, line by line. */
function atomsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(atomsIn) : [];
}

function losesNothing({ rows, conflicts }: Outcome, { base, x, y }: Sides): boolean {
  const left = new Set(atomsIn([rows, conflicts]));
  const before = new Set(atomsIn(base));
  // A text that one side wrote and the other, from the same start, took away with its whole part is in that part's term.
  return atomsIn([x, y]).every((atom) => before.has(atom) || left.has(atom));
}

function inventsNothing({ rows, conflicts }: Outcome, { base, x, y }: Sides): boolean {
  const known = new Set(atomsIn([base, x, y]));
  return atomsIn([rows, conflicts.map(({ base: old, terms }) => [old, terms])]).every((atom) =>
    known.has(atom),
  );
}

/** Only where both changed something and differ. */
function isMinimal({ conflicts }: Outcome, { base, x, y }: Sides): boolean {
  const at = (rows: Rows, place: Place): string => {
    const found = valuesOf(rows).filter(([other]) => isIn(other, place));
    return found
      .map(([other, value]) => `${placeKey(other)} ${stated(value)}`)
      .sort()
      .join('\n');
  };
  return conflicts.every(({ place, terms }) => {
    const [was, one, two] = [at(base, place), at(x, place), at(y, place)];
    const named = place.field === 'target';
    return terms.length > 1 && one !== two && (named || (one !== was && two !== was));
  });
}

function isIn(place: Place, { row, target, outcome, field }: Place): boolean {
  if (field === 'row') return place.row === row;
  if (field === 'target') return place.row === row && place.target === target;
  if (field === 'outcome') return place.row === row && place.outcome === outcome;
  return (
    placeKey(place) === placeKey({ row, field, ...(target && { target }), ...(outcome && { outcome }) })
  );
}

/** A row that all have comes out the same when it is merged alone. */
function isLocal(merge: Merge, { rows, conflicts }: Outcome, { base, x, y }: Sides): boolean {
  return base.every((row) => {
    const only = (side: Rows): Rows => side.filter(({ id }) => id === row.id);
    if ([x, y].some((side) => only(side).length === 0)) return true;
    const alone = merge(only(base), [only(x), only(y)]);
    return sameState(alone, {
      rows: only(rows),
      conflicts: conflicts.filter(({ place }) => place.row === row.id),
    });
  });
}

function isWhole({ rows, conflicts }: Outcome, { base, x, y }: Sides): boolean {
  const ids = rows.map(({ id }) => id);
  const disputed = new Set(conflicts.flatMap(({ place }) => (place.field === 'row' ? [place.row] : [])));
  const has = (side: Rows, wanted: string): boolean => side.some(({ id }) => id === wanted);
  const expected = [...new Set([...base, ...x, ...y].map(({ id }) => id))].filter(
    (id) => !has(base, id) || (has(x, id) && has(y, id)),
  );
  const undisputed = ids.filter((id) => !disputed.has(id));
  return (
    new Set(ids).size === ids.length &&
    sameValue(undisputed.toSorted(), expected.filter((id) => !disputed.has(id)).sort()) &&
    rows.every(({ targets, outcomes }) => {
      const names = targets.map(({ id }) => id);
      return (
        new Set(names).size === names.length &&
        new Set(outcomes.map(({ id }) => id)).size === outcomes.length &&
        outcomes.every((outcome) => outcome.targets.every((name) => names.includes(name)))
      );
    })
  );
}

function agreesWithSecond({ rows, conflicts }: Outcome, { base, x, y }: Sides): boolean {
  const disputed = new Set(conflicts.map(({ place }) => placeName(place)));
  const values = new Map(valuesOf(rows).map(([place, value]) => [placeName(place), value]));
  const there = new Set([...sheetOf(rows).keys()]);
  return [...secondMerge(base, x, y)].every(([name, said]) => {
    if (!name.includes('.')) {
      return said === 'differ'
        ? disputed.has(name)
        : said.value === there.has(name) || isInGone(name, there) || disputed.has(name);
    }
    if (!values.has(name)) return true;
    const isList = /\.(plan|results|direction)$/.test(name);
    if (said === 'differ') return isList || disputed.has(name);
    return !disputed.has(name) && sameValue(values.get(name), said.value);
  });
}

function isInGone(name: string, there: ReadonlySet<string>): boolean {
  const [row = ''] = name.split('/');
  return row !== name && !there.has(row);
}

function placeName({ row, target, outcome, field }: Place): string {
  const part = target ? `/targets/${target}` : outcome ? `/outcomes/${outcome}` : '';
  const isPart = field === 'row' || field === 'target' || field === 'outcome';
  return `${row ?? ''}${part}${isPart ? '' : `.${field}`}`;
}
