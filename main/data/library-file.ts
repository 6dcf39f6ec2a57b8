import type { ReportStore } from './report-store.ts';

/** An open `.sengen` file. No other program can open it until it is closed. */
export interface LibraryFile {
  /** The path as it was asked for. */
  readonly path: string;
  readonly reports: ReportStore;
  /** Lets go of the file. Nothing is lost by not calling this: every change is on disk when it is answered. */
  close(): void;
}
