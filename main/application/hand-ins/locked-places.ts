import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { Conflict } from '../../../shared/model/merging/merge-sheets.ts';
import { valueAt, withPlace } from '../../../shared/model/merging/settle.ts';
import { placeKey, type Place } from '../../../shared/model/merging/sheet.ts';
import type { TakenIn } from '../../../shared/model/merging/take-in.ts';
import type { Report } from '../../../shared/model/report.ts';
import { writingStageOf } from '../../../shared/model/stage.ts';
import { lockOfField, lockOfRows, statesOf, type States } from '../../../shared/model/states/refusal.ts';

/**
 * What a hand-in changes of a published declaration is not taken in silently: what stands there stays, and it is told as what
 * sides differ about. Whoever settles it opens the row first, with a reason.
 */
export function withLockedPlaces(report: Report, taken: TakenIn): TakenIn {
  if (report.standing?.declared !== true) return taken;
  const byId = new Map(report.initiatives.map((row) => [row.id, row]));
  const states = statesOf(report, false, {
    row: (id) => byId.get(id)?.standing ?? null,
    writing: () => writingStageOf(report.stage, report.initiatives),
  });
  const locked = taken.merged.filter((place) => isLocked(place, states));
  const known = new Set(taken.conflicts.map(({ place }) => placeKey(place)));
  const conflicts = locked
    .filter((place) => !known.has(placeKey(place)))
    .map((place): Conflict => {
      const ours = valueAt(report.initiatives, place);
      return { place, base: ours, terms: [ours, valueAt(taken.rows, place)] };
    });
  return {
    rows: locked.reduce(
      (rows, place) => withPlace(rows, place, valueAt(report.initiatives, place)),
      taken.rows,
    ),
    conflicts: [...taken.conflicts, ...conflicts],
    merged: taken.merged.filter((place) => !locked.includes(place)),
  };
}

function isLocked({ row, target, outcome, field }: Place, states: States): boolean {
  const nobody = { hat: null };
  if (row === null || field === 'row') return lockOfRows(states, nobody)?.why === 'declared-rows';
  const where =
    target !== undefined || field === 'target'
      ? { field: 'targets' as const, ...(field === 'target' ? {} : { part: field }) }
      : { field: outcome === undefined ? (field as RowField) : ('outcomes' as const) };
  return !isPageBreak(field) && lockOfField(row, where, states, nobody)?.why === 'declared';
}

function isPageBreak(field: string): boolean {
  return field === 'pageBreakBefore' || field === 'declarationPageBreakBefore';
}
