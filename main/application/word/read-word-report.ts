import { readReportJson } from '../../exchange/read-report-json.ts';
import type { ChangesAs } from '../../word/reading/changes-as.ts';
import { understandReport } from '../../word/understanding/understand-report.ts';
import { yearInText } from '../../word/understanding/year-in-text.ts';
import type { UnderstoodReport } from '../../word/understanding/understood-report.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import type { ReadingWarning } from '../../../shared/model/reading-warning.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openWordFile } from './open-word-file.ts';

/** A Word file that was understood and waits to be stored. */
export interface WordReading {
  readonly path: string;
  readonly fileName: string;
  readonly understood: UnderstoodReport;
  /** Parts of the heading that the file does not say. The draft's year is 0 where its name doesn't, either. */
  readonly missing: readonly (keyof ReportHeading)[];
  /** What the person should hear when it is stored. */
  readonly warnings: readonly ReadingWarning[];
}

/** Reads a report that was typed in Word, or exported by this program. Stores nothing. */
export async function readWordReport(path: string, changes: ChangesAs): Promise<Result<WordReading>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { document, fileName } = file.value;
  const options = { changes, carried: carriedDraft(document.carriedReport, path) };
  const understood = understandReport(document, options);
  if (understood.ok) {
    const { missing } = understood.value;
    return success({ path, fileName, understood: understood.value, missing, warnings: [] });
  }
  if (understood.failure.code !== 'report-year-missing') return failed({ ...understood.failure, path });

  const named = yearInText(fileName);
  const yearless = understandReport(document, { ...options, fiscalYear: named?.fiscalYear ?? 0 });
  if (!yearless.ok) return failed({ ...yearless.failure, path });
  const yearLabel = named?.label ?? '';
  return success({
    path,
    fileName,
    understood: { ...yearless.value, draft: { ...yearless.value.draft, yearLabel } },
    missing: [...yearless.value.missing, 'fiscalYear', 'yearLabel'],
    warnings: named === null ? [] : [{ code: 'year-of-file-name', yearLabel }],
  });
}

/** What the file carries is used where it can be read, and passed over where not: the print decides. */
function carriedDraft(carried: string | null, path: string): ReportDraft | null {
  if (carried === null) return null;
  const read = readReportJson(new TextEncoder().encode(carried), path);
  return read.ok ? read.value.draft : null;
}
