/**
 * What a file of others may cost before its reading is ended.
 *
 * The counts of main/word/reading and main/exchange refuse what no honest file has; these are for what they
 * miss. They grow with the file, since what packs well costs most for its size (decision 0034).
 */
export interface ReadingLimits {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** Bytes of the process. */
  readonly memory: number;
  /** MiB of the thread's heap. */
  readonly heap: number;
}

const mebibyte = 1 << 20;

/** Files up to this size share one thread; a larger one gets its own, with more room. */
const usual = 1.5 * mebibyte;

/** `bytes`: size of the file. */
export function limitsFor(bytes: number): ReadingLimits {
  const time = Math.min(60_000, 2_000 + (bytes / mebibyte) * 2_500);
  return bytes <= usual
    ? { time, memory: 512 * mebibyte, heap: 320 }
    : { time, memory: 2_048 * mebibyte, heap: 1_536 };
}
