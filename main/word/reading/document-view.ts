import { BookmarkCursor } from './bookmark-cursor.ts';
import { isThere, type ChangesAs } from './changes-as.ts';
import { ParagraphView } from './paragraph-view.ts';
import type { DocumentView, ViewBlock, ViewCell, ViewRow, ViewTable } from './view-blocks.ts';
import type { Block, Table, WordDocument } from './word-document.ts';

export function viewDocument(document: WordDocument, changes: ChangesAs): DocumentView {
  const view = (blocks: readonly Block[]) => viewBlocks(blocks, changes, new BookmarkCursor());
  return {
    body: view(document.body),
    margins: document.margins.map(view),
    notes: document.notes.map(({ id, blocks }) => ({ id, blocks: view(blocks) })),
  };
}

/** `unseen`: Word shows nothing of the blocks. */
function viewBlocks(
  blocks: readonly Block[],
  changes: ChangesAs,
  bookmarks: BookmarkCursor,
  unseen = false,
): ViewBlock[] {
  const seen: ViewBlock[] = [];
  let open: ParagraphView | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      open ??= new ParagraphView(unseen);
      open.add(block, changes, bookmarks);
      // Without its mark a paragraph runs on into the next one.
      if (!isThere(block.mark, changes)) continue;
    }
    if (open !== null) seen.push(open.value());
    open = null;
    if (block.kind === 'table') seen.push(viewTable(block, changes, bookmarks, unseen));
    if (block.kind === 'text-box') {
      seen.push({ kind: 'text-box', blocks: viewBlocks(block.blocks, changes, bookmarks, unseen) });
    }
  }
  if (open !== null) seen.push(open.value());
  // A list that grew holds room for sixteen more, and there is one for each cell.
  return seen.slice();
}

function viewTable(
  { rows, grid }: Table,
  changes: ChangesAs,
  bookmarks: BookmarkCursor,
  unseen: boolean,
): ViewTable {
  return {
    kind: 'table',
    ...(grid === undefined ? {} : { grid }),
    rows: rows.flatMap((row): ViewRow[] => {
      const cells = row.cells.map((cell): ViewCell => ({
        blocks: viewBlocks(
          cell.blocks,
          changes,
          bookmarks,
          unseen || row.hidden || cell.merge === 'continued',
        ),
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
