/**
 * Puts several lists that share a place into one, each in its own order.
 *
 * A list stays together; those that share items are woven. What comes first is decided by the items' names, so that it
 * is the same whoever comes first; `late` lists come after all others. `consistent` is false where two lists want shared items in different orders; then
 * the first list has its way.
 */
export function joinChains(
  chains: readonly (readonly string[])[],
  late: (list: readonly string[]) => boolean = () => false,
): {
  readonly order: string[];
  readonly consistent: boolean;
} {
  const heaps: (readonly string[])[][] = [];
  for (const chain of chains.filter(({ length }) => length > 0)) {
    const touched = heaps.filter((heap) =>
      heap.some((other) => other.some((item) => chain.includes(item))),
    );
    for (const heap of touched) heaps.splice(heaps.indexOf(heap), 1);
    heaps.push([...touched.flat(), chain]);
  }
  const woven = heaps.map(weave);
  return {
    order: woven
      .map(({ order }) => order)
      .sort((one, other) => Number(late(one)) - Number(late(other)) || compare(one[0], other[0]))
      .flat(),
    consistent: woven.every(({ consistent }) => consistent),
  };
}

function weave(chains: readonly (readonly string[])[]): { order: string[]; consistent: boolean } {
  const [first = [], ...others] = chains;
  if (others.length === 0) return { order: [...first], consistent: true };
  const left = new Set(chains.flat());
  const order: string[] = [];
  let consistent = true;
  while (left.size > 0) {
    const waiting = chains.map((chain) => chain.filter((item) => left.has(item)));
    const free = [...left].filter((item) => waiting.every((chain) => chain.indexOf(item) <= 0));
    consistent &&= free.length > 0;
    const next =
      free.length > 0 ? free.toSorted(compare)[0] : waiting.find(({ length }) => length > 0)?.[0];
    if (next === undefined) break;
    order.push(next);
    left.delete(next);
  }
  return { order, consistent };
}

/** By code units: the same on every PC, whatever its language. */
function compare(one: string | undefined, other: string | undefined): number {
  return (one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1;
}
