import { yearLabelOf } from '../../shared/model/fiscal-year.ts';

/** A fiscal year with both calendars: 令和8年度（2026）. */
export function yearWords(fiscalYear: number): string {
  return `${yearLabelOf(fiscalYear)}（${fiscalYear}）`;
}

/** Stands where a year is to be chosen. */
export const yearUnknown = '（年度を選んでください）';
