import { failed, success, type Result } from '../../../shared/result.ts';
import type { Imported } from '../../../shared/contract/exchange-requests.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import { unplacedWords } from '../../../shared/words/unplaced-words.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { newIdentifier } from '../new-identifier.ts';
import { readWordReport } from '../word/read-word-report.ts';
import { takeInDraft } from '../word/take-in-report.ts';
import { wantedFile } from '../word/wanted-file.ts';
import { waitingReading, wholeReading, withMunicipality } from '../word/word-readings.ts';

/** Reports typed in Word: understood and shown first, then stored. */
export const importRequests: HandlersOf<'imports.read' | 'imports.show' | 'imports.store'> = {
  'imports.read': async ({ changes, dropped, again }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const path =
      again === undefined
        ? await wantedFile(context, dropped, { purpose: 'import', endings: ['docx'] })
        : pathOfReading(context, again);
    if (!path.ok) return path;
    const read = await readWordReport(path.value, changes);
    if (!read.ok) return read;
    const reading = withMunicipality(read.value, library.value);
    const id = newIdentifier();
    const { readings } = context.session;
    // One that is read again takes its own place among those that wait.
    if (again === undefined) readings.clear();
    else readings.delete(again);
    readings.set(id, reading);
    return success(wholeReading(library.value, id, reading));
  },

  'imports.show': ({ reading: id }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const reading = waitingReading(context, id);
    return reading.ok ? success(wholeReading(library.value, id, reading.value)) : reading;
  },

  'imports.store': ({ reading, heading }, context) => storeReading(context, reading, heading),
};

/** Stores a reading that waits, under a heading that a person completed. */
export function storeReading(
  context: Context,
  id: string,
  heading: ReportHeading | undefined,
): Result<Imported> {
  const reading = waitingReading(context, id);
  if (!reading.ok) return reading;
  const { path, fileName, understood, warnings } = reading.value;
  const { fields: mentioned, paragraphs, placed, unplaced } = understood;
  const draft = { ...understood.draft, ...heading };
  if (draft.fiscalYear === 0) return failed({ code: 'report-year-missing', path });
  const taken = takeInDraft(context, draft, { fileName, warnings, mentioned });
  if (!taken.ok) return taken;
  context.session.readings.delete(id);
  return success({
    ...taken.value,
    paragraphs,
    placed,
    unplaced: unplaced.map((line) => ({ ...line, why: unplacedWords(line.why) })),
  });
}

function pathOfReading(context: Context, id: string): Result<string> {
  const reading = waitingReading(context, id);
  return reading.ok ? success(reading.value.path) : reading;
}
