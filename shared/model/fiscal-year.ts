/** Fiscal years run from 1 April to 31 March and are named by the calendar year in which they start. */

/** The first and last fiscal year that a report may have. */
export const fiscalYearLimits = { first: 1926, last: 2999 } as const;

/** Eras by the first fiscal year that is written with them. FY2019 starts in Heisei 31 and is written 令和元年度. */
const eras = [
  { name: '令和', first: 2019 },
  { name: '平成', first: 1989 },
  { name: '昭和', first: 1926 },
] as const;

/** The usual label of a fiscal year: 2016 → 平成28年度, 2019 → 令和元年度. */
export function yearLabelOf(fiscalYear: number): string {
  const era = eras.find(({ first }) => fiscalYear >= first);
  if (era === undefined) return `${fiscalYear}年度`;
  const year = fiscalYear - era.first + 1;
  return `${era.name}${year === 1 ? '元' : year}年度`;
}

/** The fiscal year of a calendar date; `month` counts from 1. */
export function fiscalYearAt(year: number, month: number): number {
  return month >= 4 ? year : year - 1;
}
