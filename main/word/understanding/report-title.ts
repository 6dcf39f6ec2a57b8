import { endsSentence } from './sentences.ts';
import { titleText } from './title-text.ts';
import { yearInText, type YearInText } from './year-in-text.ts';

/** What a line says that is a report's title. */
export interface ReportTitle {
  readonly year: YearInText | null;
  /** Who declares: `市民生活部長`, `星見市 環境部`; '' for nobody. */
  readonly who: string;
}

/** Reads `平成28年度 市民生活部長の目標宣言 達成状況報告`; null for a line that is no title. */
export function readTitle(line: string): ReportTitle | null {
  const text = titleText(line);
  if (!/目標|宣言|達成状況/.test(text) || endsSentence(text)) return null;
  const year = yearInText(text);
  const rest = (year === null ? text : `${text.slice(0, year.start)} ${text.slice(year.end)}`).trim();
  const who = /^[\s(（]*(.*?)\s*(?:の\s*)?(?:目標|宣言|達成状況)/.exec(rest)?.[1]?.trim() ?? '';
  return { year, who };
}

/** True for a title that names a department, by itself or by its head: not for 部長の目標宣言 alone. */
export function namesDepartment({ who }: ReportTitle): boolean {
  return /\S(?:部|局|室|課|所|センター|消防|病院)[長]?$/.test(who);
}
