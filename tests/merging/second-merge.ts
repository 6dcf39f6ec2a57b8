import type { Initiative } from '../../shared/model/report.ts';

/**
 * A second merge of two sides, written from the laws alone: classic, slow, and coarser inside lists.
 *
 * What it says of a place: its value, or that the sides differ (`differ`). For lists of items it says `differ` also where two
 * changes only touch; so there its clean answers alone bind.
 */
export type Said = { readonly value: unknown } | 'differ';
type Plain = Readonly<Record<string, unknown>>;

export function secondMerge(
  base: readonly Initiative[],
  x: readonly Initiative[],
  y: readonly Initiative[],
): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  parts('', base, x, y);
  return said;

  function parts(under: string, b: unknown, one: unknown, two: unknown): void {
    const [was, mine, yours] = [byId(b), byId(one), byId(two)];
    for (const id of new Set([...was.keys(), ...mine.keys(), ...yours.keys()])) {
      const [old, a, c] = [was.get(id), mine.get(id), yours.get(id)];
      const key = `${under}${id}`;
      if (old === undefined) said.set(key, { value: true });
      else if (a === undefined || c === undefined) {
        const left = a ?? c;
        said.set(key, left === undefined || same(left, old) ? { value: false } : 'differ');
      } else {
        said.set(key, { value: true });
        fields(key, old, a, c);
      }
    }
  }

  function fields(key: string, old: Plain, a: Plain, c: Plain): void {
    for (const field of new Set([old, a, c].flatMap((part) => Object.keys(part)))) {
      const [was, mine, yours] = [old[field], a[field], c[field]];
      if (field === 'id' || field === 'own') continue;
      if (field === 'outcomes' || (field === 'targets' && 'plan' in old)) {
        parts(`${key}/${field}/`, was, mine, yours);
      } else if (field === 'plan' || field === 'results' || field === 'direction') {
        said.set(`${key}.${field}`, items(was as string[], mine as string[], yours as string[]));
      } else if (!Array.isArray(was)) said.set(`${key}.${field}`, whole(was, mine, yours));
    }
  }
}

function byId(list: unknown): ReadonlyMap<string, Plain> {
  return new Map((list as readonly Plain[]).map((part) => [String(part['id']), part]));
}

function whole(was: unknown, mine: unknown, yours: unknown): Said {
  if (same(mine, was) || same(mine, yours)) return { value: yours };
  return same(yours, was) ? { value: mine } : 'differ';
}

/** Between paragraphs that both sides kept, at most one side may have changed something. Equal ones are left alone. */
function items(was: readonly string[], mine: readonly string[], yours: readonly string[]): Said {
  const all = whole(was, mine, yours);
  if (all !== 'differ') return all;
  if ([...was, ...mine, ...yours].some((text) => text.startsWith('・'))) return 'differ';
  // The same text from both, or twice, may be meant twice or once: nobody can tell.
  if (mine.some((text) => yours.includes(text) && !was.includes(text))) return 'differ';
  if ([was, mine, yours].some((list) => new Set(list).size < list.length)) return 'differ';
  const isInOrder = (list: readonly string[]): boolean =>
    same(
      list.filter((text) => was.includes(text)),
      was.filter((text) => list.includes(text)),
    );
  if (!isInOrder(mine) || !isInOrder(yours)) return 'differ';
  const anchors = was.filter((text) => mine.includes(text) && yours.includes(text));
  const cut = (list: readonly string[]): string[][] =>
    anchors.reduce<string[][]>(
      (made, anchor) => {
        const last = made.at(-1) ?? [];
        const at = last.indexOf(anchor);
        return [...made.slice(0, -1), last.slice(0, at), last.slice(at + 1)];
      },
      [[...list]],
    );
  const [b, x, y] = [cut(was), cut(mine), cut(yours)];
  const pieces = b.map((piece, at) => whole(piece, x[at], y[at]));
  if (pieces.includes('differ')) return 'differ';
  return {
    value: pieces.flatMap((piece, at) => [
      ...(piece as { value: string[] }).value,
      ...anchors.slice(at, at + 1),
    ]),
  };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
