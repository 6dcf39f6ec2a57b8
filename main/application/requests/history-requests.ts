import { failed, success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import { earlierRowsOf } from '../earlier-rows-of.ts';
import type { HandlersOf } from '../handlers.ts';

/** What was done to a report, and what the same row said a year earlier. */
export const historyRequests: HandlersOf<'history.list' | 'rows.lastYear'> = {
  'history.list': (question, context) => {
    const library = openedLibrary(context);
    return library.ok ? library.value.history(question) : library;
  },

  'rows.lastYear': ({ report, initiative }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { reports, rows, links } = library.value;
    const listed = reports.list();
    const heading = listed.find(({ id }) => id === report);
    if (heading === undefined) return failed({ code: 'report-missing', report });
    const link = links.one(initiative);
    const confirmed = link !== undefined;
    const { earlier: before, proposed } = earlierRowsOf(library.value, heading);
    const guessed = proposed.get(initiative)?.earlier;
    const earlier = link?.earlier ?? (guessed && before ? { report: before, id: guessed.id } : null);
    const content = earlier && rows.one(earlier.report, earlier.id);
    if (!earlier || !content) return success({ confirmed, found: null });
    return success({
      confirmed,
      found: {
        yearLabel: listed.find(({ id }) => id === earlier.report)?.yearLabel ?? '',
        report: earlier.report,
        row: rows.headings(earlier.report).findIndex(({ id }) => id === earlier.id) + 1,
        initiative: content,
      },
    });
  },
};
