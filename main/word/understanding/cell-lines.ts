import { toPlainLine } from '../../../shared/model/plain-text.ts';
import type { Aside, ViewBlock, ViewParagraph, ViewTable } from '../reading/view-blocks.ts';
import type { ListMark } from '../reading/word-document.ts';

/** One line of a file's text, as it stands there. */
export interface CellLine {
  readonly text: string;
  /** The sign of a Word list, where the line opens a paragraph of one. */
  readonly list: ListMark | null;
  /** The line opens a paragraph, and was not made by a line break inside one. */
  readonly opensParagraph: boolean;
  /** The program's own bookmarks over it. */
  readonly bookmarks: readonly string[];
  readonly notes: readonly string[];
  /** What stands in the paragraph that the line opens, and is no text of it. */
  readonly asides: readonly Aside[];
}

/** The lines of blocks, top down, empty ones too; boxes and tables inside a cell give theirs where they stand. */
export function linesOf(blocks: readonly ViewBlock[]): CellLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return linesOfParagraph(block);
    return block.kind === 'table' ? linesOfTable(block) : linesOf(block.blocks);
  });
}

/** True for a line with something to read. */
export function hasText({ text }: CellLine): boolean {
  return text.trim() !== '';
}

function linesOfParagraph({ text, list, bookmarks, notes, asides }: ViewParagraph): CellLine[] {
  return text.split('\n').map((line, index) => ({
    text: toPlainLine(line),
    list: index === 0 ? list : null,
    opensParagraph: index === 0,
    bookmarks,
    notes: index === 0 ? notes : [],
    asides: index === 0 ? asides : [],
  }));
}

/** A table inside a cell, one line a row where that is how it reads. */
function linesOfTable({ rows }: ViewTable): CellLine[] {
  return rows.flatMap((row) => {
    const cells = row.cells
      .map(({ blocks }) => linesOf(blocks).filter(hasText))
      .filter(({ length }) => length > 0);
    const [first] = cells[0] ?? [];
    if (first === undefined) return [];
    if (cells.some(({ length }) => length > 1)) return cells.flat();
    return [
      {
        ...first,
        text: cells.map(([line]) => line?.text.trim() ?? '').join(' '),
        notes: cells.flatMap(([line]) => line?.notes ?? []),
      },
    ];
  });
}
