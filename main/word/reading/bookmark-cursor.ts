import { isFieldBookmark } from './field-bookmark.ts';

/** More bookmarks of ours are never open at once; a file that says so was tampered with. */
const mostOpen = 16;

/** Which of the program's own bookmarks are open while a document is walked through. */
export class BookmarkCursor {
  readonly #open = new Set<string>();

  get open(): ReadonlySet<string> {
    return this.#open;
  }

  start(name: string): void {
    if (isFieldBookmark(name) && this.#open.size < mostOpen) this.#open.add(name);
  }

  end(name: string): void {
    this.#open.delete(name);
  }
}
