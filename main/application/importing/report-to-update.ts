import type { ReportStore } from '../../data/reports/report-store.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import type { Report } from '../../../shared/model/report.ts';

/**
 * The stored report that a draft is a newer state of: the same year of the same department.
 *
 * The identifier decides between several; it never outweighs year and department, because a file is
 * often copied and changed by hand into next year's.
 */
export function reportToUpdate(reports: ReportStore, draft: ReportDraft): Report | null {
  const sameReport = (report: Report): boolean =>
    report.municipality === draft.municipality &&
    report.department === draft.department &&
    report.fiscalYear === draft.fiscalYear;
  const found = draft.id !== null && reports.has(draft.id) ? reports.read(draft.id) : null;
  if (found?.ok && sameReport(found.value.report)) return found.value.report;
  const alike = reports.find(draft);
  const read = alike === null ? null : reports.read(alike);
  return read?.ok ? read.value.report : null;
}
