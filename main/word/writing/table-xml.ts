import { identifierPattern } from '../../../shared/model/identifier.ts';
import { cellMargin } from '../../../shared/model/forms/cell-room.ts';
import { itemOwners, isItemField } from '../../../shared/model/fields/item-parts.ts';
import { linesOfRow, type LineCell } from '../../../shared/model/outline-grid.ts';
import type { Outline, OutlinePart, OutlineRow } from '../../../shared/model/outline.ts';
import { columnTwips, twipsOfPoints } from './lengths.ts';
import { paragraphXml, partXml } from './paragraph-xml.ts';
import { styleIds } from './paragraph-styles.ts';
import { borderWidth, columnHeadingMargin, columnHeadingShade, disputedShade } from './table-look.ts';
import { xmlText } from './xml-text.ts';

/**
 * The tables of a document, a new one for each row that asks for a new page.
 *
 * A row that asks for a new page closes the table, and a new one opens with its own heading row behind a
 * paragraph of one point that starts the page. `w:pageBreakBefore` inside the row would keep one table in
 * Word, but LibreOffice 7 ignores any break inside a table; only a new table starts a page in both. The
 * break sits on the paragraph and not in the table, because a paragraph left over on a full page would make
 * an empty one; and there must be a paragraph, because Word joins tables that touch.
 */
export class PagedTables {
  readonly #opening: string;
  readonly #sheets: boolean;
  #opened = false;

  constructor({ columns, sheets }: Pick<Outline, 'columns' | 'sheets'>, caption: string) {
    this.#sheets = sheets === true;
    this.#opening = tableOpening(columns, caption, !this.#sheets);
  }

  /** What is to write before a row; `startsPage` for one that asks for a new page. Each sheet is a table. */
  openFor(startsPage: boolean): string {
    if (!this.#opened) {
      this.#opened = true;
      return this.#opening;
    }
    if (startsPage) return `</w:tbl>${pageBreak}${this.#opening}`;
    return this.#sheets ? `</w:tbl>${paragraphXml(styleIds.cell, '')}${this.#opening}` : '';
  }

  /** What is left to write behind the last row. */
  end(): string {
    return this.#opened ? '</w:tbl>' : `${this.#opening}</w:tbl>`;
  }
}

/**
 * Writes the table as WordprocessingML, row by row.
 *
 * Rows of up to a page are never split; the heading row stands again on each page by `w:tblHeader`.
 */
export class TableXml {
  readonly #tables: PagedTables;
  readonly #widths: readonly number[];
  readonly #cellStarts: readonly string[];
  readonly #disputedStarts: readonly string[];
  readonly #disputed: ReadonlySet<string>;
  #bookmarks = 0;

  /** `disputed`: rows and fields (`row/field`) about which sides still differ; their cells are shaded. */
  constructor(outline: Outline, disputed: ReadonlySet<string> = new Set()) {
    this.#widths = columnTwips(outline.columns);
    this.#cellStarts = this.#widths.map((width) => cellStart(width));
    this.#disputedStarts = this.#widths.map((width) => cellStart(width, shading(disputedShade)));
    this.#disputed = disputed;
    this.#tables = new PagedTables(outline, outline.title);
  }

  /** The table up to and with `row`'s end; `maySplit` for a row that is taller than a page. */
  row(row: OutlineRow, maySplit: boolean): string {
    if (!identifierPattern.test(row.id)) throw new RangeError(`"${row.id}" can't name a bookmark`);
    const opening = this.#tables.openFor(row.pageBreakBefore);
    if (row.lines !== undefined) return opening + this.#lines(row, maySplit);
    let xml = opening + rowStart(maySplit);
    const { cells } = row;
    for (let index = 0; index < cells.length; index += 1) {
      const parts = cells[index]?.parts ?? [];
      xml += (this.#isDisputed(row.id, parts) ? this.#disputedStarts : this.#cellStarts)[index] ?? '<w:tc>';
      xml += `${this.#parts(row.id, parts)}</w:tc>`;
    }
    return `${xml}</w:tr>`;
  }

  /** A row of several lines, each a row of the table; all but the last keep with the next one, as far as a page goes. */
  #lines(row: OutlineRow, maySplit: boolean): string {
    const lines = linesOfRow(row);
    return lines
      .map((cells, line) => {
        const keep = !maySplit && line < lines.length - 1;
        return `${rowStart(maySplit)}${cells.map((cell) => this.#cell(row.id, cell, keep)).join('')}</w:tr>`;
      })
      .join('');
  }

  #cell(row: string, { cell, merge, ...place }: LineCell, keep: boolean): string {
    const start = placedCellStart(this.#widths, {
      ...place,
      merge,
      isLabel: cell.label !== undefined,
      isDisputed: this.#isDisputed(row, cell.parts),
    });
    if (merge === 'goes-on') return `${start}${paragraphXml(styleIds.cell, '', keep)}</w:tc>`;
    if (cell.label !== undefined) return `${start}${labelXml(cell.label, keep)}</w:tc>`;
    return `${start}${this.#parts(row, cell.parts, keep)}</w:tc>`;
  }

  #isDisputed(row: string, parts: readonly OutlinePart[]): boolean {
    return this.#disputed.size > 0 && parts.some(({ field }) => this.#disputed.has(`${row}/${field}`));
  }

  #parts(row: string, parts: readonly OutlinePart[], keep = false): string {
    let xml = '';
    for (const part of parts) {
      const bookmark = bookmarkOf(row, part);
      xml += partXml(part, bookmark, this.#bookmarks, keep);
      if (bookmark !== null) this.#bookmarks += 1;
    }
    // A cell without a paragraph is not valid (ECMA-376 17.4.65).
    return xml === '' ? paragraphXml(styleIds.cell, '', keep) : xml;
  }

  /** What is left to write behind the last row. */
  end(): string {
    return this.#tables.end();
  }
}

/** The name by which a part is found again; null for one of no item. Items bear their own, whatever row they stand in. */
function bookmarkOf(row: string, { field, of }: OutlinePart): string | null {
  if (of === undefined || !isItemField(field)) return `_sg_${row}_${field}`;
  if (of.item === null) return null;
  if (!identifierPattern.test(of.item)) throw new RangeError(`"${of.item}" can't name a bookmark`);
  return `${itemOwners[field] === 'target' ? '_st_' : '_so_'}${of.item}_${of.part}`;
}

/** The beginning of a row; `maySplit` for one that is taller than a page, `mark` for one that came or went. */
export function rowStart(maySplit: boolean, mark = ''): string {
  const properties = (maySplit ? '' : '<w:cantSplit/>') + mark;
  return properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${properties}</w:trPr>`;
}

/** The beginning of a table with these columns; `headed`: with its heading row. */
export function tableOpening(columns: Outline['columns'], caption: string, headed = true): string {
  const widths = columnTwips(columns);
  return (
    `<w:tbl>${tableProperties(widths, caption, headed)}` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    (headed ? headingRow(columns, widths) : '')
  );
}

function shading(colour: string): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>`;
}

/** The beginning of a cell; `width` in twips, `more` further properties. */
export function cellStart(width: number, more = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>`;
}

interface PlacedCell extends Pick<LineCell, 'column' | 'columns' | 'merge'> {
  readonly isLabel: boolean;
  readonly isDisputed?: boolean;
}

/** The beginning of a cell that may go over several columns and lines; `widths` of the grid in twips. */
export function placedCellStart(
  widths: readonly number[],
  { column, columns, merge, isLabel, isDisputed = false }: PlacedCell,
): string {
  const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
  return cellStart(
    width,
    (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '') +
      (merge === 'none' ? '' : merge === 'opens' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') +
      (isDisputed ? shading(disputedShade) : '') +
      (isLabel ? `${labelShade}<w:vAlign w:val="center"/>` : ''),
  );
}

/** The lines of a label that the form prints. */
export function labelXml(label: readonly string[], keep = false): string {
  const lines = label.length === 0 ? [''] : label;
  return lines.map((line) => paragraphXml(styleIds.columnHeading, line, keep)).join('');
}

const labelShade = shading(columnHeadingShade);

/** A paragraph that nobody sees, behind which a page begins. */
export const pageBreak = `<w:p><w:pPr><w:pStyle w:val="${styleIds.seam}"/><w:pageBreakBefore/></w:pPr></w:p>`;

function tableProperties(widths: readonly number[], title: string, headed: boolean): string {
  const border = (side: string) =>
    `<w:${side} w:val="single" w:sz="${borderWidth}" w:space="0" w:color="auto"/>`;
  const margin = (side: string, points: number) =>
    `<w:${side} w:w="${twipsOfPoints(points)}" w:type="dxa"/>`;
  return (
    `<w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>` +
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>' +
    margin('top', cellMargin.top) +
    margin('left', cellMargin.side) +
    margin('bottom', cellMargin.top) +
    margin('right', cellMargin.side) +
    `</w:tblCellMar><w:tblLook w:val="${headed ? '0020' : '0000'}" w:firstRow="${headed ? 1 : 0}" w:lastRow="0" w:firstColumn="0"` +
    ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
    // What a screen reader says before it enters the table.
    `<w:tblCaption w:val="${xmlText(title)}"/></w:tblPr>`
  );
}

function headingRow(columns: Outline['columns'], widths: readonly number[]): string {
  const air = twipsOfPoints(cellMargin.top + columnHeadingMargin);
  const cells = columns.map(
    ({ heading }, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>` +
      labelShade +
      `<w:tcMar><w:top w:w="${air}" w:type="dxa"/><w:bottom w:w="${air}" w:type="dxa"/></w:tcMar>` +
      '<w:vAlign w:val="center"/></w:tcPr>' +
      (heading.length === 0 ? [''] : heading)
        .map((line) => paragraphXml(styleIds.columnHeading, line))
        .join('') +
      '</w:tc>',
  );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}
