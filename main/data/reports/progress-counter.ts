import type { Progress } from '../../../shared/contract/report-requests.ts';
import { isComplete } from '../../../shared/model/completeness.ts';
import type { Initiative, WritingStage } from '../../../shared/model/report.ts';
import { formOfStage, writingStageOf } from '../../../shared/model/stage.ts';

/**
 * Counts the rows of a report that lack nothing, once for each state that the report is in.
 *
 * What a row lacks is said in shared/model/completeness.ts alone, not a second time in SQL. Nobody else
 * writes to an open library, so that a report at the same sequence is the same report.
 */
export function progressCounter(
  rowsOf: (report: string) => readonly Initiative[],
): (report: string, sequence: number, chosen: WritingStage | null) => Progress {
  const counted = new Map<string, { readonly sequence: number; readonly progress: Progress }>();
  return (report, sequence, chosen) => {
    const known = counted.get(report);
    if (known?.sequence === sequence) return known.progress;
    const rows = rowsOf(report);
    const stage = writingStageOf(chosen, rows);
    const form = formOfStage(stage);
    const complete = rows.filter((row) => isComplete(row, form)).length;
    const progress = { stage, rows: rows.length, complete };
    counted.set(report, { sequence, progress });
    return progress;
  };
}
