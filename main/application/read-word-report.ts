import { readReportJson } from '../exchange/read-report-json.ts';
import type { ChangesAs } from '../word/reading/changes-as.ts';
import { understandReport } from '../word/understanding/understand-report.ts';
import type { UnderstoodReport } from '../word/understanding/understood-report.ts';
import type { ReportDraft } from '../domain/report-draft.ts';
import type { ReadingWarning } from '../../shared/model/reading-warning.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { openWordFile } from './open-word-file.ts';

/** A Word file that was understood and waits to be stored. */
export interface WordReading {
  readonly path: string;
  readonly fileName: string;
  readonly understood: UnderstoodReport;
  /** What the person should hear when it is stored. */
  readonly warnings: readonly ReadingWarning[];
}

/** Reads a report that was typed in Word, or exported by this program. Stores nothing. */
export async function readWordReport(path: string, changes: ChangesAs): Promise<Result<WordReading>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { document, fileName } = file.value;
  const understood = understandReport(document, {
    changes,
    carried: carriedDraft(document.carriedReport, path),
  });
  if (!understood.ok) return failed({ ...understood.failure, path });
  return success({ path, fileName, understood: understood.value, warnings: [] });
}

/** What the file carries is used where it can be read, and passed over where not: the print decides. */
function carriedDraft(carried: string | null, path: string): ReportDraft | null {
  if (carried === null) return null;
  const read = readReportJson(new TextEncoder().encode(carried), path);
  return read.ok ? read.value.draft : null;
}
