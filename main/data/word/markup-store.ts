import type * as v from 'valibot';
import type { BringBack, Suggestion, UnplacedMarkup } from '../../../shared/contract/markup-requests.ts';
import type { LibraryFailure, ReportFailure, WriteFailure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { Actor } from '../reports/report-store.ts';

export type MarkupResult<T> = Result<T, ReportFailure | WriteFailure | LibraryFailure>;

export interface StoredBringBack extends Omit<BringBack, 'status'> {
  readonly contentHash: string;
  readonly form: string;
  /** Rows as they stand in the file: identifiers, and keys of added rows. */
  readonly order: readonly string[];
  readonly unplaced: UnplacedMarkup[];
}

/** A suggestion as it is stored; what it meets now (`standing`, `ours`) is worked out when it is asked for. */
export interface StoredSuggestion extends Omit<
  Suggestion,
  'of' | 'ours' | 'standing' | 'row' | 'movedWith'
> {
  /** Number of the row when it was exported; null for none. */
  readonly exportedRow: number | null;
  /** The marked field that it is a unit of; null for rows and comments. */
  readonly markedField: string | null;
  readonly unit: number;
  /** Stands for an added row in the file's order. */
  readonly rowKey: string;
  /** Paragraphs of an added row by field. */
  readonly rowTexts: Readonly<Record<string, readonly string[]>>;
}

export interface NewComment {
  readonly id: string;
  /** The same for the same comment in another copy of the file. */
  readonly sourceId: string;
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

export interface NewThread {
  readonly id: string;
  readonly sourceId: string;
  readonly initiative: string | null;
  readonly field: string | null;
  readonly quote: string | null;
  readonly resolved: boolean;
  /** Oldest first. */
  readonly comments: readonly NewComment[];
}

export interface NewBringBack {
  readonly bringBack: StoredBringBack;
  readonly fields: readonly { readonly id: string; readonly content: string }[];
  readonly suggestions: readonly StoredSuggestion[];
  readonly threads: readonly NewThread[];
}

/** Marked-up files that came back, and their suggestions. */
export interface MarkupStore {
  find(report: string, sha256: string): StoredBringBack | null;
  /**
   * Stores a file that came back with all that is in it. A thread that came with another copy of the file is
   * not stored again: it only gets what answers are new, and is settled when it was settled there.
   */
  add(entry: NewBringBack, actor: Actor): MarkupResult<void>;
  /** Oldest first. */
  bringBacks(report: string): StoredBringBack[];
  suggestions(bringBack: string): StoredSuggestion[];
  /** Those that are there, in the order in which they were stored, with their report. */
  some(ids: readonly string[]): (StoredSuggestion & { readonly report: string })[];
  /** The content of a marked field, as it was given to `add` as JSON; throws `LibraryDamaged` where it has another shape. */
  field<T>(id: string, schema: v.GenericSchema<unknown, T>): T;
  decide(ids: readonly string[], state: StoredSuggestion['state'], actor: Actor): MarkupResult<void>;
}
