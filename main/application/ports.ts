import type { LeftOnPage } from '../../shared/contract/closing-requests.ts';
import type { EventName, EventPayload, FilePurpose } from '../../shared/contract/events.ts';
import type { HandedFile } from '../files/handed-files.ts';
import type { LoggedFault } from '../../shared/words/support-text.ts';
import type { Result } from '../../shared/result.ts';

/**
 * The few powers that a shell lends to the application. Each shell gives its own;
 * no rule lives behind them.
 */
export interface Ports {
  readonly shell: 'desktop' | 'browser' | 'command-line';
  /** Asks the person for a file. Fails with `cancelled` when they changed their mind. */
  chooseFile(wish: FileWish): Promise<Result<string>>;
  /** Asks for existing files, one or more. Fails with `cancelled` when there are none. */
  chooseFiles(wish: Omit<FileWish, 'mode'>): Promise<Result<readonly string[]>>;
  /** Asks for a folder that is there. Fails with `cancelled` when they changed their mind. */
  chooseFolder(purpose: FilePurpose): Promise<Result<string>>;
  /** Takes the page's answer to a `files.wanted` event, in shells that ask by that event. */
  fileChosen?(question: string, names: readonly string[] | null): void;
  /** Takes the page's answer to an `application.closing` event, in shells that send it. */
  pageIsDone?(question: string, left: LeftOnPage): void;
  /** A file that a person dropped on the page, by the token that the page got for it; null when unknown. */
  droppedFile?(token: string): HandedFile | null;
  /** Tokens of parts that the system handed over, by a double click: each once, in shells that are told of such. */
  handedOver?(): readonly string[];
  /** Shows a file in its folder, where the shell can. */
  revealFile(path: string): void;
  /** Sends an event to every page. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Who is at the keyboard, for the log. */
  readonly userName: string;
  now(): Date;
  /** Writes to the program's own log; not for users. */
  log(entry: LogEntry): void;
  /** The latest entries of that log, the oldest of them first, where the shell keeps one. */
  latestFaults?(count: number): readonly LoggedFault[];
}

export interface FileWish {
  readonly purpose: FilePurpose;
  readonly mode: 'open' | 'save';
  /** Endings without the dot, most usual first. */
  readonly endings: readonly string[];
  /** A name without folder; empty when there is nothing to suggest. */
  readonly suggestedName: string;
}

export interface LogEntry {
  readonly reference: string;
  readonly request: string;
  readonly error: unknown;
}
