/** Characters that are kept on either side of what differs. */
const around = 8;

/** Where two texts differ, each cut to that place with a little around it; characters are never cut apart. */
export function differingParts(one: string, other: string): readonly [string, string] {
  const [a, b] = [[...one], [...other]];
  const shorter = Math.min(a.length, b.length);
  let first = 0;
  while (first < shorter && a[first] === b[first]) first += 1;
  let last = 0;
  while (last < shorter - first && a.at(-1 - last) === b.at(-1 - last)) last += 1;
  const cut = (all: readonly string[]): string => {
    const from = Math.max(0, first - around);
    const to = Math.min(all.length, all.length - last + around);
    return `${from > 0 ? '…' : ''}${all.slice(from, to).join('')}${to < all.length ? '…' : ''}`;
  };
  return [cut(a), cut(b)];
}
