import type { ReportSummary } from '../../../shared/contract/report-requests.ts';

/** A department of which the library holds reports of years that follow each other. */
export interface DepartmentYears {
  readonly name: string;
  /** Its latest year's report. */
  readonly newest: string;
  readonly reports: readonly string[];
}

/** The departments whose rows can be linked over the years, in the order in which their reports are listed. */
export function departmentsOf(reports: readonly ReportSummary[]): DepartmentYears[] {
  const byDepartment = Map.groupBy(
    reports,
    ({ municipality, department }) => `${municipality}\n${department}`,
  );
  return [...byDepartment.values()].flatMap((own): DepartmentYears[] => {
    const years = new Set(own.map(({ fiscalYear }) => fiscalYear));
    const [newest] = own;
    if (newest === undefined || ![...years].some((year) => years.has(year - 1))) return [];
    return [
      {
        name: `${newest.municipality} ${newest.department}`,
        newest: newest.id,
        reports: own.map(({ id }) => id),
      },
    ];
  });
}
