import { identifierPattern } from '../../../shared/model/identifier.ts';
import { cellMargin } from '../../../shared/model/forms/cell-room.ts';
import type { Outline, OutlineRow } from '../../../shared/model/outline.ts';
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
  #opened = false;

  constructor(columns: Outline['columns'], caption: string) {
    this.#opening = tableOpening(columns, caption);
  }

  /** What is to write before a row; `startsPage` for one that asks for a new page. */
  openFor(startsPage: boolean): string {
    if (!this.#opened) {
      this.#opened = true;
      return this.#opening;
    }
    return startsPage ? `</w:tbl>${pageBreak}${this.#opening}` : '';
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
  readonly #cellStarts: readonly string[];
  readonly #disputedStarts: readonly string[];
  readonly #disputed: ReadonlySet<string>;
  #bookmarks = 0;

  /** `disputed`: rows and fields (`row/field`) about which sides still differ; their cells are shaded. */
  constructor(outline: Outline, disputed: ReadonlySet<string> = new Set()) {
    const widths = columnTwips(outline.columns);
    this.#cellStarts = widths.map((width) => cellStart(width));
    this.#disputedStarts = widths.map((width) => cellStart(width, disputedShade));
    this.#disputed = disputed;
    this.#tables = new PagedTables(outline.columns, outline.title);
  }

  /** The table up to and with `row`'s end; `maySplit` for a row that is taller than a page. */
  row(row: OutlineRow, maySplit: boolean): string {
    if (!identifierPattern.test(row.id)) throw new RangeError(`"${row.id}" can't name a bookmark`);
    let xml = this.#tables.openFor(row.pageBreakBefore) + rowStart(maySplit);
    const { cells } = row;
    for (let index = 0; index < cells.length; index += 1) {
      const parts = cells[index]?.parts ?? [];
      const isDisputed =
        this.#disputed.size > 0 && parts.some(({ field }) => this.#disputed.has(`${row.id}/${field}`));
      xml += (isDisputed ? this.#disputedStarts : this.#cellStarts)[index] ?? '<w:tc>';
      for (const part of parts) {
        xml += partXml(part, `_sg_${row.id}_${part.field}`, this.#bookmarks);
        this.#bookmarks += 1;
      }
      // A cell without a paragraph is not valid (ECMA-376 17.4.65).
      xml += parts.length === 0 ? `${paragraphXml(styleIds.cell, '')}</w:tc>` : '</w:tc>';
    }
    return `${xml}</w:tr>`;
  }

  /** What is left to write behind the last row. */
  end(): string {
    return this.#tables.end();
  }
}

/** The beginning of a row; `maySplit` for one that is taller than a page, `mark` for one that came or went. */
export function rowStart(maySplit: boolean, mark = ''): string {
  const properties = (maySplit ? '' : '<w:cantSplit/>') + mark;
  return properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${properties}</w:trPr>`;
}

/** The beginning of a table with these columns, its heading row included. */
export function tableOpening(columns: Outline['columns'], caption: string): string {
  const widths = columnTwips(columns);
  return (
    `<w:tbl>${tableProperties(widths, caption)}` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    headingRow(columns, widths)
  );
}

/** The beginning of a cell; `width` in twips, `shade` as RRGGBB. */
export function cellStart(width: number, shade = ''): string {
  const shading = shade === '' ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>`;
}

/** A paragraph that nobody sees, behind which a page begins. */
export const pageBreak = `<w:p><w:pPr><w:pStyle w:val="${styleIds.seam}"/><w:pageBreakBefore/></w:pPr></w:p>`;

function tableProperties(widths: readonly number[], title: string): string {
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
    '</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"' +
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
      `<w:shd w:val="clear" w:color="auto" w:fill="${columnHeadingShade}"/>` +
      `<w:tcMar><w:top w:w="${air}" w:type="dxa"/><w:bottom w:w="${air}" w:type="dxa"/></w:tcMar>` +
      '<w:vAlign w:val="center"/></w:tcPr>' +
      (heading.length === 0 ? [''] : heading)
        .map((line) => paragraphXml(styleIds.columnHeading, line))
        .join('') +
      '</w:tc>',
  );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}
