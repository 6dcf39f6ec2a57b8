import type { BrowserWindow } from 'electron';
import { success, type Result } from '../../shared/result.ts';
import type { FileWish } from '../application/ports.ts';
import { askForFile } from './file-dialogs.ts';

/** How a file is chosen here: by a dialog, unless the system has already said which one. */
export class FileChoice {
  readonly #window: BrowserWindow;
  #handedOver: string | null = null;

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  /** The next question for a library is answered with `path`: a file that was double-clicked. */
  handOver(path: string): void {
    this.#handedOver = path;
  }

  choose(wish: FileWish): Promise<Result<string>> {
    const path = this.#handedOver;
    if (path === null || wish.purpose !== 'open-library') return askForFile(this.#window, wish);
    this.#handedOver = null;
    return Promise.resolve(success(path));
  }
}
