import type { LibraryFile } from '../../data/library-file.ts';
import type { LinkedRow, LinkedYear } from '../../../shared/contract/link-requests.ts';
import type { ReportSummary } from '../../../shared/contract/report-requests.ts';
import { failed, success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import { earlierRowsOf, type EarlierRowsOf } from '../earlier-rows-of.ts';
import type { HandlersOf } from '../handlers.ts';

/** Which row of the year before each row goes on from: proposed by title and section, confirmed by a person. */
export const linkRequests: HandlersOf<'links.propose' | 'links.confirm' | 'links.remove'> = {
  'links.propose': ({ report, years }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const listed = library.value.reports.list();
    const asked = listed.find(({ id }) => id === report);
    if (asked === undefined) return failed({ code: 'report-missing', report });
    const reports = years === 'this' ? [asked] : listed.filter((other) => isOfSameDepartment(other, asked));
    return success({
      years: reports.flatMap((each): LinkedYear[] => {
        const rows = earlierRowsOf(library.value, each);
        const before = listed.find(({ id }) => id === rows.earlier);
        return before === undefined ? [] : [linkedYear(library.value, each, before, rows)];
      }),
    });
  },

  'links.confirm': ({ links }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const stored = library.value.links.confirm(links);
    if (!stored.ok) return stored;
    context.ports.send('links.changed', {});
    return success({ confirmed: links.length });
  },

  'links.remove': ({ initiative }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const removed = library.value.links.remove(initiative);
    if (!removed.ok) return removed;
    context.ports.send('links.changed', {});
    return success({});
  },
};

function isOfSameDepartment(one: ReportSummary, other: ReportSummary): boolean {
  return one.municipality === other.municipality && one.department === other.department;
}

function linkedYear(
  { rows }: LibraryFile,
  report: ReportSummary,
  earlier: ReportSummary,
  { confirmed, proposed }: EarlierRowsOf,
): LinkedYear {
  const numbered = (id: string) => rows.headings(id).map((row, at) => ({ ...row, number: at + 1 }));
  return {
    report: report.id,
    fiscalYear: report.fiscalYear,
    yearLabel: report.yearLabel,
    earlier: { report: earlier.id, yearLabel: earlier.yearLabel, rows: numbered(earlier.id) },
    rows: numbered(report.id).map((row): LinkedRow => {
      const link = confirmed.get(row.id);
      const proposal = proposed.get(row.id);
      return {
        ...row,
        confirmed: link === undefined ? null : { earlier: link.earlier },
        proposed: proposal?.earlier?.id ?? null,
        certainty: proposal?.certainty ?? 'none',
      };
    }),
  };
}
