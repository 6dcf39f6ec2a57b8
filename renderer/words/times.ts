import { once } from '../../shared/once.ts';

/** Times as people read them; input is ISO 8601. */

const time = { hour: 'numeric', minute: '2-digit' } as const;
const day = { month: 'long', day: 'numeric' } as const;
const clock = once(() => new Intl.DateTimeFormat('ja-JP', time));
const dayOfYearAndClock = once(() => new Intl.DateTimeFormat('ja-JP', { ...day, ...time }));
const dayAndClock = once(() => new Intl.DateTimeFormat('ja-JP', { year: 'numeric', ...day, ...time }));

/** 15:30 */
function clockTime(at: string): string {
  return clock().format(new Date(at));
}

/** 15:30 of the day of `now`; else with the day, and with the year where that is another. */
export function timeSeenFrom(now: Date, at: string): string {
  const then = new Date(at);
  if (then.getFullYear() !== now.getFullYear()) return dayAndTime(at);
  const today = then.getMonth() === now.getMonth() && then.getDate() === now.getDate();
  return today ? clockTime(at) : dayOfYearAndClock().format(then);
}

/** 2026年11月23日 15:30 */
export function dayAndTime(at: string): string {
  return dayAndClock().format(new Date(at));
}

/** 2026年5月20日, of a day written as `2026-05-20`. */
export function dayOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
