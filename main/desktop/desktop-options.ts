import type { EventEmitter } from 'node:events';
import type { ProgramFiles } from '../files/program-files.ts';

/** What the desktop shell is started with. */
export interface DesktopOptions {
  readonly program: ProgramFiles;
  /** Where the person's library lies unless they choose another place; the same as the other shells'. */
  readonly personalFolder: string;
  /** The command line, as the process got it. */
  readonly arguments: readonly string[];
  /** Where errors that nobody has caught are told: the process. */
  readonly faults: EventEmitter;
}
