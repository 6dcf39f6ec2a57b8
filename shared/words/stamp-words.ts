/** `20260401-083000` → 2026年4月1日 8:30 */
export function stampWords(stamp: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)/u.exec(stamp) ?? [];
  return `${year}年${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`;
}
