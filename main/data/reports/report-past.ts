import type { StepSummary } from '../../../shared/contract/report-requests.ts';
import { applyEdits } from '../../../shared/model/apply-edit.ts';
import { invertEdits } from '../../../shared/model/invert-edit.ts';
import type { Report } from '../../../shared/model/report.ts';
import { stepSummaries, type SummarisedStep } from '../log/step-history.ts';
import type { StepKind } from '../log/step-log.ts';
import { initiativeReader } from './read-initiatives.ts';
import { reportRecords } from './report-records.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import type { StoreAccess } from '../store-access.ts';
import { editOf } from './stored-json.ts';

/** What reports said earlier, read off the log. */
export interface ReportPast {
  /** The latest sequence at which this content went out as a file; null when it never did. */
  exportedAt(report: string, contentHash: string): number | null;
  /** What went out as a Word file, latest first, the last 50. */
  exports(report: string): { sequence: number; form: string }[];
  /** The report after its first `sequence` steps; null for a report that is not there, or not yet so far. */
  at(report: string, sequence: number): Report | null;
  /** What the report said after each of its steps, the present first. It may be left between two of them. */
  backwards(report: string): Generator<{ sequence: number; content: Report }>;
  /** What was done to it last, the latest first. */
  lastSteps(report: string, most: number): PastStep[];
}

export interface PastStep {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: string;
  readonly kind: StepKind;
  readonly step: StepSummary;
}

export function reportPast({ database, reading }: StoreAccess): ReportPast {
  const records = reportRecords(database);
  const rows = initiativeReader(database);
  const exported = database
    .prepare<[string, string], number | null>(
      'SELECT max(sequence) FROM exports WHERE report = ? AND content_hash = ?',
    )
    .pluck();
  const exports = database.prepare<[string], { sequence: number; form: string }>(`
    SELECT sequence, form FROM exports WHERE report = ? GROUP BY sequence, form
    ORDER BY max(number) DESC LIMIT 50`);
  const editsSince = database
    .prepare<[string, number], string>(
      `SELECT e.edit FROM steps s JOIN edits e ON e.step = s.number
      WHERE s.report = ? AND s.sequence > ? ORDER BY s.sequence, e.position`,
    )
    .pluck();
  const lastSteps = database.prepare<[string, number], SummarisedStep & Omit<PastStep, 'step'>>(`
    SELECT at, author, kind, report, edit_kinds, field, initiative, cause FROM steps
    WHERE report = ? ORDER BY sequence DESC LIMIT ?`);
  const summary = stepSummaries(database);

  const editsOf = database
    .prepare<[string, number], string>(
      `SELECT e.edit FROM steps s JOIN edits e ON e.step = s.number
      WHERE s.report = ? AND s.sequence = ? ORDER BY e.position`,
    )
    .pluck();
  const present = (id: string): { sequence: number; content: Report } | null => {
    const record = records.read(id);
    if (record === undefined) return null;
    return { sequence: record.sequence, content: { ...record.report, initiatives: rows.all(id) } };
  };
  const before = (content: Report, edits: readonly string[]): Report => {
    const then = applyEdits(content, invertEdits(edits.map(editOf)));
    if (!then.ok) throw new DamagedContent('the log does not lead back');
    return then.value;
  };

  return {
    lastSteps: (report, most) =>
      reading(() =>
        lastSteps
          .all(report, most)
          .map(({ at, author, kind, ...step }) => ({ at, author, kind, step: summary(step) })),
      ),
    exportedAt: (report, contentHash) => reading(() => exported.get(report, contentHash) ?? null),
    exports: (report) => reading(() => exports.all(report)),
    at: (id, sequence) =>
      reading(() => {
        const now = present(id);
        if (now === null || now.sequence < sequence) return null;
        return before(now.content, editsSince.all(id, sequence));
      }),
    *backwards(id) {
      let state = reading(() => present(id));
      while (state !== null) {
        yield state;
        const { sequence, content } = state;
        state =
          sequence === 0
            ? null
            : reading(() => ({
                sequence: sequence - 1,
                content: before(content, editsOf.all(id, sequence)),
              }));
      }
    },
  };
}
