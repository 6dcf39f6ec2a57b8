import type { Report } from '../../shared/model/report.ts';
import type { StepCause } from '../../shared/model/step-cause.ts';
import { success, type Result } from '../../shared/result.ts';
import type { ReportStore } from '../data/reports/report-store.ts';
import { editsBetween } from '../domain/edits-between.ts';
import { announceStep } from './announce-step.ts';
import { actorOf, type Context } from './context.ts';
import { newIdentifier } from './new-identifier.ts';

/** Stores what makes `after` of the stored report `before`, as one step that can be taken back; its identifier, null when they agree. */
export function storeChange(
  context: Context,
  reports: ReportStore,
  before: Report,
  after: Report,
  cause: StepCause,
): Result<string | null> {
  const edits = editsBetween(before, after);
  if (edits.length === 0) return success(null);
  const step = { id: newIdentifier(), edits, cause };
  const accepted = reports.commit(before.id, step, actorOf(context));
  if (!accepted.ok) return accepted;
  announceStep(context, before.id, accepted.value, step.id, edits);
  return success(step.id);
}
