import { earlierRows, type EarlierRow } from '../domain/earlier-rows.ts';
import type { ConfirmedLink } from '../data/reports/link-store.ts';
import type { LibraryFile } from '../data/library-file.ts';
import type { ReportSummary } from '../../shared/contract/report-requests.ts';

/** What is known of the rows of a report and those of the year before. */
export interface EarlierRowsOf {
  /** The department's latest report of the fiscal year before; null when there is none. */
  readonly earlier: string | null;
  /** By row. */
  readonly confirmed: ReadonlyMap<string, ConfirmedLink>;
  /** By row, those that are confirmed left out. */
  readonly proposed: ReadonlyMap<string, EarlierRow>;
}

/** Reads it off the library; `report` as it is listed. */
export function earlierRowsOf(
  { reports, rows, links }: Pick<LibraryFile, 'reports' | 'rows' | 'links'>,
  report: Pick<ReportSummary, 'id' | 'municipality' | 'department' | 'fiscalYear'>,
): EarlierRowsOf {
  const earlier = reports.find({ ...report, fiscalYear: report.fiscalYear - 1 });
  const confirmed = new Map(links.of(report.id).map((link) => [link.initiative, link]));
  const proposed = earlierRows(
    rows.headings(report.id),
    earlier === null ? [] : rows.headings(earlier),
    new Map([...confirmed].map(([id, link]) => [id, link.earlier?.id ?? null])),
  );
  return { earlier, confirmed, proposed };
}
