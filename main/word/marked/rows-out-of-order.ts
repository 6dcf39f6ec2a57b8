/**
 * The fewest rows that must be moved to turn one order into another: those outside a longest common
 * run. Rows that stand in only one of the two don't count. Answered in the new order.
 */
export function rowsOutOfOrder(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const kept = after.filter((id) => places.has(id));
  const sequence = kept.map((id) => places.get(id) ?? 0);
  // Longest increasing run by patience sorting.
  const tails: number[] = [];
  const previous: number[] = [];
  sequence.forEach((place, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sequence[tails[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = at;
  });
  const staying = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) staying.add(at);
  return kept.filter((_, at) => !staying.has(at));
}
