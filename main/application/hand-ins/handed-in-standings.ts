import type { Edit } from '../../../shared/model/edits.ts';
import type { Initiative } from '../../../shared/model/report.ts';
import {
  rowStateOf,
  standingIn,
  type RowState,
  type RowStanding,
} from '../../../shared/model/states/standing.ts';
import { editsBetween } from '../../domain/edits-between.ts';
import type { Report } from '../../../shared/model/report.ts';

/**
 * The edits that take a section's rows in: what they say now, and that they are handed in. A row that was confirmed and says
 * something else is looked at once more.
 */
export function takeInEdits(before: Report, after: Report, handedIn: readonly Initiative[]): Edit[] {
  const content = editsBetween(before, after);
  const changed = new Set(content.map((edit) => ('initiative' in edit ? idOf(edit.initiative) : '')));
  const here = new Map(before.initiatives.map((row) => [row.id, row]));
  const there = new Set(after.initiatives.map(({ id }) => id));
  const rows = handedIn.filter(({ id }) => there.has(id));
  const inState = (states: readonly RowState[]): Edit[] =>
    rows.flatMap(({ id }) => {
      const row: Pick<Initiative, 'standing'> = here.get(id) ?? {};
      return states.includes(rowStateOf(row)) ? [standingEdit(id, row.standing ?? null)] : [];
    });
  return [
    ...inState(['confirmed']).filter((edit) => 'initiative' in edit && changed.has(idOf(edit.initiative))),
    ...content,
    ...inState(['draft', 'returned']),
  ];
}

function standingEdit(initiative: string, before: RowStanding | null): Edit {
  return {
    kind: 'set-row-standing',
    initiative,
    before,
    after: standingIn('handed-in', before ?? {}),
  };
}

function idOf(initiative: string | { readonly id: string }): string {
  return typeof initiative === 'string' ? initiative : initiative.id;
}
