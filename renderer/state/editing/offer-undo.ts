import { reportWords } from '../../words/report-words.ts';
import type { Notices } from '../page/notices.svelte.ts';
import type { ReportEditor } from './report-editor.svelte.ts';

/**
 * Says what was done to the report just now, and offers to take it back.
 *
 * The offer goes as soon as anything else is changed, since taking back would take back that, and when the
 * report is left.
 */
export function offerUndo(notices: Notices, editor: ReportEditor, done: string, undo: () => void): void {
  const { changes } = editor;
  notices.show(done, {
    label: reportWords.undo,
    run: undo,
    stands: () => editor.changes === changes && !editor.isClosed,
  });
}
