import { foldWidth } from '../figures/fold-width.ts';
import { readTime } from '../figures/times.ts';

/** A deadline is text as somebody wrote it; where it names a whole day, that day can be counted to. */

/** Days from `today` (`2027-04-01`) to a deadline, negative when it has passed; null where it names no day. */
export function daysUntil(deadline: string, today: string): number | null {
  const from = Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(from)) return null;
  const day = dayOf(deadline, from);
  return day === null ? null : Math.round((day - from) / aDay);
}

const aDay = 86_400_000;

function dayOf(deadline: string, today: number): number | null {
  const folded = foldWidth(deadline.trim());
  const time = readTime(folded, 0)?.time;
  if (time === undefined || time.month === null || time.day === null) return null;
  const { month, day, year } = time;
  if (year !== null) return Date.UTC(year, month - 1, day);
  // 4月30日 is the one that is nearest.
  const thisYear = new Date(today).getUTCFullYear();
  const days = [thisYear - 1, thisYear, thisYear + 1].map((each) => Date.UTC(each, month - 1, day));
  return days.toSorted((one, other) => Math.abs(one - today) - Math.abs(other - today))[0] ?? null;
}
