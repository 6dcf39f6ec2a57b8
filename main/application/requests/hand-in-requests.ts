import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { handInFileName } from '../../domain/file-name.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { Part, PartContent, PartKind } from '../../exchange/part/part-content.ts';
import { success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { beginPart } from '../hand-ins/begin-part.ts';
import { partToGiveOut, partToHandIn } from '../hand-ins/part-of-section.ts';
import { settleConflict } from '../hand-ins/settle-conflict.ts';
import { takeInPart } from '../hand-ins/take-in-part.ts';
import { tellConflicts } from '../hand-ins/tell-conflicts.ts';
import { writePart } from '../hand-ins/write-part.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** A section's rows going out, and coming back. */
export const handInRequests: HandlersOf<
  | 'parts.giveOut'
  | 'parts.look'
  | 'parts.begin'
  | 'parts.handIn'
  | 'parts.takeIn'
  | 'conflicts.list'
  | 'conflicts.settle'
> = {
  'parts.giveOut': async (input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const made = partToGiveOut(context, library.value, input);
    if (!made.ok) return made;
    const written = await writeOut(context, 'given-out', made.value);
    return written.ok ? success({ path: written.value.path, rows: made.value.rows.length }) : written;
  },

  'parts.look': async ({ dropped }, context) => {
    const read = await readPart(context, dropped);
    if (!read.ok) return read;
    const { kind, content } = read.value.part;
    const { report, section, by, at, note, deadline, rows } = content;
    const { yearLabel, department } = report;
    return success({ kind, yearLabel, department, section, by, at, note, deadline, rows: rows.length });
  },

  'parts.begin': async (_input, context) => {
    const read = await readPart(context, undefined);
    return read.ok ? beginPart(context, read.value.path, read.value.part) : read;
  },

  'parts.handIn': async (input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const made = partToHandIn(context, library.value, input);
    if (!made.ok) return made;
    // What was handed in and is not remembered would clash with itself when the next one comes: it is remembered first.
    const written = await writeOut(context, 'handed-in', made.value, ({ handIns }, hash) =>
      handIns.rememberHandedIn(input.report, input.section, hash, context.ports.now()),
    );
    return written.ok ? success({ path: written.value.path, rows: made.value.rows.length }) : written;
  },

  'parts.takeIn': async ({ dropped }, context) => {
    const read = await readPart(context, dropped);
    if (!read.ok) return read;
    await context.session.backups.make('import');
    return takeInPart(context, read.value.path, read.value.part);
  },

  'conflicts.list': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const stored = library.value.reports.read(report);
    if (!stored.ok) return stored;
    return success(tellConflicts(library.value.handIns.open(report), stored.value.report));
  },

  'conflicts.settle': ({ conflict, with: choice }, context) => settleConflict(context, conflict, choice),
};

async function readPart(
  context: Context,
  dropped: string | undefined,
): Promise<Result<{ readonly path: string; readonly part: Part }>> {
  const chosen = await wantedFile(context, dropped, { purpose: 'take-part', endings: ['sengen-part'] });
  if (!chosen.ok) return chosen;
  const part = await context.reader.run('read-part', { path: chosen.value }, noHost);
  return part.ok ? success({ path: chosen.value, part: part.value }) : part;
}

async function writeOut(
  context: Context,
  kind: PartKind,
  content: PartContent,
  before: (library: LibraryFile, hash: string) => Result<void> = () => success(undefined),
): Promise<Result<{ readonly path: string }>> {
  const { bytes, hash } = writePart(kind, content);
  const chosen = await context.ports.chooseFile({
    purpose: 'export',
    mode: 'save',
    endings: ['sengen-part'],
    suggestedName: handInFileName(kind, content),
  });
  if (!chosen.ok) return chosen;
  // Another library may have been opened while the question stood.
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const ready = before(library.value, hash);
  if (!ready.ok) return ready;
  const written = await writeFileAtomically(chosen.value, bytes);
  if (!written.ok) return written;
  context.session.writtenFiles.add(chosen.value);
  return success({ path: chosen.value });
}
