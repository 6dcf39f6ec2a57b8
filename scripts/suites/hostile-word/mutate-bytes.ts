import type { Random } from './random.ts';

/** Damage as a bad disk, a broken download or a careless tool does it. */
export function mutatedBytes(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  const length = random.between(1, Math.min(4_096, copy.length - at));
  switch (random.below(7)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      return copy;
    case 1:
      for (let count = random.between(1, 64); count > 0; count -= 1)
        copy[random.below(copy.length)] = random.below(256);
      return copy;
    case 2:
      return copy.subarray(0, at);
    case 3:
      return copy.fill(0, at, at + length);
    case 4:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 5:
      return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
    default:
      return Buffer.concat([
        copy,
        Buffer.from(Array.from({ length: random.between(1, 500) }, () => random.below(256))),
      ]);
  }
}
