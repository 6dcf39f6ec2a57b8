import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { reportSummarySchema } from './report-requests.ts';
import { request } from './request.ts';

const report = v.object({ report: identifierSchema });

const removedReportSchema = v.object({
  ...reportSummarySchema.entries,
  /** ISO 8601, UTC. */
  removedAt: v.string(),
});

/**
 * The bin: reports that a person removed. Nothing of them is deleted.
 *
 * To every other request such a report is `report-missing`. Each change is told by `library.changed`.
 */
export const binRequests = {
  'reports.remove': request('works', report, v.object({})),
  /** Puts a report back; one that is not in the bin stays as it is. */
  'reports.restore': request('works', report, v.object({})),
  /** The latest removed first. */
  'reports.listRemoved': request('works', v.object({}), v.array(removedReportSchema)),
} as const;

export type RemovedReport = v.InferOutput<typeof removedReportSchema>;
