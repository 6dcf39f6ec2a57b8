import type { BrowserWindow, Event } from 'electron';
import { setTimeout as delay } from 'node:timers/promises';
import { closingQuestions } from '../../shared/words/window-words.ts';
import type { Application } from '../application/start-application.ts';
import { askInWindow } from './messages.ts';
import type { Departure, PageDeparture } from './page-departure.ts';
import type { PendingCalls } from './pending-calls.ts';

export interface EndingParts {
  readonly window: BrowserWindow;
  readonly application: Pick<Application, 'close'>;
  /** What is still to be written when the window is about to go. */
  readonly lastly: () => Promise<void>;
}

export interface ClosingParts extends EndingParts {
  readonly departure: PageDeparture;
  readonly calls: PendingCalls;
  /** Shows the page anew. */
  readonly reload: () => void;
  readonly log: (error: unknown) => void;
}

/** Milliseconds until a page that says nothing is told to the person: at first, and after they chose to wait. */
export const closingPatience = { first: 2_000, again: 5_000 } as const;

/** How long the application's own closing may hold the window back, in milliseconds. */
const longestClosing = 2_000;

type Standing = Exclude<Departure, 'nothing'> | 'silent' | 'working';

/**
 * Closes the window only when the page has said that nothing is left on it.
 *
 * The page stores what it still holds and answers. A silence, however short the page may have been busy, never
 * counts as an answer: when it lasts, or when something could not be stored, the person decides.
 */
export function closeWithPage(parts: ClosingParts): void {
  const { window } = parts;
  let closing = false;
  window.on('close', (event: Event) => {
    // Every way out (the corner, the menu, Alt+F4) comes here; `destroy` does not.
    event.preventDefault();
    if (closing) return;
    closing = true;
    void mayGo(parts)
      .then((may) => (may ? endWindow(parts) : undefined))
      // The window stays: better than one that goes with what nobody has stored.
      .catch(parts.log)
      .finally(() => {
        closing = false;
      });
  });
}

async function mayGo({ window, departure, calls, reload }: ClosingParts): Promise<boolean> {
  const standing: { now: Standing } = { now: 'silent' };
  const done = departure.ask().then(async (said) => {
    standing.now = said === 'nothing' ? 'working' : said;
    if (said === 'nothing') await calls.settled();
    return said;
  });
  for (let patience: number = closingPatience.first; ; patience = closingPatience.again) {
    const said = await within(patience, done);
    if (said === 'nothing') return true;
    const isLast = said !== null;
    const answer = await askInWindow(window, closingQuestions[said ?? standing.now], isLast ? null : done);
    if (answer === 'second') return true;
    if (said === 'gone') reload();
    // Whoever goes back can close again; whoever waits is asked again, unless the page answers.
    if (isLast) return false;
  }
}

/** What it settles to; null when that takes longer, in milliseconds. */
async function within<T>(patience: number, settles: Promise<T>): Promise<T | null> {
  const stop = new AbortController();
  const silence = delay(patience, null, { signal: stop.signal }).catch(() => null);
  const said = await Promise.race([settles, silence]);
  stop.abort();
  return said;
}

/** Closes library and window without another question. */
export async function endWindow({ window, application, lastly }: EndingParts): Promise<void> {
  await lastly();
  await Promise.race([application.close(), delay(longestClosing)]);
  window.destroy();
}
