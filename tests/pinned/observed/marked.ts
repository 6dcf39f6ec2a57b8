import type { BringBack, Suggestion } from '../../../shared/contract/markup-requests.ts';
import { formNames, type FormName } from '../../../shared/model/form.ts';
import { must } from '../../support/must.ts';
import { pinnedMarkedFile, readReport, type PinnedLibrary } from '../pinned-library.ts';
import { contentMark, textMark } from './content.ts';

/** What marked files ask for (the one that came back at the time, and both that come back now), and what accepting gives. */
export async function markedFiles(library: PinnedLibrary): Promise<Record<string, unknown>> {
  const suggestions: Record<string, unknown> = { recorded: await listed(library, null) };
  for (const form of formNames) suggestions[form] = await takenIn(library, form);
  return { suggestions, accepted: await acceptance(library) };
}

/** The report after all that is open of each file was accepted, and after that was taken back. */
async function acceptance(library: PinnedLibrary): Promise<Record<string, unknown>> {
  const { application, report } = library;
  const { bringBacks } = must(await application.call('markups.list', { report }));
  const after: Record<string, unknown> = {};
  for (const { id, fileName } of bringBacks) {
    const { suggestions: found } = must(await application.call('markups.list', { report, bringBack: id }));
    const open = found.filter(({ kind, state }) => kind !== 'comment' && state === 'open');
    const input = { suggestions: open.map((suggestion) => suggestion.id) };
    const { accepted, conflicts } = must(await application.call('markups.accept', input));
    after[fileName] = {
      accepted: accepted.length,
      conflicts: conflicts.length,
      then: textMark(await readReport(library)),
    };
    must(await application.call('reports.undo', { report }));
    after[`${fileName} taken back`] = contentMark(await readReport(library));
  }
  return after;
}

/** Brings a file back that was exported and marked at the time of its library. */
async function takenIn(library: PinnedLibrary, form: FormName) {
  const { application, version } = library;
  application.files['bring-back'] = pinnedMarkedFile(version, form);
  const { id, ...taken } = must(await application.call('markups.take', {}));
  return { ...standing(taken), suggestions: await listed(library, id) };
}

function standing({ revision, status, unplaced }: Pick<BringBack, 'revision' | 'status' | 'unplaced'>) {
  return {
    revision,
    status,
    unplaced: unplaced.map(
      ({ row, field, text, why }) => `${row ?? '-'} ${field ?? '-'} ${why} 「${text}」`,
    ),
  };
}

/** The suggestions of one file; of all that came back at the time where none is said. */
async function listed({ application, report }: PinnedLibrary, bringBack: string | null) {
  const { suggestions: found } = must(await application.call('markups.list', { report, bringBack }));
  return found.map(lineOf);
}

function lineOf(suggestion: Suggestion): string {
  const { kind, row, initiative, field, author, date, state, standing: meets } = suggestion;
  const { before, after, ours, comment, quote, movedWith } = suggestion;
  const texts = [before, after, ours, comment, quote].map((text) => (text === null ? '-' : `「${text}」`));
  return [
    ...[kind, row, initiative, field, author, date, state, meets, movedWith === null ? '' : 'moved'],
    ...texts,
  ].join(' ');
}
