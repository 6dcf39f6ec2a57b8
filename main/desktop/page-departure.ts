import type { BrowserWindow } from 'electron';
import type { LeftOnPage } from '../../shared/contract/closing-requests.ts';
import { newIdentifier } from '../application/new-identifier.ts';
import { sendEvent } from './channel.ts';

/** What became of the question whether a page can go: its answer, or that its process has ended. */
export type Departure = LeftOnPage | 'gone';

/** Asks the page whether anything is left on it, and hears its answer. One question stands at a time. */
export class PageDeparture {
  readonly #window: BrowserWindow;
  #open: { readonly question: string; readonly settle: (departure: Departure) => void } | null = null;

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  /** Settles when the page has answered or has ended: perhaps never. A new question takes the place of the last. */
  ask(): Promise<Departure> {
    const question = newIdentifier();
    const answered = new Promise<Departure>((settle) => (this.#open = { question, settle }));
    sendEvent(this.#window.webContents, 'application.closing', { question });
    return answered;
  }

  answered(question: string, left: LeftOnPage): void {
    if (this.#open?.question === question) this.#settle(left);
  }

  /** The page's process has ended: nobody answers any more. False when nobody waits for an answer. */
  gone(): boolean {
    return this.#settle('gone');
  }

  #settle(departure: Departure): boolean {
    const open = this.#open;
    this.#open = null;
    open?.settle(departure);
    return open !== null;
  }
}
