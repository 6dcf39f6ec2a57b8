import { BookmarkCursor } from './bookmark-cursor.ts';
import { isThere, type ChangesAs } from './changes-as.ts';
import { ParagraphView } from './paragraph-view.ts';
import type { Block, Cell, ListMark, Paragraph, Row, Table, WordDocument } from './word-document.ts';

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
  /** Footnotes and endnotes that hang on it. */
  readonly notes: readonly string[];
  /** More than one where the mark between them is gone. */
  readonly sources: readonly Paragraph[];
}

export interface ViewTable {
  readonly kind: 'table';
  readonly rows: readonly ViewRow[];
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

export function viewDocument(document: WordDocument, changes: ChangesAs): DocumentView {
  const view = (blocks: readonly Block[]) => viewBlocks(blocks, changes, new BookmarkCursor());
  return {
    body: view(document.body),
    margins: document.margins.map(view),
    notes: document.notes.map(({ id, blocks }) => ({ id, blocks: view(blocks) })),
  };
}

function viewBlocks(blocks: readonly Block[], changes: ChangesAs, bookmarks: BookmarkCursor): ViewBlock[] {
  const seen: ViewBlock[] = [];
  let open: ParagraphView | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      open ??= new ParagraphView();
      open.add(block, changes, bookmarks);
      // Without its mark a paragraph runs on into the next one.
      if (!isThere(block.mark, changes)) continue;
    }
    if (open !== null) seen.push(open.value());
    open = null;
    if (block.kind === 'table') seen.push(viewTable(block, changes, bookmarks));
    if (block.kind === 'text-box') {
      seen.push({ kind: 'text-box', blocks: viewBlocks(block.blocks, changes, bookmarks) });
    }
  }
  if (open !== null) seen.push(open.value());
  return seen;
}

function viewTable({ rows }: Table, changes: ChangesAs, bookmarks: BookmarkCursor): ViewTable {
  return {
    kind: 'table',
    rows: rows.flatMap((row): ViewRow[] => {
      const cells = row.cells.map((cell): ViewCell => ({
        blocks: viewBlocks(cell.blocks, changes, bookmarks),
        column: cell.column,
        span: cell.span,
        merge: cell.merge,
        source: cell,
      }));
      if (!isThere(row.tracked, changes)) return [];
      return [
        {
          cells: cells.filter(({ source }) => isThere(source.tracked, changes)),
          heading: row.heading,
          source: row,
        },
      ];
    }),
  };
}
