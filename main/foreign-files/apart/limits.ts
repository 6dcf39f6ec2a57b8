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

/** Files up to so many bytes have no more time than the least: no report that fills pages is smaller. */
const small = mebibyte / 16;
const leastTime = 2_000;
/**
 * For each further MiB: at least twice what an honest file needs there on a busy PC (honest-files.test.ts), where 1,500 rows
 * in 0.25 MiB take 3.7 s, and over 4 beside six other processes.
 */
const timePerMebibyte = 40_000;
const mostTime = 60_000;

/** Files of one class share a thread. `upTo`: bytes of the file. */
const classes = [
  { upTo: mebibyte / 8, memory: 512, heap: 320 },
  { upTo: 1.5 * mebibyte, memory: 1_280, heap: 896 },
] as const;
const largest = { memory: 2_048, heap: 1_536 } as const;

/** `bytes`: size of the file. */
export function limitsFor(bytes: number): ReadingLimits {
  const further = Math.max(0, bytes - small) / mebibyte;
  const { memory, heap } = classes.find(({ upTo }) => bytes <= upTo) ?? largest;
  return {
    time: Math.min(mostTime, leastTime + further * timePerMebibyte),
    memory: memory * mebibyte,
    heap,
  };
}
