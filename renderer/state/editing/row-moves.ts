import type { Edit } from '../../../shared/model/edits.ts';
import type { Initiative } from '../../../shared/model/report.ts';

/**
 * Edits that gather the chosen rows, in their order, before another row (null: at the end).
 *
 * Only chosen rows are moved, so that the step says what the person did. None when nothing changes.
 */
export function moveEdits(
  order: readonly string[],
  chosen: ReadonlySet<string>,
  before: string | null,
): Edit[] {
  const rest = order.filter((id) => !chosen.has(id));
  const at = before === null ? rest.length : rest.indexOf(before);
  const now = [...order];
  const edits: Edit[] = [];
  let above = rest[at - 1] ?? null;
  for (const id of order.filter((each) => chosen.has(each))) {
    const from = now.indexOf(id);
    now.splice(from, 1);
    const to = above === null ? 0 : now.indexOf(above) + 1;
    now.splice(to, 0, id);
    if (to !== from) edits.push({ kind: 'move-initiative', initiative: id, from, to });
    above = id;
  }
  return edits;
}

/** Edits that remove the chosen rows, the last first, so that every place is one of the whole list. */
export function removeEdits(rows: readonly Initiative[], chosen: ReadonlySet<string>): Edit[] {
  return rows
    .flatMap((initiative, at): Edit[] =>
      chosen.has(initiative.id) ? [{ kind: 'remove-initiative', at, initiative }] : [],
    )
    .toReversed();
}
