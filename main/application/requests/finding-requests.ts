import { checking } from '../../../shared/model/checks/check-report.ts';
import { settingsOf } from '../../../shared/model/checks/house/office-rules.ts';
import { failed, success } from '../../../shared/result.ts';
import { breath } from '../breath.ts';
import { openedLibrary } from '../context.ts';
import { formerYearsOf } from '../former-years.ts';
import type { HandlersOf } from '../handlers.ts';

/** What a person may want to look at in a report. */
export const findingRequests: HandlersOf<'reports.check'> = {
  'reports.check': async ({ report, rules }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const summary = library.value.reports.list().find(({ id }) => id === report);
    if (summary === undefined) return failed({ code: 'report-missing', report });
    const stored = library.value.reports.read(report);
    if (!stored.ok) return stored;
    const settings = settingsOf(rules ?? library.value.rules.read());
    const work = checking(stored.value.report, formerYearsOf(library.value, summary), settings);
    // Rule by rule: saving and every other request comes in between.
    for (;;) {
      const step = work.next();
      if (step.done === true) return success({ sequence: stored.value.sequence, findings: step.value });
      await breath();
    }
  },
};
