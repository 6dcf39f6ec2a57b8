import { readWritten } from '../figures/read-written.ts';
import { timesOf, type TimePart, type TimePiece, type WrittenTime } from '../figures/written.ts';
import type { Outcome, Target } from '../report.ts';

/** By when something was promised and when it was done, as written. */
export interface Lateness {
  readonly due: string;
  readonly done: string;
}

/** Whether what was to be done by a time was done after it; null where one of them is not said. */
export function wasLate(target: Target, outcomes: readonly Outcome[], fiscalYear: number): Lateness | null {
  const due = firstTime([target.value ?? '', target.note ?? '', target.measure], fiscalYear);
  const done = firstTime(
    outcomes.map(({ statement }) => statement),
    fiscalYear,
  );
  if (due === null || done === null) return null;
  return done.earliest > due.latest ? { due: due.text, done: done.text } : null;
}

interface Reach {
  readonly text: string;
  /** Days, counted alike for all times: only their order matters. */
  readonly earliest: number;
  readonly latest: number;
}

function firstTime(texts: readonly string[], fiscalYear: number): Reach | null {
  const times = texts.flatMap((text) => timesOf(readWritten(text)));
  const [first] = times.flatMap((piece) => reachOf(piece, fiscalYear) ?? []);
  return first ?? null;
}

/** From when to when a time reaches; null for one that is no more than a year, or says as of when figures stand. */
export function reachOf({ text, time, role }: TimePiece, fiscalYear: number): Reach | null {
  if (role === 'as-of') return null;
  const month = monthsOf(time, fiscalYear);
  if (month === null) return null;
  const [first, last] = month;
  const [from, to] = time.month === null ? [1, 31] : daysOf(time);
  return { text, earliest: first * 31 + from, latest: last * 31 + to };
}

/** The first and last month, counted from the year 0. */
function monthsOf(
  { year, fiscal, month, part }: WrittenTime,
  fiscalYear: number,
): readonly [number, number] | null {
  if (month !== null) {
    const calendar = year ?? (month >= 4 ? fiscalYear : fiscalYear + 1);
    return [calendar * 12 + month - 1, calendar * 12 + month - 1];
  }
  if (year !== null && !fiscal) return [year * 12, year * 12 + 11];
  const april = (year ?? fiscalYear) * 12 + 3;
  const [from, to] = monthsOfPart[part ?? 'end'] ?? [0, 11];
  return [april + from, april + to];
}

/** Months from April. */
const monthsOfPart: Partial<Record<TimePart, readonly [number, number]>> = {
  start: [0, 0],
  Q1: [0, 2],
  Q2: [3, 5],
  Q3: [6, 8],
  Q4: [9, 11],
  H1: [0, 5],
  H2: [6, 11],
};

function daysOf({ day, part }: WrittenTime): readonly [number, number] {
  if (day !== null) return [day, day];
  switch (part) {
    case 'start':
    case 'early':
      return [1, 10];
    case 'mid':
      return [11, 20];
    case 'late':
      return [21, 31];
    case 'end':
      return [28, 31];
    default:
      return [1, 31];
  }
}
