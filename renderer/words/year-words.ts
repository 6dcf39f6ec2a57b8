import { yearLabelOf } from '../../shared/model/fiscal-year.ts';

/** A fiscal year with both calendars: 令和8年度（2026）. */
export function yearWords(fiscalYear: number): string {
  return `${yearLabelOf(fiscalYear)}（${fiscalYear}）`;
}
