import type { Cell, ListMark, Paragraph, Row } from './word-document.ts';

/** A document as text, with its tracked changes decided one way. Each part knows what it was made of. */
export interface DocumentView {
  readonly body: readonly ViewBlock[];
  readonly margins: readonly (readonly ViewBlock[])[];
  readonly notes: readonly { readonly id: string; readonly blocks: readonly ViewBlock[] }[];
}

export type ViewBlock = ViewParagraph | ViewTable | ViewBox;

export interface ViewParagraph {
  readonly kind: 'paragraph';
  /** With `\n` where a line was broken by hand, and tabs. */
  readonly text: string;
  readonly list: ListMark | null;
  readonly style: string | null;
  /** A page was broken before the text, and behind its start. */
  readonly startsPage: boolean;
  readonly breaksPage: boolean;
  /** The program's own bookmarks that lie over the text. */
  readonly bookmarks: readonly string[];
  /** What stands in it and is no text of it. */
  readonly asides: readonly Aside[];
  /** Footnotes and endnotes that hang on it. */
  readonly notes: readonly string[];
  /** More than one where the mark between them is gone. */
  readonly sources: readonly Paragraph[];
}

/** A text of a paragraph that nobody reads there, or that only asks for one. */
export interface Aside {
  readonly text: string;
  readonly why: 'hidden' | 'struck' | 'placeholder';
}

export interface ViewTable {
  readonly kind: 'table';
  readonly rows: readonly ViewRow[];
  /** Millimetres of the columns of its grid; left out where the file says none. */
  readonly grid?: readonly number[];
}

export interface ViewRow {
  readonly cells: readonly ViewCell[];
  readonly heading: boolean;
  readonly source: Row;
}

export interface ViewCell {
  readonly blocks: readonly ViewBlock[];
  readonly column: number;
  readonly span: number;
  readonly merge: Cell['merge'];
  readonly source: Cell;
}

export interface ViewBox {
  readonly kind: 'text-box';
  readonly blocks: readonly ViewBlock[];
}
