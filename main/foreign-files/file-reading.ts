import type { Reading } from '../../shared/contract/import-requests.ts';
import type { ReadingWarning } from '../../shared/model/reading-warning.ts';
import type { ReportHeading } from '../../shared/model/report.ts';
import type { Mentions } from '../domain/join-row.ts';
import type { ReportDraft } from '../domain/report-draft.ts';

/** A file that was understood and waits to be stored. */
export interface FileReading {
  readonly kind: 'word' | 'json';
  readonly path: string;
  readonly fileName: string;
  readonly draft: ReportDraft;
  readonly mentions: Mentions;
  /** Parts of the heading that the file does not say. The draft's year is 0 where nothing else tells it. */
  readonly missing: readonly (keyof ReportHeading)[];
  /** Lines of the file's text, and how many of them are in the draft. */
  readonly paragraphs: number;
  readonly placed: number;
  /** What the file says beside what was understood, cell by cell. */
  readonly cells: Reading['cells'];
  readonly unplaced: Reading['unplaced'];
  readonly hasTrackedChanges: boolean;
  /** What the person should hear when it is stored. */
  readonly warnings: readonly ReadingWarning[];
}
