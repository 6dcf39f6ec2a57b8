import type { OpenParagraph } from './open-paragraph.ts';
import type { XmlAttributes } from './read-xml.ts';
import type { Piece } from './word-document.ts';

/**
 * Bookmarks and comment ranges, which may stand inside a paragraph or between two blocks.
 *
 * One that starts between two paragraphs belongs to the start of the next, one that ends there to the end
 * of the last.
 */
export class LooseMarks {
  readonly #bookmarks = new Map<string, string>();
  /** Marks that stand before a paragraph that is not open yet. */
  #before: Piece[] = [];
  #last: OpenParagraph | null = null;

  /** Takes a mark; false for any other element. */
  take(name: string, attributes: XmlAttributes, paragraph: OpenParagraph | undefined): boolean {
    const id = attributes['w:id'] ?? '';
    switch (name) {
      case 'w:bookmarkStart': {
        const bookmark = attributes['w:name'] ?? '';
        this.#bookmarks.set(id, bookmark);
        this.#start({ kind: 'bookmark-start', name: bookmark }, paragraph);
        return true;
      }
      case 'w:bookmarkEnd': {
        const bookmark = this.#bookmarks.get(id);
        if (bookmark !== undefined) this.#end({ kind: 'bookmark-end', name: bookmark }, paragraph);
        return true;
      }
      case 'w:commentRangeStart':
        this.#start({ kind: 'comment-start', comment: id }, paragraph);
        return true;
      case 'w:commentRangeEnd':
        this.#end({ kind: 'comment-end', comment: id }, paragraph);
        return true;
      case 'w:commentReference':
        this.#end({ kind: 'comment-reference', comment: id }, paragraph);
        return true;
      default:
        return false;
    }
  }

  /** The marks before the paragraph that opens now. */
  opening(): Piece[] {
    const before = this.#before;
    this.#before = [];
    return before;
  }

  closed(paragraph: OpenParagraph): void {
    this.#last = paragraph;
  }

  /** Nothing that stands here belongs to what follows. */
  endOfStory(): void {
    for (const piece of this.opening()) this.#last?.push(piece);
    this.#last = null;
  }

  #start(piece: Piece, paragraph: OpenParagraph | undefined): void {
    if (paragraph === undefined) this.#before.push(piece);
    else paragraph.push(piece);
  }

  #end(piece: Piece, paragraph: OpenParagraph | undefined): void {
    // What starts between two paragraphs and ends there spans nothing.
    const nothing = paragraph === undefined && this.#before.length > 0;
    const at = nothing ? null : (paragraph ?? this.#last);
    if (at === null) this.#before.push(piece);
    else at.push(piece);
  }
}
