/** One backup, as its name tells. */
export interface BackupFacts {
  /** Counts up; it orders, whatever the clock said. */
  readonly number: number;
  /** Local time when it was made: `20260401-083000`. */
  readonly stamp: string;
  readonly reason: BackupReason;
  readonly reports: number;
  readonly rows: number;
  /** Steps of the log, which only grows. */
  readonly steps: number;
  /** Of the content: equal for equal content. */
  readonly root: string;
}

/** What a backup was made for. */
export const backupReasons = [
  'open',
  'work',
  'import',
  'restore',
  'migration',
  'sign-off',
  'close',
  'asked',
] as const;
export type BackupReason = (typeof backupReasons)[number];

/** How many latest states are kept, and of how many hours, days, weeks and months the last one. */
const latest = 20;
const spans = [
  { count: 24, of: (stamp: string) => stamp.slice(0, 11) },
  { count: 30, of: (stamp: string) => stamp.slice(0, 8) },
  { count: 12, of: weekOf },
  { count: 24, of: (stamp: string) => stamp.slice(0, 6) },
] as const;

/**
 * Which backups are kept; the others can go.
 *
 * Counted in states and in spans that have any, from the latest number back, so that a clock that jumps, or a PC
 * that was off for a year, takes nothing away. Equal states count once. What was signed stays for ever, and so does
 * the fullest state: a library that was emptied or rolled back never pushes out what it was.
 */
export function backupsToKeep(backups: readonly BackupFacts[]): Set<number> {
  const ordered = [...backups].sort((one, other) => other.number - one.number);
  const states = ordered.filter(({ root }, at) => ordered.findIndex((each) => each.root === root) === at);
  const kept = new Set(states.slice(0, latest).map(({ number }) => number));
  for (const { count, of } of spans) {
    const named = new Set([...new Set(states.map(({ stamp }) => of(stamp)))].slice(0, count));
    for (const [newest, ...others] of unbroken(states, ({ stamp }) => of(stamp))) {
      if (newest === undefined || !named.has(of(newest.stamp))) continue;
      kept.add(newest.number);
      // A state with less in it than an earlier one of its span does not stand for that one.
      const fuller = fullest([newest, ...others]);
      if (isLess(newest, fuller)) kept.add(fuller.number);
    }
  }
  for (const { number, reason } of ordered) if (reason === 'sign-off') kept.add(number);
  if (ordered.length > 0) kept.add(fullest(ordered).number);
  return kept;
}

/**
 * Those that follow each other in one span. A clock that was set back names a day once more: that is another one, and
 * takes nothing from the first.
 */
function unbroken(
  states: readonly BackupFacts[],
  nameOf: (state: BackupFacts) => string,
): readonly (readonly BackupFacts[])[] {
  const runs: BackupFacts[][] = [];
  for (const state of states) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && nameOf(run[0]) === nameOf(state)) run.push(state);
    else runs.push([state]);
  }
  return runs;
}

/** Less was done in it, or whole reports or most rows are gone. */
function isLess(one: BackupFacts, other: BackupFacts): boolean {
  return one.steps < other.steps || one.reports < other.reports || one.rows * 2 < other.rows;
}

function fullest(backups: readonly BackupFacts[]): BackupFacts {
  return backups.reduce((best, each) => {
    const more = each.steps - best.steps || each.reports - best.reports || each.rows - best.rows;
    return more > 0 ? each : best;
  });
}

/** Weeks are counted from a Monday; only that neighbours of a week share a name matters. */
function weekOf(stamp: string): string {
  const [year, month, day] = [stamp.slice(0, 4), stamp.slice(4, 6), stamp.slice(6, 8)].map(Number);
  return String(Math.floor((Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000 + 3) / 7));
}
