import { bracketAtStart } from '../../../shared/reading/brackets.ts';

/** Words of a day or a span for which figures stand. */
const time = /(?:[0-9０-９元]年|年度|時点|現在|[0-9０-９]月|末|[0-9０-９]日|実績)/;
const bare =
  /^(?:(?:令和|平成|昭和|西暦|[RHＲＨ])?\s*(?:元|[0-9０-９]{1,4})\s*年度?[0-9０-９年月日\s末]*)(?:時点|現在)[)）]?$/;

/** A label of time is short. */
const longest = 60;

/** What a line says about the day of the figures, and the rest of the line. */
export interface AsOf {
  readonly asOf: string;
  readonly rest: string;
}

/**
 * Reads `【平成29年3月31日時点】` off the start of a line, in whatever brackets, or `令和8年3月31日現在` without
 * any. Round brackets count only around the whole line: else they are a part of what is said.
 */
export function asOfLine(line: string): AsOf | null {
  const text = line.trim();
  const start = text.slice(0, longest + 2);
  const bracket = /^[「『｢{｛]/.test(start) ? null : bracketAtStart(start);
  if (bracket === null) return text.length <= longest && bare.test(text) ? { asOf: text, rest: '' } : null;
  const inside = bracket.inside.trim();
  const rest = text.slice(bracket.inside.length + 2).trim();
  if (inside === '' || !time.test(inside)) return null;
  if (/^[(（〈<＜]/.test(text) && (rest !== '' || !/(?:時点|現在|末)$/.test(inside))) return null;
  return { asOf: inside, rest };
}
