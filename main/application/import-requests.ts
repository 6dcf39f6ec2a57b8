import { failed, success, type Result } from '../../shared/result.ts';
import { unplacedWords } from '../../shared/words/unplaced-words.ts';
import { openedLibrary, type Context } from './context.ts';
import type { HandlersOf } from './handlers.ts';
import { newIdentifier } from './new-identifier.ts';
import { readWordReport, type WordReading } from './read-word-report.ts';
import { reportToUpdate, takeInDraft } from './take-in-report.ts';
import { wantedFile } from './wanted-file.ts';

/** Reports typed in Word: understood and shown first, then stored. */
export const importRequests: HandlersOf<'imports.read' | 'imports.store'> = {
  'imports.read': async ({ changes, dropped, again }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const chosen =
      again === undefined
        ? await wantedFile(context, dropped, { purpose: 'import', endings: ['docx'] })
        : pathOfReading(context, again);
    if (!chosen.ok) return chosen;
    const read = await readWordReport(chosen.value, changes);
    if (!read.ok) return read;
    const reading = withMunicipality(read.value, context);
    const id = newIdentifier();
    context.session.readings.clear();
    context.session.readings.set(id, reading);
    const { draft, missing, paragraphs, placed, cells, unplaced, hasTrackedChanges } = reading.understood;
    const { municipality, department, fiscalYear, yearLabel, headPost, headName } = draft;
    return success({
      id,
      fileName: reading.fileName,
      heading: { municipality, department, fiscalYear, yearLabel, headPost, headName },
      missing: [...missing],
      rows: draft.initiatives.length,
      paragraphs,
      placed,
      cells: cells.map((cell) => ({ ...cell, says: [...cell.says], understood: [...cell.understood] })),
      unplaced: unplaced.map((line) => ({ ...line, why: unplacedWords(line.why) })),
      hasTrackedChanges,
      updates: reportToUpdate(library.value.reports, draft)?.id ?? null,
    });
  },

  'imports.store': ({ reading: id, heading }, context) => {
    const reading = context.session.readings.get(id);
    if (reading === undefined) return failed({ code: 'reading-missing' });
    const { draft, fields, paragraphs, placed, unplaced } = reading.understood;
    const taken = takeInDraft(context, { ...draft, ...heading }, reading.warnings, fields);
    if (!taken.ok) return taken;
    context.session.readings.delete(id);
    return success({
      ...taken.value,
      paragraphs,
      placed,
      unplaced: unplaced.map((line) => ({ ...line, why: unplacedWords(line.why) })),
    });
  },
};

function pathOfReading({ session }: Context, id: string): Result<string> {
  const reading = session.readings.get(id);
  return reading === undefined ? failed({ code: 'reading-missing' }) : success(reading.path);
}

/**
 * A typed report seldom names its city. In a library of one city there is no doubt which it is; the
 * person hears of it.
 */
function withMunicipality(reading: WordReading, context: Context): WordReading {
  const { understood } = reading;
  const library = context.session.library;
  const cities = new Set(library?.reports.list().map(({ municipality }) => municipality));
  const [municipality] = cities;
  if (!understood.missing.includes('municipality') || cities.size !== 1 || !municipality) return reading;
  return {
    ...reading,
    understood: { ...understood, draft: { ...understood.draft, municipality } },
    warnings: [{ code: 'municipality-assumed', municipality }],
  };
}
