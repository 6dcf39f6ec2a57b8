import {
  isReportEdit,
  type Edit,
  type InitiativeEdit,
  type ReportEdit,
  type InitiativeFieldEdit,
} from './edits.ts';
import { isOwnField, type OwnValue } from './fields/field.ts';
import { withOwn, type OwnsFields } from './fields/values.ts';
import { withForm } from './forms/form-of-report.ts';
import { pageBreakKeys, type Initiative, type Report } from './report.ts';
import { failed, success, type Result } from '../result.ts';
import { sameValue } from './same-value.ts';
import { withStanding } from './states/standing.ts';

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
    case 'set-field':
      return orStale(withField(report, edit), null);
    case 'set-stage':
      return report.stage === edit.before
        ? success({ ...report, stage: edit.after })
        : failed({ initiative: null });
    case 'set-report-standing':
      return sameValue(report.standing ?? null, edit.before)
        ? success(withStanding(report, edit.after))
        : failed({ initiative: null });
    case 'set-form':
      return sameValue(report.form ?? null, edit.before)
        ? success(withForm(report, edit.after))
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
    case 'set-field':
      return applyFieldEdit(initiative, edit);
    case 'set-row-standing':
      return sameValue(initiative.standing ?? null, edit.before)
        ? success(withStanding(initiative, edit.after))
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
  }
}

function knowsTargets(initiative: Initiative, references: readonly string[]): boolean {
  return (
    new Set(references).size === references.length &&
    references.every((reference) => initiative.targets.some(({ id }) => id === reference))
  );
}

function applyFieldEdit(initiative: Initiative, edit: InitiativeFieldEdit): Result<Initiative, Stale> {
  const { id } = initiative;
  switch (edit.owner) {
    case 'row':
      return orStale(withField(initiative, edit), id);
    case 'target':
      return withList(initiative, 'targets', replaced(initiative.targets, edit.target, edit), id);
    case 'outcome':
      return edit.field === 'targets' && !knowsTargets(initiative, edit.after)
        ? failed({ initiative: id })
        : withList(initiative, 'outcomes', replaced(initiative.outcomes, edit.outcome, edit), id);
  }
}

interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The owner of a field with what the field says now; null where it did not say what was there before. */
function withField<T extends OwnsFields>(owner: T, { field, before, after }: FieldChange): T | null {
  if (isOwnField(field)) {
    const now = owner.own?.[field] ?? [];
    const said = isEmptyValue(before) ? isEmptyValue(now) : sameValue(now, before);
    return said ? withOwn(owner, field, after as OwnValue) : null;
  }
  return sameValue((owner as Readonly<Record<string, unknown>>)[field], before)
    ? { ...owner, [field]: after }
    : null;
}

/** An own field that says nothing is not stored: neither as an empty line nor as an empty list. */
function isEmptyValue(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function orStale<T>(changed: T | null, initiative: string | null): Result<T, Stale> {
  return changed === null ? failed({ initiative }) : success(changed);
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

function replaced<T extends Identified & OwnsFields>(
  list: readonly T[],
  id: string,
  change: FieldChange,
): T[] | null {
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  const changed = item === undefined ? null : withField(item, change);
  return changed === null ? null : list.with(at, changed);
}
