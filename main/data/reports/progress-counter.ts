import type { Progress } from '../../../shared/contract/report-requests.ts';
import { isComplete } from '../../../shared/model/completeness.ts';
import { formOfReport, type WrittenInForm } from '../../../shared/model/forms/form-of-report.ts';
import type { Initiative, WritingStage } from '../../../shared/model/report.ts';
import { writingStageOf } from '../../../shared/model/stage.ts';

/** A report without its rows. */
interface Counted extends WrittenInForm {
  readonly id: string;
  readonly stage: WritingStage | null;
}

/**
 * Counts the rows of a report that lack nothing, once for each state that the report is in.
 *
 * What a row lacks is said in shared/model/completeness.ts alone, not a second time in SQL. Nobody else
 * writes to an open library, so that a report at the same sequence is the same report.
 */
export function progressCounter(
  rowsOf: (report: string) => readonly Initiative[],
): (report: Counted, sequence: number) => Progress {
  const counted = new Map<string, { readonly sequence: number; readonly progress: Progress }>();
  return (report, sequence) => {
    const known = counted.get(report.id);
    if (known?.sequence === sequence) return known.progress;
    const rows = rowsOf(report.id);
    const stage = writingStageOf(report.stage, rows);
    const form = formOfReport(report, stage);
    const complete = rows.filter((row) => isComplete(row, form)).length;
    const progress = { stage, rows: rows.length, complete };
    counted.set(report.id, { sequence, progress });
    return progress;
  };
}
