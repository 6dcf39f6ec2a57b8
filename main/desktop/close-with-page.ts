import type { BrowserWindow, Event } from 'electron';
import { setTimeout as delay } from 'node:timers/promises';
import type { Application } from '../application/start-application.ts';
import { sendEvent } from './channel.ts';
import { askToLoseInput } from './messages.ts';
import type { PendingCalls } from './pending-calls.ts';

export interface ClosingParts {
  readonly window: BrowserWindow;
  readonly calls: PendingCalls;
  readonly application: Pick<Application, 'close'>;
  /** What is still to be written when the window is about to go. */
  readonly lastly: () => Promise<void>;
}

/** How long the application's own closing may hold the window back, in milliseconds. */
const longestClosing = 2_000;

/**
 * Closes the window only when what was typed is stored.
 *
 * The page is told, sends what it still holds, and the window waits for those calls. When something
 * could not be stored, the person decides.
 */
export function closeWithPage({ window, calls, application, lastly }: ClosingParts): void {
  let closing = false;
  const close = async (): Promise<void> => {
    sendEvent(window.webContents, 'application.closing', {});
    if (!(await calls.settle()) && !(await askToLoseInput(window))) return;
    await lastly();
    await Promise.race([application.close(), delay(longestClosing)]);
    window.destroy();
  };
  window.on('close', (event: Event) => {
    // Every way out (the corner, the menu, Alt+F4) comes here; `destroy` does not.
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close().finally(() => {
      closing = false;
    });
  });
}
