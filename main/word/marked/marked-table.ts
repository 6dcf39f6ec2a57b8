import { BookmarkCursor } from '../reading/bookmark-cursor.ts';
import type {
  Block,
  Cell,
  Paragraph,
  Row,
  Table,
  TextBox,
  Tracked,
  WordDocument,
} from '../reading/word-document.ts';
import { isItemField } from '../../../shared/model/fields/item-parts.ts';
import type { Form } from '../../../shared/model/form.ts';
import { cellAtoms, type CellSurroundings } from './cell-atoms.ts';
import { CommentRanges, type CommentPlace } from './comment-ranges.ts';
import type { CellPlace, MarkedAtom } from './marked-atom.ts';
import { fieldOfKey, keyOfBookmark, type PartKey } from './part-key.ts';
import { rowBookmarked } from './row-bookmarked.ts';
import { goesOnAbove, joinedRow } from './rows-of-lines.ts';

/** The rows of a returned document, and what stands around its tables. */
export interface MarkedTable {
  /** Without column headings, in the order of the file; deleted rows stand where they were. */
  readonly rows: readonly MarkedRow[];
  /** Rows of column headings. */
  readonly headings: readonly HeadingRow[];
  /** Paragraphs outside the tables, and those of cells that run over several columns, in the order of the file. */
  readonly around: readonly AroundParagraph[];
  /** Where each comment hangs, by its identifier. */
  readonly comments: ReadonlyMap<string, CommentPlace>;
}

export interface MarkedRow {
  /** The initiative that the row's bookmarks name; null without any. A copied row bears those of its original. */
  readonly id: string | null;
  readonly tracked: Tracked;
  /** Formatted as hidden. */
  readonly hidden: boolean;
  /** All cells' atoms, each with its part. */
  readonly atoms: readonly MarkedAtom[];
  /** Rows of the table that it goes over. */
  readonly lines: number;
}

export interface HeadingRow {
  /** Their field says nothing. */
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
  const headings: HeadingRow[] = [];

  const outside: CellSurroundings = { bookmarks, ranges, row: null, fields: [], form };

  const readRow = (row: Row): void => {
    const above = row.heading || !goesOnAbove(row, form) ? undefined : rows.at(-1);
    const place = above === undefined ? rows.length : rows.length - 1;
    const read = row.cells.flatMap((cell, index) => {
      const paragraphs = paragraphsIn(cell.blocks);
      for (const box of boxesIn(cell.blocks)) walk(box.blocks);
      const marked = fieldsMarked(paragraphs, form);
      if (marked === null && !row.heading && isNote(row, cell, form)) {
        for (const paragraph of paragraphs) {
          const { atoms } = cellAtoms([paragraph], outside);
          around.push({ atoms: atoms.map((atom) => within(row.tracked, within(cell.tracked, atom))) });
        }
        return [];
      }
      const { names, atoms } = cellAtoms(paragraphs, {
        bookmarks,
        ranges,
        row: row.heading ? null : place,
        fields: marked ?? fieldsOfCell(row, index, cell.column, form),
        form,
      });
      // Word shows nothing of a cell that goes on from the line above.
      const unseen = form.shape !== undefined && cell.merge === 'continued' && marked === null;
      const at: CellPlace = { line: above?.lines ?? 0, column: cell.column };
      const seen = unseen && atoms.every(({ text }) => text.trim() === '') ? [] : atoms;
      return [
        {
          names,
          atoms: seen.map((atom) => ({
            ...within(cell.tracked, atom),
            ...(marked === null && isItemField(fieldOfKey(atom.part)) && form.shape !== undefined
              ? { at }
              : {}),
          })),
        },
      ];
    });
    if (read.length === 0) return;
    const atoms = read.flatMap((cell) => cell.atoms);
    if (row.heading) headings.push({ atoms });
    else {
      const line: MarkedRow = {
        id: rowBookmarked(read.flatMap(({ names }) => names)),
        tracked: struckOut(atoms) ?? row.tracked,
        hidden: row.hidden,
        atoms,
        lines: 1,
      };
      if (above === undefined) rows.push(line);
      else rows.splice(-1, 1, joinedRow(above, line));
    }
  };

  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'table' && isBeside(block, form)) {
        for (const { cells } of block.rows) for (const cell of cells) walk(cell.blocks);
      } else if (block.kind === 'table') block.rows.forEach(readRow);
      else if (block.kind === 'text-box') walk(block.blocks);
      else {
        const { atoms } = cellAtoms([block], outside);
        around.push({ atoms });
      }
    }
  };
  walk(document.body);
  return { rows, headings, around, comments: ranges.places() };
}

/** An atom of a cell or row that was put in or taken out as a whole. */
function within(whole: Tracked, atom: MarkedAtom): MarkedAtom {
  if (whole.inserted === null && whole.deleted === null) return atom;
  const inserted = atom.tracked.inserted ?? whole.inserted;
  return { ...atom, tracked: { inserted, deleted: atom.tracked.deleted ?? whole.deleted } };
}

/** A row of which every word is struck through by hand was taken out; null for any other. */
function struckOut(atoms: readonly MarkedAtom[]): Tracked | null {
  const words = atoms.filter(({ text, part }) => part !== 'number' && text.trim() !== '');
  const [first] = words;
  if (first === undefined || words.some(({ obscured }) => obscured !== 'struck')) return null;
  return { inserted: null, deleted: first.look ?? { id: null, author: null, date: null, move: null } };
}

/** A cell over several columns speaks of none of them: a remark across the table. */
function isNote(row: Row, cell: Cell, form: Form): boolean {
  return cell.span > 1 && row.cells.length !== form.columns.length;
}

/**
 * The fields of a cell by the bookmarks in it, wherever it stands now, and of several columns where their cells
 * were merged; null without any.
 */
function fieldsMarked(paragraphs: readonly Paragraph[], form: Form): readonly PartKey[] | null {
  const parts = new Set<PartKey>();
  for (const { pieces } of paragraphs) {
    for (const piece of pieces) {
      const part = piece.kind === 'bookmark-start' ? keyOfBookmark(piece.name) : undefined;
      if (part === undefined) continue;
      if (part !== fieldOfKey(part)) {
        if (form.shape?.kind === 'line-per-target') parts.add(part);
        continue;
      }
      const column = form.columns.find(({ content }) => content.some((name) => name === part));
      for (const name of column?.content ?? []) parts.add(name);
    }
  }
  return parts.size === 0 ? null : [...parts];
}

/** A table that somebody put beside the report's: nothing in it bears its marks, and no row is laid out as it is. */
function isBeside({ rows }: Table, form: Form): boolean {
  return rows.every(
    (row) =>
      !row.heading &&
      row.cells.length !== form.columns.length &&
      row.cells.every(({ blocks }) => fieldsMarked(paragraphsIn(blocks), form) === null),
  );
}

/** The fields of a cell by the column that it stands in; a row with too few or too many cells by order. */
function fieldsOfCell(row: Row, index: number, column: number, form: Form) {
  const place = row.cells.length === form.columns.length ? index : column;
  return form.columns[place]?.content ?? form.columns.at(-1)?.content ?? [];
}

/** Boxes that float over a cell: remarks, and no text of it. */
function boxesIn(blocks: readonly Block[]): TextBox[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text-box') return [block];
    if (block.kind === 'paragraph') return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => boxesIn(cell.blocks)));
  });
}

/** Paragraphs of a cell, those of tables inside it too. */
function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'text-box') return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks)));
  });
}
