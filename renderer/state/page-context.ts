import { createContext } from 'svelte';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Announcer } from './page/announcer.svelte.ts';
import type { Closing } from './page/closing.ts';
import type { Commands } from './commands/commands.ts';
import type { CommentsState } from './workplace/comments.svelte.ts';
import type { Drafts } from './editing/drafts.ts';
import type { FieldFocus } from './workplace/field-focus.svelte.ts';
import type { FileDrops } from './dropping/file-drops.svelte.ts';
import type { PartReceiving } from './hand-ins/part-receiving.svelte.ts';
import type { ReportConflicts } from './hand-ins/report-conflicts.svelte.ts';
import type { FileImports } from './importing/file-imports.svelte.ts';
import type { FileQuestions } from './page/file-questions.svelte.ts';
import type { HatChoice } from './page/hat-choice.svelte.ts';
import type { Jumps } from './workplace/jumps.ts';
import type { Layers } from './page/layers.ts';
import type { ReportAhead } from './library/report-ahead.ts';
import type { AboutProgram } from './page/about-program.svelte.ts';
import type { LibraryCheckup } from './library/library-checkup.svelte.ts';
import type { LibraryShelf } from './library/library-shelf.svelte.ts';
import type { LongWork } from './page/long-work.svelte.ts';
import type { Navigation } from './page/navigation.svelte.ts';
import type { Notices } from './page/notices.svelte.ts';
import type { ReportEditor } from './editing/report-editor.svelte.ts';
import type { Row } from './editing/row.svelte.ts';
import type { Phrases } from './phrases/phrases.svelte.ts';
import type { Reach } from './page/reach.svelte.ts';
import type { RowLinks } from './workplace/row-links.svelte.ts';
import type { RowEntries } from './commands/row-entries.ts';
import type { Settings } from './page/settings.svelte.ts';
import type { WorkplaceLayout } from './workplace/workplace-layout.svelte.ts';

/** What every screen may need; made once by App.svelte. */
export interface PageContext {
  readonly bridge: Bridge;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly questions: FileQuestions;
  readonly drops: FileDrops;
  readonly imports: FileImports;
  readonly parts: PartReceiving;
  readonly drafts: Drafts;
  readonly closing: Closing;
  readonly shelf: LibraryShelf;
  readonly ahead: ReportAhead;
  readonly checkup: LibraryCheckup;
  readonly about: AboutProgram;
  readonly announcer: Announcer;
  readonly commands: Commands;
  readonly layers: Layers;
  readonly fieldFocus: FieldFocus;
  readonly jumps: Jumps;
  readonly work: LongWork;
  readonly links: RowLinks;
  readonly phrases: Phrases;
  readonly reach: Reach;
  readonly rowEntries: RowEntries;
  readonly layout: WorkplaceLayout;
  readonly settings: Settings;
  readonly hat: HatChoice;
}

export const [pageContext, setPageContext] = createContext<PageContext>();

/** The report that the surrounding screen has open. */
export const [reportEditor, setReportEditor] = createContext<ReportEditor>();

/** The comments on that report. */
export const [reportComments, setReportComments] = createContext<CommentsState>();

/** What sides differ about in that report. */
export const [reportConflicts, setReportConflicts] = createContext<ReportConflicts>();

/** The row that the surrounding form writes in. */
export const [rowOnForm, setRowOnForm] = createContext<Row>();
