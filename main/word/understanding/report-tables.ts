import type { ViewBlock, ViewRow, ViewTable } from '../reading/view-blocks.ts';
import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import { namesDepartment, readTitle } from './report-title.ts';
import { isNumber } from './values.ts';
import type { ReportColumn } from './report-column.ts';
import { uprightRows, type UprightRow } from './upright-tables.ts';
import { headingsOf, isHeadingRow } from './table-columns.ts';

/** A row of the report's table or tables, in the order of the file. */
export interface TableRow {
  readonly row: ViewRow;
  readonly columns: readonly ReportColumn[];
  /** It is the first under a page break that somebody made. */
  readonly startsPage: boolean;
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
}

const longestTitle = 120;

/** Finds the report's rows and everything around them. */
export function findReportTables(blocks: readonly ViewBlock[]): ReportTables {
  const search = new TableSearch();
  search.walk(blocks);
  return search;
}

class TableSearch implements ReportTables {
  readonly rows: TableRow[] = [];
  readonly outside: OutsideLine[] = [];
  tables = 0;
  otherTables = 0;
  readonly columns: ReportColumn[] = [];
  /** Who declares, by the title above the first table, and by the last title since. */
  #who: string | null = null;
  #whoNow: string | null = null;
  /** Columns of the last table of the report. */
  #columns: readonly ReportColumn[] | null = null;
  #pageBroken = false;

  walk(blocks: readonly ViewBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.#table(block);
      else if (block.kind === 'text-box') this.walk(block.blocks);
      else {
        if (block.startsPage || block.breaksPage) this.#pageBroken = true;
        const lines = linesOf([block]);
        for (const { text } of lines) this.#takeTitle(text);
        this.#outside(lines, '');
      }
    }
  }

  #table(table: ViewTable): void {
    const headed = headingsOf(table);
    if (this.#opensAnotherReport()) {
      this.#ofAnother(table);
    } else if (headed !== null) {
      // What stands above the headings inside the table: often the title.
      for (const row of table.rows.slice(0, headed.start)) this.#otherRow(row);
      this.#who ??= this.#whoNow;
      this.#columns = headed.columns;
      this.columns.push(...headed.columns);
      this.tables += 1;
      this.#rows(table.rows.slice(headed.end));
    } else if (this.#columns !== null && goesOn(table, this.#columns)) {
      this.#rows(table.rows);
    } else if (!this.#upright(uprightRows(table))) {
      this.otherTables += 1;
      for (const row of table.rows) this.#otherRow(row);
    }
  }

  /** Under another department's title the file goes on with that one's report: it is not ours. */
  #opensAnotherReport(): boolean {
    return this.#who !== null && this.#whoNow !== null && this.#who !== this.#whoNow;
  }

  #ofAnother({ rows }: ViewTable): void {
    this.otherTables += 1;
    for (const { cells } of rows) {
      for (const { blocks } of cells) this.#outside(linesOf(blocks).filter(hasText), '');
    }
  }

  /** A table an initiative, with headings at the side. */
  #upright(found: readonly UprightRow[] | null): boolean {
    if (found === null) return false;
    this.#who ??= this.#whoNow;
    this.tables += 1;
    for (const { row, columns } of found) {
      this.columns.push(...columns);
      this.rows.push({ row, columns, startsPage: this.#pageBroken });
      this.#pageBroken = false;
    }
    return true;
  }

  #rows(rows: readonly ViewRow[]): void {
    let columns = this.#columns ?? [];
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place];
      if (row === undefined) continue;
      if (isHeadingRow(row)) {
        const again = headingsOf({ kind: 'table', rows: rows.slice(place, place + 3) });
        if (again !== null) {
          columns = again.columns;
          place += again.end - 1;
          continue;
        }
      }
      this.rows.push({ row, columns, startsPage: this.#pageBroken || opensPage(row) });
      this.#pageBroken = false;
    }
    this.#columns = columns;
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
      this.#outside(lines, label);
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

  #outside(lines: readonly CellLine[], label: string): void {
    const another = this.#opensAnotherReport();
    for (const line of lines) {
      if (hasText(line)) this.outside.push({ line, label, above: this.tables === 0, another });
    }
  }
}

/** A page broken before the row, by the first paragraph in it. */
function opensPage({ cells }: ViewRow): boolean {
  const [first] = cells[0]?.blocks ?? [];
  return first?.kind === 'paragraph' && first.startsPage;
}

/** A table without headings that carries the report on: as many cells a row, and numbers where numbers stood. */
function goesOn({ rows }: ViewTable, columns: readonly ReportColumn[]): boolean {
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
