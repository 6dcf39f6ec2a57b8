import type { RemovedReport } from '../../../shared/contract/bin-requests.ts';
import type { LibraryFailure, ReportFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { summaryColumns, summaryOf, type ReportRecord } from './report-records.ts';
import type { StoreAccess } from '../store-access.ts';

type BinResult = Result<void, ReportFailure | WriteFailure | LibraryFailure>;

/** The reports that a person removed. They lack nothing but a place in the lists. */
export interface Bin {
  /** The one that was removed last comes first, whatever the clock said. */
  list(): RemovedReport[];
  /** Fails with `report-missing` when the report is not there or in the bin already. */
  put(report: string, at: Date): BinResult;
  /** Does nothing to a report that is not in the bin. */
  takeOut(report: string): BinResult;
}

export function bin({ database, reading, storing }: StoreAccess): Bin {
  const list = database.prepare<[], ReportRecord & { removed_at: string }>(`
    SELECT ${summaryColumns}, removed_at FROM reports
    WHERE removed_at <> '' ORDER BY removed_number DESC`);
  const put = database.prepare(`
    UPDATE reports SET removed_at = ?, removed_number = (SELECT max(removed_number) + 1 FROM reports)
    WHERE id = ? AND removed_at = ''`);
  const takeOut = database.prepare("UPDATE reports SET removed_at = '', removed_number = 0 WHERE id = ?");

  const changing = (report: string, change: () => { changes: number }): BinResult =>
    storing<void, ReportFailure>(() =>
      change().changes === 1 ? success(undefined) : failed({ code: 'report-missing', report }),
    );

  return {
    list: () =>
      reading(() => list.all().map((record) => ({ ...summaryOf(record), removedAt: record.removed_at }))),
    put: (report, at) => changing(report, () => put.run(at.toISOString(), report)),
    takeOut: (report) => changing(report, () => takeOut.run(report)),
  };
}
