import type { Edit } from '../../../shared/model/edits.ts';
import type { ReportContent } from './report-content.svelte.ts';
import { restoreEdit } from './restore-edit.ts';
import type { TypedText } from '../../../shared/model/draft.ts';

/**
 * The edit that puts a text set aside where it was typed, in place of what stands there now.
 *
 * Null where that place is gone, or holds the text already.
 */
export function asideEdit({ edit }: TypedText, content: ReportContent): Edit | null {
  if (edit === null) return null;
  // As if what was typed had stood there before: then it is brought back.
  if (edit.kind === 'add-initiative') return restoreEdit({ ...edit, kind: 'remove-initiative' }, content);
  if (!('before' in edit)) return null;
  return restoreEdit({ ...edit, before: edit.after, after: edit.before } as Edit, content);
}
