import * as v from 'valibot';
import { request } from './request.ts';

/** Something in a library that is not as the program left it. */
const problemSchema = v.object({
  /**
   * `table`: a part of the file can't be read. `together`: its parts contradict each other. `report`: a report
   * can't be read. `record`: something is not as it was stored. `signed-file`: a kept Word file is not the one that was
   * signed.
   */
  kind: v.picklist(['table', 'together', 'report', 'record', 'signed-file']),
  /** Year and department of the report; null where no one report is meant. */
  report: v.nullable(v.string()),
  /** For whoever looks into it: SQLite's own words, a table's name, a 版. */
  detail: v.string(),
});

const checkedSchema = v.object({
  reports: v.number(),
  rows: v.number(),
  signedFiles: v.number(),
  problems: v.array(problemSchema),
  /** Some of it can't be read or hangs together no more: what can be read is taken out by `library.rescue`. */
  canBeRescued: v.boolean(),
});

/** Looking the open library through. */
export const checkRequests = {
  /** Reads every table, report and signed file; changes nothing. Long: it tells its progress and can be cancelled. */
  'library.check': request('works', v.object({}), checkedSchema),
} as const;

export type CheckedLibrary = v.InferOutput<typeof checkedSchema>;
export type LibraryProblem = v.InferOutput<typeof problemSchema>;
