import type { FromProcess, ToProcess } from './messages.ts';

/** A process that reads, as main sees it. A shell gives the way to start one. */
export interface ReadingProcess {
  send(message: ToProcess): void;
  onMessage(listener: (message: FromProcess) => void): void;
  /** Called once, when it ended for whatever reason. */
  onExit(listener: () => void): void;
  /** Ends it at once. */
  kill(): void;
}

/** `script` is that of programFiles(). */
export type LaunchReading = (script: string) => ReadingProcess;
