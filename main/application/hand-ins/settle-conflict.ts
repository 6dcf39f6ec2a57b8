import { officeFormOf } from '../../../shared/model/forms/form-of-report.ts';
import { ownText } from '../../../shared/model/merging/own-text.ts';
import { withPlace, valueAt } from '../../../shared/model/merging/settle.ts';
import type { RequestArguments, RequestOutput } from '../../../shared/contract/requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, type Context } from '../context.ts';
import { storeDeed } from '../store-change.ts';
import { unitOfWork } from '../unit-of-work.ts';
import { storable } from '../word/report-with-field.ts';
import { theirsOf } from './tell-conflicts.ts';

/**
 * Settles what sides differ about: what stands there stays, or what was there before, or what one of the others says
 * (from 0), or a text of one's own. One step, which is taken back with the settling.
 */
export function settleConflict(
  context: Context,
  id: string,
  choice: RequestArguments<'conflicts.settle'>['with'],
): Result<RequestOutput<'conflicts.settle'>> {
  return unitOfWork(context, (working, library) => {
    const conflict = library.handIns.conflict(id);
    if (conflict === undefined) return failed({ code: 'conflict-settled' });
    const { report: of, place, base, terms } = conflict;
    const stored = library.reports.read(of);
    if (!stored.ok) return stored;
    const { report } = stored.value;
    const ours = valueAt(report.initiatives, place);
    const value =
      typeof choice === 'object'
        ? ownText(place, choice.text, officeFormOf(report).fields)
        : choice === 'ours'
          ? ours
          : choice === 'base'
            ? base
            : theirsOf(terms, ours)[choice];
    if (value === undefined) return failed({ code: 'conflict-settled' });
    const after =
      choice === 'ours' ? report : { ...report, initiatives: withPlace(report.initiatives, place, value) };
    const row = after.initiatives.find(({ id: each }) => each === place.row);
    // A text of one's own may be longer than a field can hold.
    if (row !== undefined && storable(row) === null)
      return failed({ code: 'stale-edit', report: of, initiative: row.id });
    const step = storeDeed(working, library.reports, report, after, { kind: 'settle-conflict' });
    if (!step.ok) return step;
    const settled = library.handIns.settle(id, step.value, actorOf(context));
    if (!settled.ok) return settled;
    working.ports.send('conflicts.changed', { report: of });
    return success({ step: step.value, open: library.handIns.open(of).length });
  });
}
