import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { interchangeOf } from '../../exchange/write-report-json.ts';
import { carriedReport } from '../../word/writing/carried-report.ts';
import { coverXml } from '../../word/writing/lines-xml.ts';
import { writeWordFile } from '../../word/writing/write-word-file.ts';
import type { PartContent } from '../../exchange/part/part-content.ts';
import type { FormName } from '../../../shared/model/form.ts';
import type { Report } from '../../../shared/model/report.ts';
import { writingStageOf } from '../../../shared/model/stage.ts';
import { success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { whereToWrite } from './give-out.ts';
import { wordDistribution, type WordDistribution } from './given-out-word.ts';

/**
 * Asks where, and writes a section's rows there as a Word file with a cover, for a section that has no program. That they
 * went out is remembered, so that the file is known also when it has lost what it says of itself.
 */
export async function giveOutWord(
  context: Context,
  content: PartContent,
  { form: wanted, toFolder }: { readonly form?: FormName | undefined; readonly toFolder: boolean },
): Promise<Result<{ readonly path: string; readonly rows: number }>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const stored = library.value.reports.read(content.report.id);
  if (!stored.ok) return stored;
  const { given, bytes } = await wordToGiveOut(stored.value.report, content, wanted);
  const chosen = await whereToWrite(context, 'given-out', content, 'docx', toFolder ? given.hash : null);
  if (!chosen.ok) return chosen;
  const now = openedLibrary(context);
  if (!now.ok) return now;
  const remembered = now.value.reports.recordExport({
    report: content.report.id,
    contentHash: given.hash,
    form: given.form.name,
    at: context.ports.now(),
    sequence: given.start.sequence,
  });
  if (!remembered.ok) return remembered;
  const { section, deadline } = content;
  const noted = now.value.handIns.noteGivenOut(content.report.id, section, deadline, actorOf(context));
  if (!noted.ok) return noted;
  const written = await writeFileAtomically(chosen.value, bytes);
  if (!written.ok) return written;
  context.session.writtenFiles.add(chosen.value);
  return success({ path: chosen.value, rows: content.rows.length });
}

/** `whole`: the report as it is now. */
async function wordToGiveOut(
  whole: Report,
  content: PartContent,
  wanted: FormName | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly given: WordDistribution }> {
  const { section, start, deadline, note, by, revision } = content;
  if (start === null) throw new RangeError('what is given out starts somewhere');
  const marks = { section, start, deadline, note, by };
  const form = wanted ?? writingStageOf(whole.stage, whole.initiatives);
  const given = wordDistribution(whole, form, marks);
  const bytes = await writeWordFile(given.table, given.form, {
    marks: { report: whole.id, revision, contentHash: given.hash, form, givenOut: marks },
    author: whole.municipality + whole.department,
    carried: JSON.stringify(interchangeOf(carriedReport(given.report, given.form))),
    cover: coverXml(given.cover),
  });
  return { bytes, given };
}
