/**
 * A large plain value in pieces, so that nobody who takes it over does so in one go.
 *
 * The first piece is the value with its long lists empty; each further one holds items of one list, by the
 * keys that lead to it.
 */
export interface Piece {
  readonly path: readonly (string | number)[];
  /** The value itself where `path` is empty, else items that follow those before. */
  readonly items: readonly unknown[];
}

/** A list of more items than this is sent by itself. */
const long = 100;
/** Values in one piece, about. */
const most = 4_000;

export function* piecesOf(value: unknown): Generator<Piece, void> {
  const left: { readonly path: readonly (string | number)[]; readonly list: readonly unknown[] }[] = [];
  yield { path: [], items: [withoutLongLists(value, [], left)] };
  // Lists inside the items of a list are found while that one is sent.
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const { path, list } = next;
    let items: unknown[] = [];
    let size = 0;
    for (const [at, item] of list.entries()) {
      items.push(withoutLongLists(item, [...path, at], left));
      size += sizeOf(items.at(-1));
      if (size < most) continue;
      yield { path, items };
      items = [];
      size = 0;
    }
    if (items.length > 0) yield { path, items };
  }
}

/** Puts pieces together again, in the order in which they came. */
export class PieceCollector {
  #value: unknown;

  add({ path, items }: Piece): void {
    if (path.length === 0) {
      [this.#value] = items;
      return;
    }
    let place = this.#value as Record<string | number, unknown>;
    for (const key of path) place = place[key] as Record<string | number, unknown>;
    const list = place as unknown as unknown[];
    for (const item of items) list.push(item);
  }

  value(): unknown {
    return this.#value;
  }
}

function withoutLongLists(
  value: unknown,
  path: readonly (string | number)[],
  left: { path: readonly (string | number)[]; list: readonly unknown[] }[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (value.length <= long) return value.map((item, at) => withoutLongLists(item, [...path, at], left));
    left.push({ path, list: value });
    return [];
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutLongLists(item, [...path, key], left)]),
  );
}

function sizeOf(value: unknown): number {
  // Long texts count by their length.
  if (typeof value === 'string') return 1 + value.length / 200;
  if (typeof value !== 'object' || value === null) return 1;
  if (!Array.isArray(value) && !isPlain(value)) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + sizeOf(item), 1);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
