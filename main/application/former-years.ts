import type { ReportSummary } from '../../shared/contract/report-requests.ts';
import type { FormerYear } from '../../shared/model/checks/context.ts';
import type { LibraryFile } from '../data/library-file.ts';
import { earlierRowsOf } from './earlier-rows-of.ts';

/** How many years back a report is held against: the same target for the third year is worth a question. */
const yearsBack = 2;

/** The department's reports of the years before, the newest first, with the row that each row goes on from. */
export function formerYearsOf(library: LibraryFile, report: ReportSummary): FormerYear[] {
  const listed = library.reports.list();
  const years: FormerYear[] = [];
  let from: ReportSummary | undefined = report;
  let before: ReadonlyMap<string, string> | null = null;
  while (from !== undefined && years.length < yearsBack) {
    const { earlier, confirmed, proposed } = earlierRowsOf(library, from);
    const stored = earlier === null ? null : library.reports.read(earlier);
    if (stored === null || !stored.ok) break;
    const step = new Map<string, string>();
    for (const [row, { earlier: guessed }] of proposed) if (guessed !== null) step.set(row, guessed.id);
    for (const [row, link] of confirmed)
      if (link.earlier?.report === earlier) step.set(row, link.earlier.id);
    const goesOn: ReadonlyMap<string, string> = before === null ? step : chained(before, step);
    years.push({ report: stored.value.report, goesOn });
    before = goesOn;
    from = listed.find(({ id }) => id === earlier);
  }
  return years;
}

function chained(
  first: ReadonlyMap<string, string>,
  then: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    [...first].flatMap(([row, middle]) => {
      const end = then.get(middle);
      return end === undefined ? [] : [[row, end] as const];
    }),
  );
}
