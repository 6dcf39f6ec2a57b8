import { isReportEdit, type Edit, type InitiativeEdit, type ReportEdit } from './edits.ts';
import { pageBreakKeys, type Initiative, type Outcome, type Report, type Target } from './report.ts';
import { failed, success, type Result } from '../result.ts';
import { sameValue } from './same-value.ts';

/**
 * The one place that says what an edit does.
 *
 * Nothing is changed in place: what an edit does not touch is shared with the report before it.
 * An edit whose `before` (or place) is not what stands there is stale and changes nothing.
 */

/** The content is not what the edit started from. */
export interface Stale {
  readonly initiative: string | null;
}

export function applyEdits(report: Report, edits: readonly Edit[]): Result<Report, Stale> {
  let current = report;
  for (const edit of edits) {
    const next = applyEdit(current, edit);
    if (!next.ok) return next;
    current = next.value;
  }
  return success(current);
}

export function applyEdit(report: Report, edit: Edit): Result<Report, Stale> {
  if (isReportEdit(edit)) return applyReportEdit(report, edit);
  const at = report.initiatives.findIndex(({ id }) => id === edit.initiative);
  const initiative = report.initiatives[at];
  if (initiative === undefined) return failed({ initiative: edit.initiative });
  const changed = applyInitiativeEdit(initiative, edit);
  if (!changed.ok) return changed;
  return success({ ...report, initiatives: report.initiatives.with(at, changed.value) });
}

export function applyReportEdit(report: Report, edit: ReportEdit): Result<Report, Stale> {
  switch (edit.kind) {
    case 'set-report-field':
      return report[edit.field] === edit.before
        ? success({ ...report, [edit.field]: edit.after })
        : failed({ initiative: null });
    case 'set-stage':
      return report.stage === edit.before
        ? success({ ...report, stage: edit.after })
        : failed({ initiative: null });
    case 'add-initiative':
      return withList(
        report,
        'initiatives',
        added(report.initiatives, edit.at, edit.initiative),
        edit.initiative.id,
      );
    case 'remove-initiative':
      return withList(
        report,
        'initiatives',
        removed(report.initiatives, edit.at, edit.initiative),
        edit.initiative.id,
      );
    case 'move-initiative':
      return withList(
        report,
        'initiatives',
        moved(report.initiatives, edit.initiative, edit.from, edit.to),
        edit.initiative,
      );
  }
}

export function applyInitiativeEdit(
  initiative: Initiative,
  edit: InitiativeEdit,
): Result<Initiative, Stale> {
  const stale = failed<Stale>({ initiative: initiative.id });
  switch (edit.kind) {
    case 'set-initiative-text':
    case 'set-paragraphs':
      return sameValue(initiative[edit.field], edit.before)
        ? success({ ...initiative, [edit.field]: edit.after })
        : stale;
    case 'set-page-break':
      return initiative[pageBreakKeys[edit.document]] === edit.before
        ? success({ ...initiative, [pageBreakKeys[edit.document]]: edit.after })
        : stale;
    case 'add-target':
      return withList(
        initiative,
        'targets',
        added(initiative.targets, edit.at, edit.target),
        initiative.id,
      );
    case 'remove-target':
      // An outcome that names the target must let go of it first, so that no reference hangs.
      return initiative.outcomes.some(({ targets }) => targets.includes(edit.target.id))
        ? stale
        : withList(initiative, 'targets', removed(initiative.targets, edit.at, edit.target), initiative.id);
    case 'move-target':
      return withList(
        initiative,
        'targets',
        moved(initiative.targets, edit.target, edit.from, edit.to),
        initiative.id,
      );
    case 'set-target-text':
      return withTarget(initiative, edit.target, edit.field, edit.before, edit.after);
    case 'set-verdict':
      return withTarget(initiative, edit.target, 'verdict', edit.before, edit.after);
    case 'add-outcome':
      return knowsTargets(initiative, edit.outcome.targets)
        ? withList(initiative, 'outcomes', added(initiative.outcomes, edit.at, edit.outcome), initiative.id)
        : stale;
    case 'remove-outcome':
      return withList(
        initiative,
        'outcomes',
        removed(initiative.outcomes, edit.at, edit.outcome),
        initiative.id,
      );
    case 'move-outcome':
      return withList(
        initiative,
        'outcomes',
        moved(initiative.outcomes, edit.outcome, edit.from, edit.to),
        initiative.id,
      );
    case 'set-outcome-text':
      return withOutcome(initiative, edit.outcome, edit.field, edit.before, edit.after);
    case 'set-figures':
      return withOutcome(initiative, edit.outcome, 'figures', edit.before, edit.after);
    case 'set-outcome-targets':
      return knowsTargets(initiative, edit.after)
        ? withOutcome(initiative, edit.outcome, 'targets', edit.before, edit.after)
        : stale;
  }
}

function knowsTargets(initiative: Initiative, references: readonly string[]): boolean {
  return (
    new Set(references).size === references.length &&
    references.every((reference) => initiative.targets.some(({ id }) => id === reference))
  );
}

function withTarget(
  initiative: Initiative,
  id: string,
  field: keyof Target,
  before: unknown,
  after: unknown,
): Result<Initiative, Stale> {
  return withList(
    initiative,
    'targets',
    replaced(initiative.targets, id, field, before, after),
    initiative.id,
  );
}

function withOutcome(
  initiative: Initiative,
  id: string,
  field: keyof Outcome,
  before: unknown,
  after: unknown,
): Result<Initiative, Stale> {
  return withList(
    initiative,
    'outcomes',
    replaced(initiative.outcomes, id, field, before, after),
    initiative.id,
  );
}

function withList<T extends object>(
  owner: T,
  key: keyof T,
  list: readonly unknown[] | null,
  initiative: string,
): Result<T, Stale> {
  return list === null ? failed({ initiative }) : success({ ...owner, [key]: list });
}

interface Identified {
  readonly id: string;
}

function added<T extends Identified>(list: readonly T[], at: number, item: T): T[] | null {
  if (at > list.length || list.some(({ id }) => id === item.id)) return null;
  return list.toSpliced(at, 0, item);
}

function removed<T extends Identified>(list: readonly T[], at: number, item: T): T[] | null {
  return sameValue(list[at], item) ? list.toSpliced(at, 1) : null;
}

function moved<T extends Identified>(list: readonly T[], id: string, from: number, to: number): T[] | null {
  const item = list[from];
  if (item?.id !== id || to >= list.length) return null;
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}

function replaced<T extends Identified>(
  list: readonly T[],
  id: string,
  field: keyof T,
  before: unknown,
  after: unknown,
): T[] | null {
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  if (item === undefined || !sameValue(item[field], before)) return null;
  return list.with(at, { ...item, [field]: after });
}
