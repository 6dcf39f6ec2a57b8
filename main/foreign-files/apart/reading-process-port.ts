import type { FromProcess, ToProcess } from './messages.ts';

/** `aborted`: its engine gave up, as it does when memory runs out before whoever watches has seen it. */
export type ProcessEnd = 'aborted' | 'gone';

/** A process that reads, as main sees it. A shell gives the way to start one. */
export interface ReadingProcess {
  send(message: ToProcess): void;
  onMessage(listener: (message: FromProcess) => void): void;
  /** Called once, when it ended for whatever reason. */
  onExit(listener: (how: ProcessEnd) => void): void;
  /** Ends it at once. */
  kill(): void;
}

/** `script` is that of programFiles(). */
export type LaunchReading = (script: string) => ReadingProcess;
