/** In how many bits two runs of bytes differ. */
export function bitsApart(one: Uint8Array, other: Uint8Array): number {
  let bits = 0;
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    let difference = (one[at] ?? 0) ^ (other[at] ?? 0);
    for (; difference !== 0; difference >>= 1) bits += difference & 1;
  }
  return bits;
}
