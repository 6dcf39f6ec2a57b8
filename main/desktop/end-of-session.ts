import type { BrowserWindow } from 'electron';
import type { Application } from '../application/start-application.ts';
import type { PageDeparture } from './page-departure.ts';

export interface SessionParts {
  readonly window: BrowserWindow;
  readonly departure: PageDeparture;
  readonly application: Pick<Application, 'close'>;
  readonly lastly: () => Promise<void>;
  readonly log: (error: unknown) => void;
}

/**
 * Windows is shut down or the person logs off, and the window's `close` is never heard.
 *
 * Windows first asks (`query-session-end`): then the page sends what it holds. Nobody is asked anything and
 * nothing is held up: what is answered is on the disk, and what was typed up to a moment ago is kept as a draft.
 */
export function endWithSession({ window, departure, application, lastly, log }: SessionParts): void {
  let asked = false;
  const ask = (): void => {
    if (!asked) void departure.ask();
    asked = true;
  };
  window.on('query-session-end', ask);
  window.on('session-end', () => {
    ask();
    log('session-end');
    // What Windows leaves time for.
    void lastly()
      .then(() => application.close())
      .catch(log);
  });
}
