import { createContext } from 'svelte';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Drafts } from './drafts.ts';
import type { FileQuestions } from './file-questions.svelte.ts';
import type { LibraryShelf } from './library-shelf.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { ReportEditor } from './report-editor.svelte.ts';

/** What every screen may need; made once by App.svelte. */
export interface PageContext {
  readonly bridge: Bridge;
  readonly navigation: Navigation;
  readonly notices: Notices;
  readonly questions: FileQuestions;
  readonly drafts: Drafts;
  readonly shelf: LibraryShelf;
}

export const [pageContext, setPageContext] = createContext<PageContext>();

/** The report that the surrounding screen has open. */
export const [reportEditor, setReportEditor] = createContext<ReportEditor>();
