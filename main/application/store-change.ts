import type { Edit } from '../../shared/model/edits.ts';
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
  return edits.length === 0 ? success(null) : storeEdits(context, reports, before.id, edits, cause);
}

/**
 * Stores a change, or that a person did something that changed no text and is taken back like one: a hand-in was taken in
 * that only differs, or a difference was settled with what stands there. Such a step has no edits.
 */
export function storeDeed(
  context: Context,
  reports: ReportStore,
  before: Report,
  after: Report,
  cause: StepCause,
): Result<string> {
  return storeEdits(context, reports, before.id, editsBetween(before, after), cause);
}

/** Stores edits as one step, perhaps none; its identifier. */
export function storeEdits(
  context: Context,
  reports: ReportStore,
  report: string,
  edits: readonly Edit[],
  cause: StepCause,
): Result<string> {
  const step = { id: newIdentifier(), edits, cause };
  const accepted = reports.commit(report, step, actorOf(context));
  if (!accepted.ok) return accepted;
  announceStep(context, report, accepted.value, step.id, edits);
  return success(step.id);
}
