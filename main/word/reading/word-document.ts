/**
 * A Word file as plain values: what is written in it and who changed what, without any look.
 *
 * Nothing of the text is left out; what was inserted and what was deleted both stand here, and
 * document-view.ts makes the text as accepted or as original of it.
 */
export interface WordDocument {
  readonly body: readonly Block[];
  /** Headers and footers, each once. */
  readonly margins: readonly (readonly Block[])[];
  readonly notes: readonly WordNote[];
  readonly comments: readonly WordComment[];
  readonly properties: WordProperties;
  /** The report that the program itself put into the file, as `sengen-report/1` text; see carried-report.ts. */
  readonly carriedReport: string | null;
  /** Whether the file holds changes that are neither accepted nor rejected. */
  readonly hasTrackedChanges: boolean;
  /** Whether Word was told to track what is changed from now on. */
  readonly tracksChanges: boolean;
  readonly leftAside: LeftAside;
  /** The paper of its last section; left out where the file says none. */
  readonly paper?: Paper;
}

/** Millimetres. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

export interface WordProperties {
  readonly title: string;
  readonly creator: string;
  readonly lastModifiedBy: string;
  /** When it was saved last, as it says; '' where it does not. */
  readonly modified: string;
  readonly custom: ReadonlyMap<string, string>;
}

/** What was seen and not read. */
export interface LeftAside {
  /** Pictures, shapes, charts and embedded objects, in headers and footers too. */
  readonly drawings: number;
  /** Relationships that lead out of the file; none is ever followed. */
  readonly externalTargets: number;
}

export type Block = Paragraph | Table | TextBox;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  /** The style's name as people see it, or its identifier where it has none. */
  readonly style: string | null;
  readonly list: ListMark | null;
  readonly pageBreakBefore: boolean;
  /** What happened to the mark at the paragraph's end: a deleted one joins it with the next paragraph. */
  readonly mark: Tracked;
  /** `w14:paraId`, by which replies name the comment that they answer. */
  readonly id: string | null;
}

/** The sign that Word puts before a paragraph of a list; it is no part of the text. */
export interface ListMark {
  readonly kind: 'bullet' | 'number';
  /** As shown: `・`, `(3)`. */
  readonly text: string;
  /** From 0. */
  readonly level: number;
}

/** A box of text that floats; it stands behind the paragraph that holds it. */
export interface TextBox {
  readonly kind: 'text-box';
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  /** Millimetres of the columns of its grid; left out where the file says none. */
  readonly grid?: readonly number[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** The row stands again on each page. */
  readonly heading: boolean;
  /** Formatted as hidden. */
  readonly hidden: boolean;
  readonly tracked: Tracked;
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** The first column of the table's grid that the cell covers, from 0, and how many. */
  readonly column: number;
  readonly span: number;
  /** `start`: merged with the cells below; `continued`: part of the cell above. */
  readonly merge: 'none' | 'start' | 'continued';
  readonly tracked: Tracked;
}

/** What was done and is not accepted yet. Text that one person inserted and another deleted has both. */
export interface Tracked {
  readonly inserted: Change | null;
  readonly deleted: Change | null;
}

export interface Change {
  /** The number that the file gives the change. LibreOffice renumbers: never key on it. */
  readonly id: string | null;
  readonly author: string | null;
  /** ISO 8601, UTC: `2026-05-01T00:00:00Z`; see word-time.ts. */
  readonly date: string | null;
  /** The name that both ends of a move share; null for a plain insertion or deletion. */
  readonly move: string | null;
}

export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly tracked: Tracked;
      /** Left out for text that is plain to see. */
      readonly obscured?: Obscured;
      /** It only asks for text: what a form shows in a field that nobody has filled in. */
      readonly placeholder?: true;
      /** Who changed how the text looks, and not what it says; left out where that is not tracked. */
      readonly look?: Change;
      /** Its small letters are shown as capitals. */
      readonly capitals?: true;
      /** It is set off from the text around it: by a marker pen, a colour, a line. */
      readonly setOff?: true;
    }
  | { readonly kind: 'break'; readonly what: 'line' | 'page'; readonly tracked: Tracked }
  | { readonly kind: 'bookmark-start' | 'bookmark-end'; readonly name: string }
  | {
      readonly kind: 'comment-start' | 'comment-end' | 'comment-reference';
      readonly comment: string;
    }
  | { readonly kind: 'note'; readonly note: string; readonly tracked: Tracked }
  /** ふりがな over the text before it. */
  | { readonly kind: 'ruby'; readonly text: string };

/**
 * Why nobody reads a text that stands in the file: it is formatted as hidden; it can't be seen (white on
 * white, a speck); it lies below the edge of a row of fixed height; it was moved off the paper or over other text; it
 * is struck through.
 */
export type Obscured = 'hidden' | 'unseen' | 'clipped' | 'moved-out' | 'struck';

/** A footnote or endnote; `id` is that of the `note` piece where it hangs. */
export interface WordNote {
  readonly id: string;
  readonly blocks: readonly Block[];
}

export interface WordComment {
  readonly id: string;
  readonly author: string | null;
  /** ISO 8601, UTC. */
  readonly date: string | null;
  /** The time as `w:date` says it, the same in every copy of the file: a comment is known again by it. */
  readonly stamp: string | null;
  readonly blocks: readonly Block[];
  /** The comment that this one answers. */
  readonly answers: string | null;
  readonly resolved: boolean;
}

/** Neither inserted nor deleted. */
export const untracked: Tracked = Object.freeze({ inserted: null, deleted: null });
