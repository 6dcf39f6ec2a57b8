import type { InitiativeDraft, ReportDraft } from '../../domain/report-draft.ts';
import type { KnownForm } from './known-form.ts';
import { withCarriedValues } from './carried-values.ts';
import type { UnderstoodRow } from './understand-row.ts';

/** The rows as understood, each with what the file carries for it. */
export function carriedRows(
  rows: readonly UnderstoodRow[],
  carried: ReportDraft | null,
  form: KnownForm,
): readonly InitiativeDraft[] {
  if (carried === null) return rows.map(({ draft }) => draft);
  const free = new Set(carried.initiatives);
  const byId = new Map(
    carried.initiatives.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const])),
  );
  const marked = rows.map(({ draft }) => {
    const found = draft.id === null ? undefined : byId.get(draft.id);
    if (found !== undefined) free.delete(found);
    return found;
  });
  const byTitle = new Map([...free].map((row) => [titleKey(row), row]));
  return rows.map((row, place) => {
    const { draft } = row;
    const unmarked = draft.id === null ? byTitle.get(titleKey(draft)) : undefined;
    if (unmarked !== undefined) byTitle.delete(titleKey(draft));
    const found = marked[place] ?? unmarked;
    if (found === undefined) return draft;
    const filled = withCarriedValues(row, found, form);
    if (place > 0) return filled;
    // A new page asked before the first row prints nothing; a file carries that of its own document.
    const asked = found.pageBreakBefore === true || found.declarationPageBreakBefore === true;
    return { ...filled, pageBreakBefore: asked };
  });
}

/** Where bookmarks are gone a row is known by its title and section. */
function titleKey({ title, section }: InitiativeDraft): string {
  return JSON.stringify([title.trim(), section.trim()]);
}
