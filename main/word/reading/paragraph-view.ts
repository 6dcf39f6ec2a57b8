import type { BookmarkCursor } from './bookmark-cursor.ts';
import { isThere, type ChangesAs } from './changes-as.ts';
import type { Aside, ViewParagraph } from './view-blocks.ts';
import type { Obscured, Paragraph, Piece } from './word-document.ts';

/** A paragraph's text while it is put together, of one paragraph or of several that run into each other. */
export class ParagraphView {
  readonly #texts: string[] = [];
  readonly #sources: Paragraph[] = [];
  readonly #covering = new Set<string>();
  /** Bookmarks over the place where the text would stand, if there is none. */
  readonly #around = new Set<string>();
  readonly #notes: string[] = [];
  readonly #asides: { text: string; readonly why: Aside['why'] }[] = [];
  /** Nothing of the paragraph is shown: its row is hidden, or its cell is merged into the one above. */
  readonly #unseen: boolean;
  /** The paragraph whose look counts: the first with text. */
  #leading: Paragraph | null = null;
  #lastWasAside = false;
  #startsPage = false;
  #breaksPage = false;

  constructor(unseen = false) {
    this.#unseen = unseen;
  }

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
      asides: this.#asides.filter(({ text }) => text.trim() !== ''),
      notes: this.#notes,
      sources: this.#sources.slice(),
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
        if (isThere(piece.tracked, changes)) this.#addText(piece, paragraph, bookmarks);
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

  #addText(
    { text, obscured, placeholder }: Extract<Piece, { kind: 'text' }>,
    paragraph: Paragraph,
    bookmarks: BookmarkCursor,
  ): void {
    const why = this.#unseen
      ? 'hidden'
      : (asideOf(obscured) ?? (placeholder === true ? 'placeholder' : null));
    if (why !== null) {
      const last = this.#asides.at(-1);
      // A text that was struck through run by run is one.
      if (last?.why === why && this.#lastWasAside) last.text += text;
      else this.#asides.push({ text, why });
      this.#lastWasAside = true;
      return;
    }
    this.#lastWasAside = false;
    this.#texts.push(text);
    this.#leading ??= paragraph;
    for (const name of bookmarks.open) this.#covering.add(name);
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

/** Why a text is none of the document's; null for one that is. What only lies outside of its place was meant. */
function asideOf(obscured: Obscured | undefined): Aside['why'] | null {
  if (obscured === undefined || obscured === 'clipped' || obscured === 'moved-out') return null;
  return obscured === 'struck' ? 'struck' : 'hidden';
}
