import type { Reading, ReadingSummary } from '../../../shared/contract/import-requests.ts';
import { officeFormOf, type WrittenInForm } from '../../../shared/model/forms/form-of-report.ts';
import type { FormField } from '../../../shared/model/forms/office-form.ts';
import type { ReadingWarning } from '../../../shared/model/reading-warning.ts';
import type { Report, ReportHeading } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { readingWarningSentence } from '../../../shared/words/reading-warning-sentence.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { rowName } from '../../domain/plain-name.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import type { Context } from '../context.ts';
import type { FileReading } from '../../foreign-files/file-reading.ts';
import { reportToUpdate } from './report-to-update.ts';

/** The reading that waits under this identifier. */
export function waitingReading({ session }: Context, id: string): Result<FileReading> {
  const reading = session.readings.get(id);
  return reading === undefined ? failed({ code: 'reading-missing' }) : success(reading);
}

/** The reading under a heading that a person completed. */
export function underHeading(reading: FileReading, heading: ReportHeading | undefined): FileReading {
  if (heading === undefined) return reading;
  const said = (part: keyof ReportHeading): boolean => heading[part] !== reading.draft[part];
  return {
    ...reading,
    draft: { ...reading.draft, ...heading },
    missing: reading.missing.filter((part) => !said(part)),
    // What was assumed in its place is no longer so.
    warnings: reading.warnings.filter(
      ({ code }) =>
        !(code === 'municipality-assumed' && said('municipality')) &&
        !(code === 'year-of-file-name' && said('fiscalYear')),
    ),
  };
}

/** A reading as the page lists it. */
export function readingSummary({ reports }: LibraryFile, id: string, reading: FileReading): ReadingSummary {
  return summaryOf(id, reading, reportToUpdate(reports, reading.draft));
}

function summaryOf(
  id: string,
  { kind, fileName, draft, missing, paragraphs, placed, hasTrackedChanges }: FileReading,
  existing: Report | null,
): ReadingSummary {
  return {
    id,
    kind,
    fileName,
    heading: headingOf(draft),
    missing: [...missing],
    rows: draft.initiatives.length,
    names: namesOf(draft),
    paragraphs,
    placed,
    hasTrackedChanges,
    updates: existing?.id ?? null,
  };
}

/** A reading with its text. */
export function wholeReading(library: LibraryFile, id: string, reading: FileReading): Reading {
  const { cells, unplaced, draft } = reading;
  const existing = reportToUpdate(library.reports, draft);
  return {
    ...summaryOf(id, reading, existing),
    cells,
    unplaced,
    warnings: warningsOf(reading, existing !== null).map(readingWarningSentence),
    own: ownFields([draft, existing ?? {}]),
  };
}

/** The fields that forms bring, each once: as the first form that has it says it. */
function ownFields(written: readonly WrittenInForm[]): FormField[] {
  const fields = written.flatMap((each) => officeFormOf(each).fields);
  return [...Map.groupBy(fields, ({ id }) => id).values()].flatMap(([field]) => field ?? []);
}

/** What the person should hear of a file. In a report that is there already the numbers of the file place no row. */
export function warningsOf({ warnings }: FileReading, updates: boolean): readonly ReadingWarning[] {
  return updates ? warnings.filter(({ code }) => code !== 'number-not-its-place') : warnings;
}

/**
 * A typed report seldom names its city. In a library of one city there is no doubt which it is; the
 * person hears of it.
 */
export function withMunicipality(reading: FileReading, library: LibraryFile): FileReading {
  const cities = new Set(library.reports.list().map(({ municipality }) => municipality));
  const [municipality] = cities;
  if (!reading.missing.includes('municipality') || cities.size !== 1 || !municipality) return reading;
  const { draft, warnings } = reading;
  return {
    ...reading,
    draft: { ...draft, municipality },
    warnings: [...warnings, { code: 'municipality-assumed', municipality }],
  };
}

/** What the rows of a draft are known by: what they are called, and the identifiers that they bear. */
export function namesOf({ initiatives }: ReportDraft): string[] {
  const names = initiatives.flatMap((row) => [rowName(row), ...(row.id === null ? [] : [row.id])]);
  return [...new Set(names)].filter((name) => name !== '');
}

function headingOf(draft: ReportDraft): ReportHeading {
  const { municipality, department, fiscalYear, yearLabel, headPost, headName } = draft;
  return { municipality, department, fiscalYear, yearLabel, headPost, headName };
}
