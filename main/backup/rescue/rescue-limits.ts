/** What taking the content out of a damaged file may cost before it is ended. */
export interface RescueLimits {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** MiB of the thread's heap. */
  readonly heap: number;
}

const mebibyte = 1 << 20;

/**
 * The reader's own bounds (main/salvage/pages/payload.ts) let no byte be read as content more than a few times; these
 * are for what they miss. An honest library takes about a second and 40 MiB for each MiB on a busy PC.
 */
export function rescueLimits(bytes: number): RescueLimits {
  const size = bytes / mebibyte;
  return { time: 20_000 + 6_000 * size, heap: Math.min(4_096, 512 + 64 * size) };
}
