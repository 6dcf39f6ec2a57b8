import type { BrowserWindow } from 'electron';
import { troubleQuestions } from '../../shared/words/window-words.ts';
import { askInWindow } from './messages.ts';
import type { PageDeparture } from './page-departure.ts';

export interface WatchedPage {
  readonly window: BrowserWindow;
  readonly departure: PageDeparture;
  /** Shows the page anew. */
  readonly reload: () => void;
  /** Closes the window without asking a page that is not there. */
  readonly end: () => Promise<void>;
  readonly log: (error: unknown) => void;
}

/**
 * What becomes of a page that hangs or dies: the person is told what is safe, and it is shown anew.
 *
 * The new page gets its drafts back by itself (`drafts.read`), from where main keeps them.
 */
export function watchPage({ window, departure, reload, end, log }: WatchedPage): void {
  const { webContents } = window;
  let hanging: PromiseWithResolvers<undefined> | null = null;
  /** The person has had a page that hung ended. */
  let ending = false;

  const recovered = (): void => {
    hanging?.resolve(undefined);
    hanging = null;
  };
  const hangs = async (): Promise<void> => {
    if (hanging !== null) return;
    log('unresponsive');
    hanging = Promise.withResolvers<undefined>();
    const answer = await askInWindow(window, troubleQuestions.unresponsive, hanging.promise);
    hanging = null;
    if (answer !== 'second' || window.isDestroyed()) return;
    ending = true;
    // Only then can it be loaded again: the page itself hears nothing.
    webContents.forcefullyCrashRenderer();
  };
  const gone = async (): Promise<void> => {
    recovered();
    const wanted = ending;
    ending = false;
    // A window that is closing asks about it there.
    if (departure.gone()) return;
    if (!wanted && (await askInWindow(window, troubleQuestions.gone)) === 'second') await end();
    else if (!window.isDestroyed()) reload();
  };

  window.on('unresponsive', () => void hangs().catch(log));
  window.on('responsive', recovered);
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    // As when the window is destroyed.
    if (reason === 'clean-exit') return;
    log(`render-process-gone: ${reason} ${exitCode}`);
    void gone().catch(log);
  });
}
