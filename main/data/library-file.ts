import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { Bin } from './reports/bin.ts';
import type { LibraryCopies } from './backup/library-copies.ts';
import type { CommentStore } from './comments/comment-store.ts';
import type { LibraryCheck } from './library-check.ts';
import type { MendedAtOpening } from './opening/mend-at-opening.ts';
import type { FileWatch } from './opening/file-watch.ts';
import type { HandInStore } from './hand-ins/hand-in-store.ts';
import type { LinkStore } from './reports/link-store.ts';
import type { MarkupStore } from './word/markup-store.ts';
import type { PhraseStore } from './phrases/phrase-store.ts';
import type { RecordCare } from './record-care.ts';
import type { ReportHistory } from './log/report-history.ts';
import type { ReportPast } from './reports/report-past.ts';
import type { ReportStore } from './reports/report-store.ts';
import type { RowStore } from './reports/row-store.ts';
import type { RulesStore } from './rules/rules-store.ts';
import type { SearchStore } from './search/search-store.ts';
import type { SignOffStore } from './word/sign-off-store.ts';

/** What stands in a library, by what is asked of it. */
export interface LibraryStores {
  readonly reports: ReportStore;
  readonly bin: Bin;
  readonly rows: RowStore;
  readonly links: LinkStore;
  readonly phrases: PhraseStore;
  readonly history: ReportHistory;
  readonly comments: CommentStore;
  readonly search: SearchStore;
  readonly past: ReportPast;
  readonly markups: MarkupStore;
  readonly signOffs: SignOffStore;
  readonly handIns: HandInStore;
  readonly rules: RulesStore;
  readonly check: LibraryCheck;
  readonly copies: LibraryCopies;
  readonly care: RecordCare;
  /**
   * Runs work on several stores as one transaction: all of it is stored, or nothing. A failure that it returns takes all of it
   * back. It does nothing but read and store, for it may be run once more from the start.
   */
  together<T, F>(work: () => Result<T, F>): Result<T, F | WriteFailure | LibraryFailure>;
}

/** An open `.sengen` file. No other program can open it until it is closed. */
export interface LibraryFile extends LibraryStores {
  /** The path as it was asked for. */
  readonly path: string;
  /** The file takes no writes: what is read is a copy of it, and every change is refused. */
  readonly isReadOnly: boolean;
  /** The path to which a journal was renamed at opening that is not this library's; null when none lay there. */
  readonly journalAside: string | null;
  /** Whether the file is still the one that was opened; null for one that is read only. */
  readonly watch: FileWatch | null;
  /** What was given back while it was opened; null for nothing. */
  readonly mended: MendedAtOpening | null;
  /**
   * Another program has the file open: what is read is what stood in it at this time, and every change is refused.
   * Null for any other.
   */
  readonly asOf: Date | null;
  /** Lets go of the file. Nothing is lost by not calling this: every change is on disk when it is answered. */
  close(): void;
}
