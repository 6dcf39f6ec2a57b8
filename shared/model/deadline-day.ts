/** Years before the first of an era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, R: 2018, H: 1988 };

/**
 * The day that a deadline names, as `2026-04-30`; null where it names none, or one that there is not.
 *
 * A deadline is a text: 「4月30日（木）17時」「令和8年4月30日」「R8.4.30」「2026/4/30」. `written`: ISO 8601, when it was written. It tells the
 * year where none is named: the first such day that is not long before it.
 */
export function deadlineDay(text: string, written: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/(?<=[年月令和平成RH./-])\s+|\s+(?=[年月日./-])/gu, '');
  const ofEra = /(令和|平成|R|H)(\d{1,2}|元)[年./-](\d{1,2})[月./-](\d{1,2})/u.exec(plain);
  if (ofEra !== null) {
    const [, era = '', year = '', month, day] = ofEra;
    return dayOf((eras[era] ?? 0) + (year === '元' ? 1 : Number(year)), Number(month), Number(day));
  }
  const whole = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})/u.exec(plain);
  if (whole !== null) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const [, month, day] = /(?<!\d)(\d{1,2})[月/](\d{1,2})(?!\d)/u.exec(plain) ?? [];
  const year = Number(written.slice(0, 4));
  if (month === undefined || !Number.isInteger(year) || year === 0) return null;
  const days = [year, year + 1].map((each) => dayOf(each, Number(month), Number(day)));
  // It may be given out some days after, and in another zone.
  return days.find((each) => each !== null && each >= longBefore(written)) ?? null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** Sixty days before. */
function longBefore(written: string): string {
  const at = Date.parse(written);
  return Number.isNaN(at) ? '' : new Date(at - 60 * 86_400_000).toISOString().slice(0, 10);
}
