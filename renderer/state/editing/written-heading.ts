import { yearLabelOf } from '../../../shared/model/fiscal-year.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';

/** A heading with one part written otherwise. The year's label goes with the year, unless it is an office's own. */
export function writtenHeading(
  heading: ReportHeading,
  part: keyof ReportHeading,
  value: string | number,
): ReportHeading {
  const written = { ...heading, [part]: value };
  if (part !== 'fiscalYear') return written;
  const usual = heading.yearLabel === '' || heading.yearLabel === yearLabelOf(heading.fiscalYear);
  return usual ? { ...written, yearLabel: yearLabelOf(written.fiscalYear) } : written;
}
