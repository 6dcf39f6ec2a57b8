import type { Form } from '../../../shared/model/form.ts';
import { cellMargin, emsInColumn } from '../../../shared/model/forms/cell-room.ts';
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
  fits(row: Pick<OutlineRow, 'cells'>, first: boolean): boolean;
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

  return {
    fits(row, first) {
      const lines = first ? linesUnderTitle : linesOnPage;
      return row.cells.every((cell, index) => cellFits(cell, widths[index] ?? 1, lines));
    },
  };
}

function cellFits(cell: OutlineCell, width: number, lines: number): boolean {
  if (quickLines(cell, width) <= lines) return true;
  let counted = 0;
  for (const { paragraphs } of cell.parts) {
    for (const { kind, text } of paragraphs) {
      counted += linesOf(kind === 'figure' ? text : text.slice(indents[kind]), width - indents[kind]);
      if (counted > lines) return false;
    }
  }
  return true;
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
