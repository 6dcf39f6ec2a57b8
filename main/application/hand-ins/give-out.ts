import { join } from 'node:path';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { handInFileName } from '../../domain/file-name.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { PartContent, PartKind } from '../../exchange/part/part-content.ts';
import type { RequestArguments, RequestOutput } from '../../../shared/contract/requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { partToGiveOut } from './part-of-section.ts';
import { writePart } from './write-part.ts';

/**
 * Asks where a part goes, and writes it there. `before` remembers what has to be known of it once it is out; it is done
 * before the file stands.
 */
export async function writeOutPart(
  context: Context,
  kind: PartKind,
  content: PartContent,
  before: (library: LibraryFile, hash: string) => Result<void> = () => success(undefined),
  toFolder = false,
): Promise<Result<{ readonly path: string }>> {
  const { bytes, hash } = writePart(kind, content);
  const chosen = await whereToWrite(context, kind, content, 'sengen-part', toFolder ? hash : null);
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

/**
 * Where the file of a part goes: asked for, or, where its `hash` is given, in the folder of hand-ins under a name that sorts by
 * section and time and is no other's, so that nothing there is ever written over.
 */
export async function whereToWrite(
  context: Context,
  kind: PartKind,
  content: PartContent,
  ending: 'sengen-part' | 'docx',
  hash: string | null,
): Promise<Result<string>> {
  if (hash === null) {
    return context.ports.chooseFile({
      purpose: 'export',
      mode: 'save',
      endings: [ending],
      suggestedName: handInFileName(kind, content, ending),
    });
  }
  const folder = await context.ports.chooseFolder('hand-in-folder');
  return folder.ok
    ? success(join(folder.value, handInFileName(kind, content, ending, hash.slice(0, 8))))
    : folder;
}

/** Asks for a folder, and writes a file for every section that has a name there. What was written before one fails stays. */
export async function giveOutAll(
  context: Context,
  input: RequestArguments<'parts.giveOutAll'>,
): Promise<Result<RequestOutput<'parts.giveOutAll'>>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const stored = library.value.reports.read(input.report);
  if (!stored.ok) return stored;
  const { initiatives } = stored.value.report;
  const sections = [...new Set(initiatives.map(({ section }) => section))].filter((name) => name !== '');
  if (sections.length === 0)
    return failed({ code: 'section-unknown', report: input.report, section: '', sections });
  const folder = await context.ports.chooseFolder('give-out');
  if (!folder.ok) return folder;
  const now = openedLibrary(context);
  if (!now.ok) return now;
  const written: RequestOutput<'parts.giveOutAll'>['written'] = [];
  for (const section of sections) {
    const made = partToGiveOut(context, now.value, { ...input, section });
    if (!made.ok) return made;
    const path = join(folder.value, handInFileName('given-out', made.value));
    const out = await writeFileAtomically(path, writePart('given-out', made.value).bytes);
    if (!out.ok) return out;
    context.session.writtenFiles.add(path);
    const { handIns } = now.value;
    const noted = handIns.noteGivenOut(input.report, section, made.value.deadline, actorOf(context));
    if (!noted.ok) return noted;
    written.push({ section, path, rows: made.value.rows.length });
  }
  const without = initiatives.filter(({ section }) => section === '').length;
  return success({ folder: folder.value, written, without });
}
