import type { BookmarkCursor } from './bookmark-cursor.ts';
import { isThere, type ChangesAs } from './changes-as.ts';
import type { ViewParagraph } from './view-blocks.ts';
import type { Paragraph, Piece } from './word-document.ts';

/** A paragraph's text while it is put together, of one paragraph or of several that run into each other. */
export class ParagraphView {
  readonly #texts: string[] = [];
  readonly #sources: Paragraph[] = [];
  readonly #covering = new Set<string>();
  /** Bookmarks over the place where the text would stand, if there is none. */
  readonly #around = new Set<string>();
  readonly #notes: string[] = [];
  /** The paragraph whose look counts: the first with text. */
  #leading: Paragraph | null = null;
  #startsPage = false;
  #breaksPage = false;

  add(paragraph: Paragraph, changes: ChangesAs, bookmarks: BookmarkCursor): void {
    this.#sources.push(paragraph);
    if (paragraph.pageBreakBefore && this.#texts.length === 0) this.#startsPage = true;
    for (const name of bookmarks.open) this.#around.add(name);
    for (const piece of paragraph.pieces) this.#addPiece(piece, paragraph, changes, bookmarks);
  }

  value(): ViewParagraph {
    const last = this.#sources.at(-1);
    const leading = this.#leading ?? last;
    return {
      kind: 'paragraph',
      text: this.#texts.join(''),
      list: leading?.list ?? null,
      style: leading?.style ?? null,
      startsPage: this.#startsPage,
      breaksPage: this.#breaksPage,
      bookmarks: [...(this.#leading === null ? this.#around : this.#covering)],
      notes: this.#notes,
      sources: this.#sources,
    };
  }

  #addPiece(piece: Piece, paragraph: Paragraph, changes: ChangesAs, bookmarks: BookmarkCursor): void {
    switch (piece.kind) {
      case 'bookmark-start':
        bookmarks.start(piece.name);
        for (const name of bookmarks.open) this.#around.add(name);
        break;
      case 'bookmark-end':
        bookmarks.end(piece.name);
        break;
      case 'text':
        if (!isThere(piece.tracked, changes)) break;
        this.#texts.push(piece.text);
        this.#leading ??= paragraph;
        for (const name of bookmarks.open) this.#covering.add(name);
        break;
      case 'break':
        if (!isThere(piece.tracked, changes)) break;
        this.#addBreak(piece.what);
        break;
      case 'note':
        if (isThere(piece.tracked, changes)) this.#notes.push(piece.note);
        break;
      case 'comment-start':
      case 'comment-end':
      case 'comment-reference':
      case 'ruby':
        break;
    }
  }

  #addBreak(what: 'line' | 'page'): void {
    if (what === 'line') this.#texts.push('\n');
    else {
      if (this.#texts.length === 0) this.#startsPage = true;
      else this.#texts.push('\n');
      this.#breaksPage = true;
    }
  }
}
