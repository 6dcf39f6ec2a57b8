import { withPlace, valueAt } from '../../../shared/model/merging/settle.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, type Context } from '../context.ts';
import { storeChange } from '../store-change.ts';
import { unitOfWork } from '../unit-of-work.ts';
import { theirsOf } from './tell-conflicts.ts';

/**
 * Settles what sides differ about: what stands there stays, or what was there before, or what one of the others says
 * (from 0). One step, which is taken back with the settling.
 */
export function settleConflict(
  context: Context,
  id: string,
  choice: 'ours' | 'base' | number,
): Result<RequestOutput<'conflicts.settle'>> {
  return unitOfWork(context, (working, library) => {
    const conflict = library.handIns.conflict(id);
    if (conflict === undefined) return failed({ code: 'conflict-settled' });
    const { report: of, place, base, terms } = conflict;
    const stored = library.reports.read(of);
    if (!stored.ok) return stored;
    const { report } = stored.value;
    const ours = valueAt(report.initiatives, place);
    const value = choice === 'ours' ? ours : choice === 'base' ? base : theirsOf(terms, ours)[choice];
    if (value === undefined) return failed({ code: 'conflict-settled' });
    const after =
      choice === 'ours' ? report : { ...report, initiatives: withPlace(report.initiatives, place, value) };
    const step = storeChange(working, library.reports, report, after, { kind: 'settle-conflict' });
    if (!step.ok) return step;
    const settled = library.handIns.settle(id, step.value ?? '', actorOf(context));
    if (!settled.ok) return settled;
    working.ports.send('conflicts.changed', { report: of });
    return success({ step: step.value, open: library.handIns.open(of).length });
  });
}
