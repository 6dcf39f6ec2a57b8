import type { ReportSummary } from '../../../shared/contract/report-requests.ts';

export interface YearOfReports {
  readonly fiscalYear: number;
  readonly reports: readonly ReportSummary[];
}

/** Reports by fiscal year, newest first; within a year the last changed first. */
export function byYear(reports: readonly ReportSummary[]): YearOfReports[] {
  const years = Map.groupBy(reports, ({ fiscalYear }) => fiscalYear);
  return [...years]
    .sort(([one], [other]) => other - one)
    .map(([fiscalYear, ofYear]) => ({
      fiscalYear,
      reports: ofYear.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt)),
    }));
}
