import type { Bin } from './bin.ts';
import type { CommentStore } from './comment-store.ts';
import type { LinkStore } from './link-store.ts';
import type { MarkupStore } from './markup-store.ts';
import type { ReportHistory } from './report-history.ts';
import type { ReportPast } from './report-past.ts';
import type { ReportStore } from './report-store.ts';
import type { RowStore } from './row-store.ts';
import type { SearchStore } from './search-store.ts';
import type { SignOffStore } from './sign-off-store.ts';

/** What stands in a library, by what is asked of it. */
export interface LibraryStores {
  readonly reports: ReportStore;
  readonly bin: Bin;
  readonly rows: RowStore;
  readonly links: LinkStore;
  readonly history: ReportHistory;
  readonly comments: CommentStore;
  readonly search: SearchStore;
  readonly past: ReportPast;
  readonly markups: MarkupStore;
  readonly signOffs: SignOffStore;
}

/** An open `.sengen` file. No other program can open it until it is closed. */
export interface LibraryFile extends LibraryStores {
  /** The path as it was asked for. */
  readonly path: string;
  /** Lets go of the file. Nothing is lost by not calling this: every change is on disk when it is answered. */
  close(): void;
}
