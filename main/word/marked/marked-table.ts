import { BookmarkCursor } from '../reading/bookmark-cursor.ts';
import type { Block, Paragraph, Row, Tracked, WordDocument } from '../reading/word-document.ts';
import type { Form } from '../../../shared/model/form.ts';
import { cellAtoms } from './cell-atoms.ts';
import { CommentRanges, type CommentPlace } from './comment-ranges.ts';
import type { MarkedAtom } from './marked-atom.ts';
import { rowBookmarked } from './row-bookmarked.ts';

/** The rows of a returned document, and what stands around its tables. */
export interface MarkedTable {
  /** Without column headings, in the order of the file; deleted rows stand where they were. */
  readonly rows: readonly MarkedRow[];
  /** Paragraphs outside the tables, in the order of the file. */
  readonly around: readonly AroundParagraph[];
  /** Where each comment hangs, by its identifier. */
  readonly comments: ReadonlyMap<string, CommentPlace>;
}

export interface MarkedRow {
  /** The initiative that the row's bookmarks name; null without any. */
  readonly id: string | null;
  readonly tracked: Tracked;
  /** All cells' atoms, each with its field. */
  readonly atoms: readonly MarkedAtom[];
}

export interface AroundParagraph {
  /** Their field says nothing. */
  readonly atoms: readonly MarkedAtom[];
}

/** Walks through a document's body once, with bookmarks and comments open as they come. */
export function markedTable(document: WordDocument, form: Form): MarkedTable {
  const bookmarks = new BookmarkCursor();
  const ranges = new CommentRanges();
  const rows: MarkedRow[] = [];
  const around: AroundParagraph[] = [];
  const seen = new Set<string>();

  const readRow = (row: Row): void => {
    const place = rows.length;
    const read = row.cells.map(({ blocks, column }, index) =>
      cellAtoms(paragraphsIn(blocks), {
        bookmarks,
        ranges,
        row: row.heading ? null : place,
        fields: fieldsOfCell(row, index, column, form),
        label: (field) => form.cellLabels[field],
      }),
    );
    if (row.heading) return;
    const id = rowBookmarked(read.flatMap(({ names }) => names));
    const own = id === null || seen.has(id) ? null : id;
    if (own !== null) seen.add(own);
    rows.push({ id: own, tracked: row.tracked, atoms: read.flatMap(({ atoms }) => atoms) });
  };

  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'table') block.rows.forEach(readRow);
      else if (block.kind === 'text-box') walk(block.blocks);
      else {
        const { atoms } = cellAtoms([block], {
          bookmarks,
          ranges,
          row: null,
          fields: [],
          label: () => undefined,
        });
        around.push({ atoms });
      }
    }
  };
  walk(document.body);
  return { rows, around, comments: ranges.places() };
}

/** The fields of a cell by the column that it stands in; a row with too few or too many cells by order. */
function fieldsOfCell(row: Row, index: number, column: number, form: Form) {
  const place = row.cells.length === form.columns.length ? index : column;
  return form.columns[place]?.content ?? form.columns.at(-1)?.content ?? [];
}

/** Paragraphs of a cell, those of boxes and tables inside it too. */
function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'text-box') return paragraphsIn(block.blocks);
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks)));
  });
}
