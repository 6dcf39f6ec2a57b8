/** How the edits of a list are made: of a report's rows, of a row's targets. */
export interface ListEditMakers<T, E> {
  readonly add: (at: number, item: T) => E;
  readonly remove: (at: number, item: T) => E;
  readonly move: (id: string, from: number, to: number) => E;
}

/** Removals, then additions and moves from the top down. Items that stay are not changed. */
export function listEdits<T extends { readonly id: string }, E>(
  before: readonly T[],
  after: readonly T[],
  make: ListEditMakers<T, E>,
): E[] {
  const edits: E[] = [];
  const kept = new Set(after.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const order: string[] = before.map(({ id }) => id);
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const item = before[at];
    if (item === undefined || kept.has(item.id)) continue;
    edits.push(make.remove(at, item));
    order.splice(at, 1);
  }
  after.forEach((item, at) => {
    if (order[at] === item.id) return;
    if (known.has(item.id)) {
      const from = order.indexOf(item.id, at);
      edits.push(make.move(item.id, from, at));
      order.splice(from, 1);
    } else {
      edits.push(make.add(at, item));
    }
    order.splice(at, 0, item.id);
  });
  return edits;
}
