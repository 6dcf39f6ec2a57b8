import type { Reading, ReadingSummary } from '../../../shared/contract/import-requests.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { unplacedWords } from '../../../shared/words/unplaced-words.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { Context } from '../context.ts';
import type { WordReading } from './read-word-report.ts';
import { reportToUpdate } from './take-in-report.ts';

/** The reading that waits under this identifier. */
export function waitingReading({ session }: Context, id: string): Result<WordReading> {
  const reading = session.readings.get(id);
  return reading === undefined ? failed({ code: 'reading-missing' }) : success(reading);
}

/** A reading as the page lists it. */
export function readingSummary(
  { reports }: LibraryFile,
  id: string,
  { fileName, understood, missing }: WordReading,
): ReadingSummary {
  const { draft, paragraphs, placed, hasTrackedChanges } = understood;
  const { municipality, department, fiscalYear, yearLabel, headPost, headName } = draft;
  return {
    id,
    fileName,
    heading: { municipality, department, fiscalYear, yearLabel, headPost, headName },
    missing: [...missing],
    rows: draft.initiatives.length,
    paragraphs,
    placed,
    hasTrackedChanges,
    updates: reportToUpdate(reports, draft)?.id ?? null,
  };
}

/** A reading with its text. */
export function wholeReading(library: LibraryFile, id: string, reading: WordReading): Reading {
  const { cells, unplaced } = reading.understood;
  return {
    ...readingSummary(library, id, reading),
    cells: cells.map((cell) => ({ ...cell, says: [...cell.says], understood: [...cell.understood] })),
    unplaced: unplaced.map((line) => ({ ...line, why: unplacedWords(line.why) })),
  };
}

/**
 * A typed report seldom names its city. In a library of one city there is no doubt which it is; the
 * person hears of it.
 */
export function withMunicipality(reading: WordReading, library: LibraryFile): WordReading {
  const cities = new Set(library.reports.list().map(({ municipality }) => municipality));
  const [municipality] = cities;
  if (!reading.missing.includes('municipality') || cities.size !== 1 || !municipality) return reading;
  const { understood, warnings } = reading;
  return {
    ...reading,
    understood: { ...understood, draft: { ...understood.draft, municipality } },
    warnings: [...warnings, { code: 'municipality-assumed', municipality }],
  };
}
