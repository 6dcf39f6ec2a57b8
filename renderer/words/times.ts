/** Times as people read them; input is ISO 8601. */

const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('ja-JP', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** 15:30 */
export function clockTime(at: string): string {
  return clock.format(new Date(at));
}

/** 2026年11月23日 15:30 */
export function dayAndTime(at: string): string {
  return dayAndClock.format(new Date(at));
}

/** 2026年5月20日, of a day written as `2026-05-20`. */
export function dayOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
