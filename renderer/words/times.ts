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
