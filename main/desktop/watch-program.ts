import { app, type BrowserWindow } from 'electron';
import type { EventEmitter } from 'node:events';
import { troubleQuestions } from '../../shared/words/window-words.ts';
import { askInWindow } from './messages.ts';

export interface WatchedProgram {
  readonly window: BrowserWindow;
  /** Where Node tells of errors that nobody has caught: the process. */
  readonly faults: EventEmitter;
  readonly log: (error: unknown) => void;
}

/** What becomes of errors that nobody has caught, and of Chromium's own processes that die. */
export function watchProgram({ window, faults, log }: WatchedProgram): void {
  // Chromium starts each of them again by itself: for whoever looks for a cause.
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit') log(`child-process-gone: ${type} ${name ?? ''} ${reason} ${exitCode}`);
  });
  let asking = false;
  const fault = async (error: unknown): Promise<void> => {
    log(error);
    // One that repeats itself must not bury the window in questions.
    if (asking || window.isDestroyed()) return;
    asking = true;
    const answer = await askInWindow(window, troubleQuestions.fault);
    asking = false;
    if (answer === 'second' || window.isDestroyed()) return;
    app.relaunch();
    // By the usual way: what is typed is stored first.
    window.close();
  };
  for (const name of ['uncaughtException', 'unhandledRejection']) {
    faults.on(name, (error: unknown) => void fault(error).catch(log));
  }
}
