import { readReportJson } from '../../exchange/read-report-json.ts';
import type { ChangesAs } from '../../word/reading/changes-as.ts';
import { understandReport } from '../../word/understanding/understand-report.ts';
import { titleText } from '../../word/understanding/title-text.ts';
import { yearInText } from '../../word/understanding/year-in-text.ts';
import type { UnderstoodReport } from '../../word/understanding/understood-report.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { unplacedWords } from '../../../shared/words/unplaced-words.ts';
import type { FileReading } from '../file-reading.ts';
import { openWordFile } from '../open-word-file.ts';

/** Reads a report that was typed in Word, or exported by this program. Stores nothing. */
export async function readWordReport(
  path: string,
  changes: ChangesAs,
  forms: readonly OfficeForm[],
): Promise<Result<FileReading>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { document, fileName } = file.value;
  const options = { changes, carried: carriedDraft(document.carriedReport, path), forms };
  const understood = understandReport(document, options);
  if (understood.ok) {
    const { missing } = understood.value;
    return success({ ...readingOf(understood.value), path, fileName, missing, warnings: [] });
  }
  if (understood.failure.code !== 'report-year-missing') return failed({ ...understood.failure, path });

  const named = yearInText(titleText(fileName));
  const yearless = understandReport(document, { ...options, fiscalYear: named?.fiscalYear ?? 0 });
  if (!yearless.ok) return failed({ ...yearless.failure, path });
  const reading = readingOf(yearless.value);
  const yearLabel = named?.label ?? '';
  return success({
    ...reading,
    path,
    fileName,
    draft: { ...reading.draft, yearLabel },
    missing: [...yearless.value.missing, 'fiscalYear', 'yearLabel'],
    warnings: named === null ? [] : [{ code: 'year-of-file-name', yearLabel }],
  });
}

/** What was understood, as any file that waits to be stored. */
function readingOf({
  draft,
  fields,
  paragraphs,
  placed,
  cells,
  unplaced,
  hasTrackedChanges,
}: UnderstoodReport): Omit<FileReading, 'path' | 'fileName' | 'missing' | 'warnings'> {
  const verdicts = draft.initiatives.some(({ targets }) => targets.some(({ verdict }) => verdict !== null));
  return {
    kind: 'word',
    draft,
    mentions: { fields, verdicts },
    paragraphs,
    placed,
    cells: cells.map((cell) => ({ ...cell, says: [...cell.says], understood: [...cell.understood] })),
    unplaced: unplaced.map((line) => ({ ...line, why: unplacedWords(line.why) })),
    hasTrackedChanges,
  };
}

/** What the file carries is used where it can be read, and passed over where not: the print decides. */
function carriedDraft(carried: string | null, path: string): ReportDraft | null {
  if (carried === null) return null;
  const read = readReportJson(new TextEncoder().encode(carried), path);
  return read.ok ? read.value.draft : null;
}
