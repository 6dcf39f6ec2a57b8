import type { Form } from '../../../shared/model/form.ts';
import { cellMargin, emsInColumn } from '../../../shared/model/forms/cell-room.ts';
import { linesOfRow } from '../../../shared/model/outline-grid.ts';
import type { Outline, OutlineCell, OutlineParagraph, OutlineRow } from '../../../shared/model/outline.ts';
import { pointsOf } from './lengths.ts';
import { headLineHeight, spaceAboveTable } from './paragraph-styles.ts';
import { columnHeadingMargin } from './table-look.ts';
import { linesOf } from '../../../shared/model/text-lines.ts';

/** Lines that the estimate may be wrong by without a row being cut off at the page's end. */
const doubt = 1;

/** Ems by which a paragraph's text stands in from the cell's edge, as the styles say. */
const indents: { readonly [kind in OutlineParagraph['kind']]: number } = {
  plain: 0,
  label: 0,
  bullet: 1,
  'as-of': 1,
  figure: 1,
};

/** Which rows are too tall to stand on one page and so must be allowed to split. */
export interface RowHeights {
  /** `first`: the row stands under the title, where less room is left. */
  fits(row: Pick<OutlineRow, 'cells' | 'lines'>, first: boolean): boolean;
}

export function rowHeights({ columns }: Pick<Outline, 'columns'>, form: Form): RowHeights {
  const { bodyLine, titleLine } = form.type;
  const widths = columns.map(({ width }) => emsInColumn(width, form.type));
  const heading = Math.max(
    1,
    ...columns.map(({ heading }, index) =>
      heading.reduce((lines, text) => lines + linesOf(text, widths[index] ?? 1), 0),
    ),
  );
  const page = pointsOf(form.page.height - form.page.margin.top - form.page.margin.bottom);
  const room = page - heading * bodyLine - 2 * columnHeadingMargin - 2 * cellMargin.top - 1;
  const roomUnderTitle = room - titleLine - headLineHeight(form.type) - spaceAboveTable;
  const linesOnPage = Math.floor(room / bodyLine) - doubt;
  const linesUnderTitle = Math.floor(roomUnderTitle / bodyLine) - doubt;
  const widthOver = (column: number, over: number): number =>
    emsInColumn(
      columns.slice(column, column + over).reduce((sum, { width }) => sum + width, 0),
      form.type,
    );

  return {
    fits(row, first) {
      const lines = first ? linesUnderTitle : linesOnPage;
      if (row.lines !== undefined) return linesFit(row, widthOver, lines - row.lines);
      return row.cells.every((cell, index) => cellFits(cell, widths[index] ?? 1, lines));
    },
  };
}

/**
 * Whether the lines of a row stand on one page together: each as tall as its tallest cell, and what a cell over several
 * of them is taller than they are, below.
 */
function linesFit(
  row: Pick<OutlineRow, 'cells' | 'lines'>,
  widthOver: (column: number, columns: number) => number,
  room: number,
): boolean {
  const lines = linesOfRow(row);
  const height = (cell: OutlineCell, column: number, over: number): number =>
    textLines(cell, widthOver(column, over), room + 1);
  const heights = lines.map((cells) =>
    Math.max(
      1,
      ...cells
        .filter(({ merge }) => merge === 'none')
        .map(({ cell, column, columns }) => height(cell, column, columns)),
    ),
  );
  const all = heights.reduce((sum, each) => sum + each, 0);
  const merged = lines
    .flat()
    .filter(({ merge }) => merge === 'opens')
    .map(({ cell, column, columns }) => height(cell, column, columns));
  return all <= room && Math.max(0, ...merged) <= room;
}

function cellFits(cell: OutlineCell, width: number, lines: number): boolean {
  return quickLines(cell, width) <= lines || textLines(cell, width, lines + 1) <= lines;
}

/** Lines that a cell's text takes; counted no further than `most`. */
function textLines({ label = [], parts }: OutlineCell, width: number, most: number): number {
  let counted = label.reduce((sum, text) => sum + linesOf(text, width), 0);
  for (const { paragraphs } of parts) {
    for (const { kind, text } of paragraphs) {
      counted += linesOf(kind === 'figure' ? text : text.slice(indents[kind]), width - indents[kind]);
      if (counted >= most) return counted;
    }
  }
  return counted;
}

/** Never fewer lines than the cell takes, without reading its text: nearly every row needs no closer look. */
function quickLines(cell: OutlineCell, width: number): number {
  // A line that ends early before a long word is at least half full together with the next one.
  const fullest = Math.max(1, (width - 2) / 2);
  let lines = 0;
  for (const { paragraphs } of cell.parts) {
    for (const { text } of paragraphs) lines += Math.ceil(text.length / fullest);
  }
  return lines + cell.parts.length;
}
