import { markedField } from '../reading/field-bookmark.ts';
import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import type { PlacedCell } from './placed-cell.ts';
import type { ReportColumn } from './report-column.ts';
import type { TableRow } from './report-tables.ts';
import { asideRow, type AsideRow } from './row-asides.ts';
import { bearsMarkOfItem, itemLineOf, type ItemLine } from './item-lines.ts';
import { cellsByColumn, saysSame, sectionOf, type Cells, type ReadCell } from './row-cells.ts';
import { carryOn, goesOnWith, startsRow, titleKey, type OpenInitiative } from './row-joins.ts';
import { isSectionName } from './section-name.ts';

/** What the file's table says of one initiative, put together from its row or rows. */
export interface InitiativeRow {
  /** The row's identifier, where the program's bookmarks still stand. */
  readonly id: string | null;
  readonly startsPage: boolean;
  readonly columns: readonly ReportColumn[];
  /** Lines by column, empty ones too. */
  readonly lines: ReadonlyMap<ReportColumn, readonly CellLine[]>;
  /** Lines under no column at all. */
  readonly strays: readonly CellLine[];
  /** Lines with which a row on the next page carries on the one above. */
  readonly carriedOn: ReadonlySet<CellLine>;
  /** In a table with a line for each target: what stands on each of its lines, top down. */
  readonly itemLines: readonly ItemLine[];
  /** Said for several rows at once: by a band across the table, or by a cell merged over them. */
  readonly sectionAbove: readonly CellLine[];
}

export interface InitiativeRows {
  readonly initiatives: readonly InitiativeRow[];
  /** Lines of rows that are one cell across the table; those that name a section speak for the rows below. */
  readonly bands: readonly Band[];
  /** Lines of rows that are no initiative. */
  readonly asides: readonly AsideLine[];
}

export interface Band {
  /** Place of the row below it, from 1. */
  readonly before: number;
  readonly line: CellLine;
}

export interface AsideLine {
  readonly heading: string;
  readonly line: CellLine;
  readonly why: AsideRow;
}

/** Puts the rows of a table together to initiatives. */
export function gatherInitiatives(rows: readonly TableRow[]): InitiativeRows {
  const initiatives: OpenInitiative[] = [];
  const bands: Band[] = [];
  const asides: AsideLine[] = [];
  /** Why the last row was no initiative; rows that carry it on are none, either. */
  let aside: AsideRow | null = null;
  const ids = new Set<string>();
  const byTitle = new Map<string, OpenInitiative[]>();
  let band: readonly CellLine[] = [];
  let merged: readonly CellLine[] = [];
  for (const { cells: placed, columns, startsPage, table, section: above } of rows) {
    if (above !== undefined) {
      band = above;
      for (const line of above) bands.push({ before: initiatives.length + 1, line });
    }
    const across = bandOf(placed, columns);
    if (across !== null) {
      if (across.every(({ text }) => isSectionName(text))) band = across;
      for (const line of across) bands.push({ before: initiatives.length + 1, line });
      continue;
    }
    const found = cellsByColumn(placed, columns);
    const cells = columns.some(({ ofEach }) => ofEach !== undefined) ? withoutGoingOn(found) : found;
    const bearsItem = itemLineOf(cells).some(({ lines }) => lines.some(bearsMarkOfItem));
    if (!bearsItem && [...cells.values()].every(({ lines }) => !lines.some(hasText))) continue;

    const why: AsideRow | null = asideRow(cells, columns) ?? (startsRow(cells, columns) ? null : aside);
    aside = why;
    if (why !== null) {
      asides.push(...asideLines(cells, why));
      continue;
    }

    const section = sectionOf(cells, columns);
    const same = section !== undefined && (section.cell.merge === 'continued' || saysSame(section));
    if (section !== undefined && !same) merged = section.lines;
    if (same && saysSame(section)) cells.delete(section.column);

    const title = titleKey({ cells, columns });
    const sameTitle = title === '' ? [] : (byTitle.get(title) ?? []);
    const earlier = goesOnWith(initiatives.at(-1), sameTitle, { cells, columns, table });
    if (earlier !== null) {
      carryOn(earlier.initiative, earlier.cells, { ...earlier, columns, table });
      continue;
    }
    const started: OpenInitiative = {
      id: identifierIn(cells, ids),
      startsPage: startsPage && initiatives.length > 0,
      columns: [...columns],
      tables: new Set([table]),
      firstTable: table,
      facts: null,
      lines: new Map(),
      strays: [],
      itemLines: [],
      carriedOn: new Set(),
      sectionAbove: (same ? merged : band).filter(hasText),
    };
    carryOn(started, cells, { columns, table, anew: false });
    initiatives.push(started);
    sameTitle.push(started);
    if (title !== '') byTitle.set(title, sameTitle);
  }
  return { initiatives, bands, asides };
}

/** The cells without those that go on from the line above: Word shows nothing in them. */
function withoutGoingOn(cells: Cells): Map<ReportColumn | null, ReadCell> {
  return new Map(
    [...cells].filter(
      ([column, { cell, lines }]) =>
        column?.ofEach !== undefined || cell.merge !== 'continued' || lines.some(hasText),
    ),
  );
}

function asideLines(cells: Cells, why: AsideRow): AsideLine[] {
  return [...cells].flatMap(([column, { lines }]) =>
    lines.filter(hasText).map((line) => ({ heading: column?.heading ?? '', line, why })),
  );
}

/** The lines of a row that is one cell across several columns, and nothing else. */
function bandOf(cells: readonly PlacedCell[], columns: readonly ReportColumn[]): CellLine[] | null {
  const said = cells.filter(({ blocks }) => linesOf(blocks).some(hasText));
  const [only] = said;
  if (only === undefined || said.length > 1 || columns.length < 3 || cells.length * 2 > columns.length)
    return null;
  const covered = columns.filter(({ from, to }) => from < only.column + only.span && to > only.column);
  return covered.length * 2 > columns.length ? linesOf(only.blocks).filter(hasText) : null;
}

/** The identifier that the bookmarks of the row's cells bear; one that another row has is that row's. */
function identifierIn(cells: Cells, taken: Set<string>): string | null {
  for (const { lines } of cells.values()) {
    for (const { bookmarks } of lines) {
      for (const name of bookmarks) {
        const row = markedField(name)?.row;
        if (row === undefined || taken.has(row)) continue;
        taken.add(row);
        return row;
      }
    }
  }
  return null;
}
