import type { Accepted } from '../../../shared/contract/report-requests.ts';
import type { Edit } from '../../../shared/model/edits.ts';
import type { Report } from '../../../shared/model/report.ts';
import type { Result } from '../../../shared/result.ts';
import { success } from '../../../shared/result.ts';
import { rowsGoingOn } from '../../domain/rows-going-on.ts';
import { withForm, type WrittenInForm } from '../../../shared/model/forms/form-of-report.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { officialForm } from '../../../shared/model/forms/official-form.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { announceStep } from '../announce-step.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { tellingOfConflicts } from '../hand-ins/telling-of-conflicts.ts';
import type { HandlersOf } from '../handlers.ts';
import { newIdentifier } from '../new-identifier.ts';
import { unitOfWork } from '../unit-of-work.ts';

/** Reports: listing, making, reading, changing, taking back. */
export const reportRequests: HandlersOf<
  | 'reports.list'
  | 'reports.progress'
  | 'reports.create'
  | 'reports.read'
  | 'reports.edit'
  | 'reports.undo'
  | 'reports.redo'
> = {
  'reports.list': (_input, context) => {
    const library = openedLibrary(context);
    return library.ok ? success(library.value.reports.list()) : library;
  },

  'reports.progress': ({ report }, context) => {
    const library = openedLibrary(context);
    return library.ok ? library.value.reports.progress(report) : library;
  },

  'reports.create': ({ from, stage, form, ...heading }, context) =>
    unitOfWork(context, (unit, { reports, links }) => {
      const earlier = from === undefined ? null : reports.read(from.report);
      if (earlier !== null && !earlier.ok) return earlier;
      const before = earlier?.value.report;
      const report = newIdentifier();
      const initiatives =
        before === undefined ? [] : rowsGoingOn(before, from?.parts ?? 'names', newIdentifier);
      const made: Report = { id: report, ...heading, stage, initiatives };
      const stored = reports.create(withForm(made, formOfNew(form, before)), actorOf(unit));
      if (!stored.ok) return stored;
      // Only an earlier year's row can be gone on from; of the same year's it is a copy.
      if (before !== undefined && before.fiscalYear < heading.fiscalYear && initiatives.length > 0) {
        const linked = links.confirm(
          initiatives.map(({ id }, at) => ({
            initiative: id,
            earlier: before.initiatives[at]?.id ?? null,
          })),
        );
        if (!linked.ok) return linked;
      }
      unit.ports.send('library.changed', {});
      return success({ report });
    }),

  'reports.read': ({ report }, context) => {
    const library = openedLibrary(context);
    return library.ok ? library.value.reports.read(report) : library;
  },

  'reports.edit': ({ report, step }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const accepted = library.value.reports.commit(report, step, actorOf(context));
    if (accepted.ok) announceStep(context, report, accepted.value, step.id, step.edits);
    return accepted;
  },

  'reports.undo': ({ report }, context) => takeBack(context, report, 'undo'),
  'reports.redo': ({ report }, context) => takeBack(context, report, 'redo'),
};

function takeBack(
  context: Context,
  report: string,
  direction: 'undo' | 'redo',
): Result<Accepted & { edits: Edit[] }> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const step = newIdentifier();
  return tellingOfConflicts(context, library.value, report, () => {
    const accepted = library.value.reports[direction](report, step, actorOf(context));
    if (accepted.ok) announceStep(context, report, accepted.value, step, accepted.value.edits);
    return accepted;
  });
}

/** The form that a new report carries: the one that was asked for, else that of the report it goes on from; null for official. */
function formOfNew(wished: OfficeForm | undefined, before: WrittenInForm | undefined): OfficeForm | null {
  const form = wished ?? before?.form ?? null;
  return form === null || sameValue(form, officialForm) ? null : form;
}
