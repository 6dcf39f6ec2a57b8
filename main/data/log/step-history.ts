import type { Database } from 'better-sqlite3';
import type { History, StepSummary } from '../../../shared/contract/report-requests.ts';
import { deedCalledNow } from '../../../shared/model/fields/called-now.ts';
import type { LoggedStep, StepLog } from './step-log.ts';
import { causeOf, textsOf } from '../reports/stored-json.ts';

/** What can be undone and redone now, in the words of the contract. */
export type HistoryReader = (report: string, sequence: number) => History;

/** What a step did, as the rows stand now. */
export function stepSummaries(database: Database): (step: SummarisedStep) => StepSummary {
  const place = database
    .prepare<[string, string], number>('SELECT position FROM initiatives WHERE id = ? AND report = ?')
    .pluck();
  return (step) => {
    const position = step.initiative === '' ? undefined : place.get(step.initiative, step.report);
    return {
      kinds: textsOf(step.edit_kinds).map(deedCalledNow),
      field: step.field === '' ? null : step.field,
      row: position === undefined ? null : position + 1,
      cause: causeOf(step.cause),
    };
  };
}

export type SummarisedStep = Pick<LoggedStep, 'report' | 'edit_kinds' | 'field' | 'initiative' | 'cause'>;

export function historyReader(database: Database, log: StepLog): HistoryReader {
  const summary = stepSummaries(database);

  return (report, sequence) => {
    const undoable = log.undoable(report, sequence);
    // Redo makes the edits that were there before the undo.
    const redoable = log.redoable(report, sequence)?.reverses ?? null;
    return {
      undo: undoable === null ? null : summary(undoable),
      redo: redoable === null ? null : summary(log.get(redoable)),
    };
  };
}
