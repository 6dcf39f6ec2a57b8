import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';

/** What a report is known by. */
export const neededParts = ['municipality', 'department', 'fiscalYear'] as const;
export type NeededPart = (typeof neededParts)[number];

/** What storing a file that was read does, under the heading that stands above it. */
export type ImportOutcome =
  /** It can't be stored before these parts are written. */
  | { readonly kind: 'open'; readonly lacking: readonly NeededPart[] }
  | { readonly kind: 'new' }
  | { readonly kind: 'update'; readonly report: ReportSummary }
  /** Its 版 is signed: it can't be updated. */
  | { readonly kind: 'signed'; readonly report: ReportSummary };

interface Asked {
  readonly heading: ReportHeading;
  /** The report that the file itself belongs to; it decides between several of one year and department. */
  readonly updates: string | null;
}

/** Tells it from the library's list (newest first), as main decides it (report-to-update.ts). */
export function importOutcome(
  { heading, updates }: Asked,
  reports: readonly ReportSummary[],
): ImportOutcome {
  const lacking = neededParts.filter((part) => lacks(heading, part));
  if (lacking.length > 0) return { kind: 'open', lacking };
  const same = reports.filter((report) => neededParts.every((part) => report[part] === heading[part]));
  const report = same.find(({ id }) => id === updates) ?? same[0];
  if (report === undefined) return { kind: 'new' };
  return { kind: report.state === 'signed' ? 'signed' : 'update', report };
}

/** It is not written. */
export function lacks(heading: ReportHeading, part: NeededPart): boolean {
  const value = heading[part];
  return typeof value === 'number' ? value === 0 : value.trim() === '';
}
