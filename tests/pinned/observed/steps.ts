import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { redoName, undoName } from '../../../renderer/words/step-name.ts';
import { must } from '../../support/must.ts';
import type { PinnedLibrary } from '../pinned-library.ts';
import { contentMark } from './content.ts';

/** A state of the report on the way: `mark` of its content, and what undo and redo are called there. */
export interface State {
  readonly mark: string;
  readonly undo: string;
  readonly redo: string;
}

/** From the state with all that was taken back done again down to the empty report. */
export async function states(library: PinnedLibrary): Promise<State[]> {
  await walk(library, 'redo');
  return walk(library, 'undo');
}

/** From the state at hand up to the newest, which comes first. */
export async function statesUp(library: PinnedLibrary): Promise<State[]> {
  return (await walk(library, 'redo')).reverse();
}

/** The state at hand, and every one that is come by. */
async function walk({ application, report }: PinnedLibrary, way: 'undo' | 'redo'): Promise<State[]> {
  const passed: State[] = [];
  for (;;) {
    const { report: content, history } = must(await application.call('reports.read', { report }));
    const form = formOfReport(content, 'report');
    passed.push({
      mark: contentMark(content),
      undo: undoName(history.undo, form),
      redo: redoName(history.redo, form),
    });
    if (history[way] === null) return passed;
    must(await application.call(`reports.${way}`, { report }));
  }
}
