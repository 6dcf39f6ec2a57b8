import type {
  Accepted,
  History,
  Progress,
  ReportSummary,
} from '../../../shared/contract/report-requests.ts';
import type { LibraryFailure, ReportFailure, WriteFailure } from '../../../shared/failure.ts';
import type { Edit, Step } from '../../../shared/model/edits.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { Hat } from '../../../shared/model/states/hats.ts';
import type { Report } from '../../../shared/model/report.ts';
import type { Result } from '../../../shared/result.ts';

/** Who did it, and when. */
export interface Actor {
  readonly author: string;
  readonly at: Date;
  /** In which part; left out by whoever does everything alone. */
  readonly hat?: Hat | null;
}

export interface StoredReport {
  readonly report: Report;
  /** How many steps made it what it is. */
  readonly sequence: number;
  /** When the last of them was stored; when it was made, if there is none. ISO 8601, UTC. */
  readonly savedAt: string;
  readonly history: History;
}

export type ReadFailure = ReportFailure | LibraryFailure;
export type StoreFailure = ReportFailure | WriteFailure | LibraryFailure;

/**
 * The reports of a library, and everything that was ever done to them.
 *
 * Every change is one transaction: on disk when it is answered, or not made at all. Methods that
 * answer no Result throw `LibraryDamaged` when the file turns out to be damaged while it is open.
 */
export interface ReportStore {
  /** Newest fiscal year first; within a year the latest created first. */
  list(): ReportSummary[];
  /** One line of `list`; undefined when the report is not there or in the bin. */
  summary(report: string): ReportSummary | undefined;
  /** How many rows lack nothing of what is asked for now. Counted once for each state of the report. */
  progress(report: string): Result<Progress, ReadFailure>;
  /** The report that is first in `list`; null in an empty library. */
  newest(): string | null;
  read(report: string): Result<StoredReport, ReadFailure>;
  /** The forms in which reports are written that carry one, each once, the form of the newest report first. */
  forms(): OfficeForm[];
  /** The latest created report of this department and year. */
  find(key: Pick<Report, 'municipality' | 'department' | 'fiscalYear'>): string | null;
  /** Also true of a report in the bin: its identifier is taken. */
  has(report: string): boolean;
  /** Those of `identifiers` that rows, targets or outcomes of other reports than `besides` carry. */
  identifiersInUse(identifiers: readonly string[], besides: string | null): string[];
  /** Stores a whole new report at sequence 0. This can't be undone. */
  create(report: Report, actor: Actor): Result<void, WriteFailure | LibraryFailure>;
  /** Stores a step; a step that is stored already is answered again and changes nothing. */
  commit(report: string, step: Step, actor: Actor): Result<Accepted, StoreFailure>;
  /**
   * Takes the last step back. `step` is the identifier of the step that does so; with `only` nothing but that step
   * is taken back.
   */
  undo(
    report: string,
    step: string,
    actor: Actor,
    only?: string,
  ): Result<Accepted & { edits: Edit[] }, StoreFailure>;
  /** Does again what `undo` took back last. */
  redo(report: string, step: string, actor: Actor): Result<Accepted & { edits: Edit[] }, StoreFailure>;
  /** Remembers that a content of the report went out as a file. The report must exist. */
  recordExport(entry: ExportRecord): Result<void, WriteFailure | LibraryFailure>;
}

export interface ExportRecord {
  readonly report: string;
  readonly contentHash: string;
  readonly form: string;
  readonly at: Date;
  /** After which of its steps the report said that; as it stands now when left out. */
  readonly sequence?: number;
}
