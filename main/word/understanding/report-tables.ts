import type { ViewBlock, ViewRow, ViewTable } from '../reading/view-blocks.ts';
import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import type { ReadFor } from './known-form.ts';
import type { ColumnField } from './field-names.ts';
import { isHeadingRow } from './headings/heading-rows.ts';
import { LinesAbove } from './lines-above.ts';
import type { PlacedCell } from './placed-cell.ts';
import type { ReportColumn } from './report-column.ts';
import { namesDepartment, readTitle } from './report-title.ts';
import { paragraphSheet } from './sheet/paragraph-sheet.ts';
import { withSheetGrades } from './sheet/sheet-grades.ts';
import { sheetRows, type SheetRow } from './sheet/sheet-rows.ts';
import { columnsOfRow, headingsOf, type HeadedTable } from './table-columns.ts';
import { isNumber } from './values.ts';

/** A row of the report's table or tables, in the order of the file. */
export interface TableRow {
  readonly cells: readonly PlacedCell[];
  readonly columns: readonly ReportColumn[];
  /** It is the first under a page break that somebody made. */
  readonly startsPage: boolean;
  /** Which of the report's tables it stands in, from 1. */
  readonly table: number;
  /** The section that is named above its table, for it and all below. */
  readonly section?: readonly CellLine[];
  /** It was put together of a sheet's parts, each in a column of its own. */
  readonly sheet?: true;
}

/** A line that stands in none of the report's tables. */
export interface OutsideLine {
  readonly line: CellLine;
  /** What the cell to its left says, for a line in another table. */
  readonly label: string;
  /** It stands above the first table of the report. */
  readonly above: boolean;
  /** It belongs to another department's report, which stands in the same file. */
  readonly another: boolean;
}

export interface ReportTables {
  readonly rows: readonly TableRow[];
  readonly outside: readonly OutsideLine[];
  readonly tables: number;
  readonly otherTables: number;
  /** Of all tables of the report. */
  readonly columns: readonly ReportColumn[];
  /** What headings tell the writer besides, each once. */
  readonly remarks: readonly HeadedTable['remarks'][number][];
}

const longestTitle = 120;

/** Finds the report's rows and everything around them. */
export function findReportTables(blocks: readonly ViewBlock[], reading: ReadFor): ReportTables {
  const search = new TableSearch(reading);
  search.walk(blocks);
  if (search.tables === 0) search.paragraphs(blocks);
  return { ...search.found(), rows: withSheetGrades(search.rows) };
}

class TableSearch {
  readonly rows: TableRow[] = [];
  tables = 0;
  readonly #reading: ReadFor;
  readonly #outside: OutsideLine[] = [];
  #otherTables = 0;
  readonly #allColumns: ReportColumn[] = [];
  readonly #remarks = new Map<string, HeadedTable['remarks'][number]>();
  /** Who declares, by the title above the first table, and by the last title since. */
  #who: string | null = null;
  #whoNow: string | null = null;
  /** The last table of the report, where it has headings of its own. */
  #headed: HeadedTable | null = null;
  /** The last table of the report is a sheet. */
  #sheet = false;
  #pageBroken = false;
  readonly #above = new LinesAbove();

  constructor(reading: ReadFor) {
    this.#reading = reading;
  }

  found(): Omit<ReportTables, 'rows'> {
    return {
      outside: this.#outside,
      tables: this.tables,
      otherTables: this.#otherTables,
      columns: this.#allColumns,
      remarks: [...this.#remarks.values()],
    };
  }

  walk(blocks: readonly ViewBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.#table(block);
      else if (block.kind === 'text-box') this.walk(block.blocks);
      else {
        if (block.startsPage || block.breaksPage) this.#pageBroken = true;
        const lines = linesOf([block]);
        for (const { text } of lines) this.#takeTitle(text);
        this.#above.add(block, this.#leave(lines, ''));
      }
    }
  }

  /** A file without tables, in which labels stand above their texts. */
  paragraphs(blocks: readonly ViewBlock[]): void {
    const read = paragraphSheet(blocks, this.#reading);
    if (read === null) return;
    this.#outside.length = 0;
    this.#leave(read.before, '');
    this.#takeRemarks(read.remarks);
    this.#sheetRows(read.rows);
  }

  #table(table: ViewTable): void {
    if (this.#opensAnotherReport()) this.#ofAnother(table);
    else if (!this.#takeSheet(table) && !this.#takeHeaded(table)) {
      this.#otherTables += 1;
      for (const row of table.rows) this.#otherRow(row);
    }
    this.#above.clear();
  }

  /** Under another department's title the file goes on with that one's report: it is not ours. */
  #opensAnotherReport(): boolean {
    return this.#who !== null && this.#whoNow !== null && this.#who !== this.#whoNow;
  }

  #ofAnother({ rows }: ViewTable): void {
    this.#otherTables += 1;
    for (const { cells } of rows) {
      for (const { blocks } of cells) this.#leave(linesOf(blocks).filter(hasText), '');
    }
  }

  /** A table with labels beside or above its texts. */
  #takeSheet(table: ViewTable): boolean {
    const section = this.#above.takeSection();
    const title = this.#above.title();
    const read = sheetRows(table, {
      reading: this.#reading,
      above: title?.blocks ?? null,
      goesOn: this.#sheet,
    });
    if (read === null) {
      if (section !== null) this.#above.giveBack();
      return false;
    }
    if (read.tookAbove) this.#use(title?.used ?? []);
    const own = read.rows.some(({ columns }) => columns.some(({ fields }) => fields.includes('section')));
    if (section !== null && !own) this.#use(section.used);
    this.#takeRemarks(read.remarks);
    this.#sheetRows(read.rows, section !== null && !own ? section.lines : undefined);
    return true;
  }

  #sheetRows(rows: readonly SheetRow[], section?: readonly CellLine[]): void {
    this.#who ??= this.#whoNow;
    this.tables += 1;
    this.#sheet = true;
    this.#headed = null;
    for (const [at, { cells, columns }] of rows.entries()) {
      this.#allColumns.push(...columns);
      this.#push({
        cells,
        columns,
        sheet: true,
        ...(at === 0 && section !== undefined ? { section } : {}),
      });
    }
  }

  #takeHeaded(table: ViewTable): boolean {
    const headed = headingsOf(table, this.#reading);
    if (headed === null) {
      const goesOn = this.#headed !== null && carriesOn(table, this.#headed.columns);
      if (goesOn && this.#headed !== null) this.#headedRows(table.rows, this.#headed, null);
      return goesOn;
    }
    // What stands above the headings inside the table: often the title.
    for (const row of table.rows.slice(0, headed.start)) this.#otherRow(row);
    this.#who ??= this.#whoNow;
    this.tables += 1;
    this.#sheet = false;
    this.#headedRows(table.rows.slice(headed.end), headed, this.#above);
    return true;
  }

  #headedRows(rows: readonly ViewRow[], first: HeadedTable, above: LinesAbove | null): void {
    let headed = first;
    this.#meet(headed);
    const has = (field: ColumnField): boolean =>
      headed.columns.some(({ fields }) => fields.includes(field));
    let section = has('section') ? null : (above?.takeSection() ?? null);
    let title = has('title') || rows.length !== 1 ? null : (above?.title() ?? null);
    this.#use([...(section?.used ?? []), ...(title?.used ?? [])]);
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place];
      if (row === undefined) continue;
      if (isHeadingRow(row, this.#reading)) {
        const again = headingsOf(
          { kind: 'table', rows: rows.slice(place, place + 3 + headed.layers.length) },
          this.#reading,
        );
        if (again !== null) {
          headed = again;
          this.#meet(headed);
          place += again.end - 1;
          continue;
        }
      }
      const columns = columnsOfRow(headed, row);
      this.#push({
        cells: title === null ? row.cells : [titleCell(title.blocks), ...row.cells],
        columns: title === null ? columns : [titleColumn, ...columns],
        ...(section === null ? {} : { section: section.lines }),
        opens: opensPage(row),
      });
      section = null;
      title = null;
    }
  }

  /** Takes what the headings of a table say. */
  #meet(headed: HeadedTable): void {
    this.#headed = headed;
    this.#allColumns.push(...headed.columns);
    this.#takeRemarks(headed.remarks);
  }

  #takeRemarks(remarks: HeadedTable['remarks']): void {
    for (const remark of remarks) this.#remarks.set(remark.text, remark);
  }

  #push({ opens = false, ...row }: Omit<TableRow, 'startsPage' | 'table'> & { opens?: boolean }): void {
    this.rows.push({ ...row, table: this.tables, startsPage: this.#pageBroken || opens });
    this.#pageBroken = false;
  }

  /** Lines that were left outside, and are said of the rows below. */
  #use(lines: readonly OutsideLine[]): void {
    for (const line of lines) {
      const at = this.#outside.lastIndexOf(line);
      if (at >= 0) this.#outside.splice(at, 1);
    }
  }

  /** A row of a table that is not the report's, which may frame the report's or say whose it is. */
  #otherRow(row: ViewRow): void {
    let label = '';
    for (const { blocks } of row.cells) {
      if (blocks.some(({ kind }) => kind === 'table')) {
        this.walk(blocks);
        continue;
      }
      const lines = linesOf(blocks).filter(hasText);
      this.#leave(lines, label);
      label = lines
        .map(({ text }) => text.trim())
        .join('')
        .slice(0, 40);
    }
  }

  #takeTitle(text: string): void {
    const title = text.length > longestTitle ? null : readTitle(text);
    if (title !== null && namesDepartment(title)) this.#whoNow = title.who.replace(/\s+/g, '');
  }

  #leave(lines: readonly CellLine[], label: string): OutsideLine[] {
    const another = this.#opensAnotherReport();
    const left = lines.filter(hasText).map((line) => ({ line, label, above: this.tables === 0, another }));
    this.#outside.push(...left);
    return left;
  }
}

/** A title that stands above its table, as a column of it. */
const titleColumn: ReportColumn = { from: -1, to: 0, heading: '', fields: ['number', 'title', 'section'] };

function titleCell(blocks: readonly ViewBlock[]): PlacedCell {
  return { blocks, column: -1, span: 1, merge: 'none' };
}

/** A page broken before the row, by the first paragraph in it. */
function opensPage({ cells }: ViewRow): boolean {
  const [first] = cells[0]?.blocks ?? [];
  return first?.kind === 'paragraph' && first.startsPage;
}

/** A table without headings that carries the report on: as many cells a row, and numbers where numbers stood. */
function carriesOn({ rows }: ViewTable, columns: readonly ReportColumn[]): boolean {
  const numbers = columns.findIndex(({ fields }) => fields.includes('number'));
  return (
    rows.length > 0 &&
    rows.every(({ cells }) => cells.length === columns.length) &&
    (numbers < 0 ||
      rows.every(({ cells }) => {
        const text = linesOf(cells[numbers]?.blocks ?? []).filter(hasText);
        return text.every((line) => isNumber(line.text)) && text.length <= 1;
      }))
  );
}
