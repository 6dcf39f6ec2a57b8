import type { LibraryFile } from '../../data/library-file.ts';
import type { StoredBringBack } from '../../data/word/markup-store.ts';
import { markedChanges, type MarkedChanges } from '../../word/marked/marked-changes.ts';
import type { Form } from '../../../shared/model/form.ts';
import { outline } from '../../../shared/model/outline.ts';
import type { Report } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { exportedContent, originOf } from './exported-content.ts';
import { newIdentifier } from '../new-identifier.ts';
import { openWordFile, type WordFile } from './open-word-file.ts';
import { suggestionsOf } from './suggestions-of.ts';
import { threadOf } from './thread-of.ts';

/** Reads a marked-up file and stores what it asks for. The same file again answers what is there. */
export async function takeMarkups(context: Context, path: string): Promise<Result<StoredBringBack>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const origin = originOf(file.value, library.value);
  if (!origin.ok) return origin;
  const known = library.value.markups.find(origin.value.report, file.value.sha256);
  if (known !== null) return success(known);
  const base = exportedContent(file.value, origin.value, library.value);
  if (!base.ok) return base;
  const { report, form } = base.value;
  const changes = markedChanges(file.value.document, outline(report, form), form);
  return store(context, library.value, file.value, changes, base.value);
}

function store(
  context: Context,
  library: LibraryFile,
  file: WordFile,
  changes: MarkedChanges,
  {
    report,
    form,
    revision,
    contentHash,
  }: { report: Report; form: Form; revision: number; contentHash: string },
): Result<StoredBringBack> {
  const actor = actorOf(context);
  const bringBack: StoredBringBack = {
    id: newIdentifier(),
    report: report.id,
    revision,
    contentHash,
    form: form.name,
    fileName: file.fileName,
    sha256: file.sha256,
    at: actor.at.toISOString(),
    by: actor.author,
    order: changes.order,
    unplaced: [...changes.unplaced],
  };
  const fields = changes.fields.map((field) => ({ id: newIdentifier(), field }));
  const threads = changes.comments.map((comment) => threadOf(comment, actor.at));
  const stored = library.markups.add(
    {
      bringBack,
      fields: fields.map(({ id, field }) => ({ id, content: JSON.stringify(field) })),
      suggestions: suggestionsOf({ bringBack: bringBack.id, report, form, changes, fields, threads }),
      threads,
    },
    actor,
  );
  if (!stored.ok) return stored;
  context.ports.send('markups.changed', { report: report.id });
  if (threads.length > 0) context.ports.send('comments.changed', { report: report.id });
  return success(bringBack);
}
