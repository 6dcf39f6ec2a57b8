import type { LibraryFile } from '../data/library-file.ts';
import { sameRow } from '../domain/same-row.ts';
import { failed, success } from '../../shared/result.ts';
import { openedLibrary } from './context.ts';
import type { HandlersOf } from './handlers.ts';

/** What was done to a report, and what the same row said a year earlier. */
export const historyRequests: HandlersOf<'history.list' | 'rows.lastYear'> = {
  'history.list': (question, context) => {
    const library = openedLibrary(context);
    return library.ok ? library.value.history(question) : library;
  },

  'rows.lastYear': ({ report, initiative }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { reports, rows } = library.value;
    const listed = reports.list();
    if (!listed.some(({ id }) => id === report)) return failed({ code: 'report-missing', report });
    const earlier = rows.linkedEarlier(initiative) ?? guess(library.value, report, initiative);
    const content = earlier && rows.one(earlier.report, earlier.id);
    if (!earlier || !content) return success(null);
    return success({
      yearLabel: listed.find(({ id }) => id === earlier.report)?.yearLabel ?? '',
      report: earlier.report,
      row: rows.headings(earlier.report).findIndex(({ id }) => id === earlier.id) + 1,
      initiative: content,
    });
  },
};

/** The row of the department's latest report of the year before that is most like this one. */
function guess(
  { reports, rows }: LibraryFile,
  report: string,
  initiative: string,
): { readonly report: string; readonly id: string } | null {
  const heading = reports.list().find(({ id }) => id === report);
  const before = heading && reports.find({ ...heading, fiscalYear: heading.fiscalYear - 1 });
  if (!before) return null;
  const rowsNow = rows.headings(report);
  const row = rowsNow.find(({ id }) => id === initiative);
  const same = row && sameRow(row, rowsNow, rows.headings(before));
  return same ? { report: before, id: same.id } : null;
}
