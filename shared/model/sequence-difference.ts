/**
 * The shortest way from one list to another by taking items out and putting items in.
 *
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with common ends set aside first.
 */

/** One stretch: items that stay, go or come. `from` and `to` are places in the list before or after. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  /** Place in the list before (same, removed) or after (added) of the first item. */
  readonly from: number;
  readonly to: number;
}

/** Changes beyond this many are not sought out one by one: the whole middle counts as replaced. */
const mostChanges = 2_000;

/** Stretches in reading order; a removal stands before the addition in its place. */
export function sequenceDifference<T>(
  before: readonly T[],
  after: readonly T[],
  same: (one: T, other: T) => boolean = Object.is,
): Stretch[] {
  const equal = (at: number, to: number): boolean => same(before[at] as T, after[to] as T);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && equal(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && equal(before.length - 1 - end, after.length - 1 - end)) end += 1;

  const removed: boolean[] = [];
  const added: boolean[] = [];
  markMiddle(start, before.length - end, start, after.length - end, equal, removed, added);
  return stretches(before.length, after.length, removed, added);
}

/** Marks which items of the middles go and come. */
function markMiddle(
  fromBefore: number,
  toBefore: number,
  fromAfter: number,
  toAfter: number,
  equal: (at: number, to: number) => boolean,
  removed: boolean[],
  added: boolean[],
): void {
  const rows = toBefore - fromBefore;
  const columns = toAfter - fromAfter;
  const markAll = (): void => {
    for (let at = fromBefore; at < toBefore; at += 1) removed[at] = true;
    for (let at = fromAfter; at < toAfter; at += 1) added[at] = true;
  };
  if (rows === 0 || columns === 0) {
    markAll();
    return;
  }
  const most = Math.min(rows + columns, mostChanges);
  const furthest = new Int32Array(2 * most + 2);
  const trail: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes += 1) {
    trail.push(furthest.slice());
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down =
        diagonal === -changes ||
        (diagonal !== changes && reach(furthest, most, diagonal - 1) < reach(furthest, most, diagonal + 1));
      let row = down ? reach(furthest, most, diagonal + 1) : reach(furthest, most, diagonal - 1) + 1;
      let column = row - diagonal;
      while (row < rows && column < columns && equal(fromBefore + row, fromAfter + column)) {
        row += 1;
        column += 1;
      }
      furthest[diagonal + most] = row;
      if (row >= rows && column >= columns) {
        walkBack(trail, most, changes, rows, columns, (kind, at) => {
          if (kind === 'removed') removed[fromBefore + at] = true;
          else added[fromAfter + at] = true;
        });
        return;
      }
    }
  }
  markAll();
}

function reach(furthest: Int32Array, most: number, diagonal: number): number {
  return furthest[diagonal + most] ?? 0;
}

function walkBack(
  trail: readonly Int32Array[],
  most: number,
  changes: number,
  rows: number,
  columns: number,
  mark: (kind: 'removed' | 'added', at: number) => void,
): void {
  let row = rows;
  let column = columns;
  for (let left = changes; left > 0; left -= 1) {
    const furthest = trail[left] as Int32Array;
    const diagonal = row - column;
    const down =
      diagonal === -left ||
      (diagonal !== left && reach(furthest, most, diagonal - 1) < reach(furthest, most, diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const previousRow = reach(furthest, most, previous);
    const previousColumn = previousRow - previous;
    if (down) mark('added', previousColumn);
    else mark('removed', previousRow);
    row = previousRow;
    column = previousColumn;
  }
}

function stretches(
  beforeLength: number,
  afterLength: number,
  removed: readonly boolean[],
  added: readonly boolean[],
): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  let to = 0;
  while (at < beforeLength || to < afterLength) {
    const [from, start] = [at, to];
    while (at < beforeLength && removed[at] === true) at += 1;
    if (at > from) found.push({ kind: 'removed', from, to: at });
    while (to < afterLength && added[to] === true) to += 1;
    if (to > start) found.push({ kind: 'added', from: start, to });
    const same = at;
    while (at < beforeLength && to < afterLength && removed[at] !== true && added[to] !== true) {
      at += 1;
      to += 1;
    }
    if (at > same) found.push({ kind: 'same', from: same, to: at });
  }
  return found;
}
