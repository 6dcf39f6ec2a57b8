import { markedField } from '../reading/field-bookmark.ts';
import type { ViewCell } from '../reading/view-blocks.ts';
import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import { asideRow, type AsideRow } from './row-asides.ts';
import { repeatsHead } from './repeated-row.ts';
import type { ReportColumn } from './report-column.ts';
import type { TableRow } from './report-tables.ts';
import {
  cellsByColumn,
  cellWith,
  headOf,
  isHead,
  linesIn,
  saysSame,
  sectionOf,
  type Cells,
  type ReadCell,
} from './row-cells.ts';
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

interface OpenInitiative extends InitiativeRow {
  id: string | null;
  readonly lines: Map<ReportColumn, readonly CellLine[]>;
  readonly strays: CellLine[];
  readonly carriedOn: Set<CellLine>;
}

/** Puts the rows of a table together to initiatives. */
export function gatherInitiatives(rows: readonly TableRow[]): InitiativeRows {
  const initiatives: OpenInitiative[] = [];
  const bands: Band[] = [];
  const asides: AsideLine[] = [];
  /** Why the last row was no initiative; rows that carry it on are none, either. */
  let aside: AsideRow | null = null;
  const ids = new Set<string>();
  let band: readonly CellLine[] = [];
  let merged: readonly CellLine[] = [];
  for (const { row, columns, startsPage } of rows) {
    const across = bandOf(row.cells, columns);
    if (across !== null) {
      if (across.every(({ text }) => isSectionName(text))) band = across;
      for (const line of across) bands.push({ before: initiatives.length + 1, line });
      continue;
    }
    const cells = cellsByColumn(row.cells, columns);
    if ([...cells.values()].every(({ lines }) => !lines.some(hasText))) continue;

    const why: AsideRow | null = asideRow(cells, columns) ?? (startsRow(cells, columns) ? null : aside);
    aside = why;
    if (why !== null) {
      asides.push(...asideLines(cells, why));
      continue;
    }

    const section = sectionOf(cells, columns);
    const same = section !== undefined && (section.cell.merge === 'continued' || saysSame(section));
    if (section !== undefined && !same) merged = section.lines;
    const above = same ? merged : band;
    if (same && saysSame(section)) cells.delete(section.column);

    const last = initiatives.at(-1);
    if (last !== undefined && carriesOn(cells, columns, last)) {
      carryOn(last, cells);
      continue;
    }
    if (
      last !== undefined &&
      repeatsHead(headOf(last.columns, last.lines), headOf(columns, linesIn(cells)))
    ) {
      carryOn(last, new Map([...cells].filter(([column]) => !isHead(column))));
      continue;
    }
    const started: OpenInitiative = {
      id: identifierIn(cells, ids),
      startsPage: startsPage && last !== undefined,
      columns,
      lines: new Map(),
      strays: [],
      carriedOn: new Set(),
      sectionAbove: above.filter(hasText),
    };
    carryOn(started, cells);
    initiatives.push(started);
  }
  return { initiatives, bands, asides };
}

function asideLines(cells: Cells, why: AsideRow): AsideLine[] {
  return [...cells].flatMap(([column, { lines }]) =>
    lines.filter(hasText).map((line) => ({ heading: column?.heading ?? '', line, why })),
  );
}

/** The lines of a row that is one cell across several columns, and nothing else. */
function bandOf(cells: readonly ViewCell[], columns: readonly ReportColumn[]): CellLine[] | null {
  const said = cells.filter(({ blocks }) => linesOf(blocks).some(hasText));
  const [only] = said;
  if (only === undefined || said.length > 1 || columns.length < 3 || cells.length * 2 > columns.length)
    return null;
  const covered = columns.filter(({ from, to }) => from < only.column + only.span && to > only.column);
  return covered.length * 2 > columns.length ? linesOf(only.blocks).filter(hasText) : null;
}

/** A row that belongs to the one above: it has no title and no number of its own. */
function carriesOn(cells: Cells, columns: readonly ReportColumn[], last: InitiativeRow): boolean {
  // A table in layers: under further headings, without title or number, the row has its other half.
  const heads = (own: readonly ReportColumn[]): boolean => own.some(isHead);
  if (!heads(columns) && heads(last.columns)) return true;
  if (!startsRow(cells, columns)) return true;
  const title = cellWith(cells, columns, 'title');
  const number = cellWith(cells, columns, 'number');
  if (says(number) || !says(title)) return false;
  // A title cell cut in two by the page: its second half is the section in brackets.
  const text = (title?.lines ?? []).map((line) => line.text.trim()).join('');
  return number !== undefined && /^[(（].*[)）]$/.test(text) && isSectionName(text.slice(1, -1));
}

/** A row with a title or a number of its own, or in a table that has neither. */
function startsRow(cells: Cells, columns: readonly ReportColumn[]): boolean {
  const heads = (['title', 'number'] as const).filter((field) =>
    columns.some(({ fields }) => fields.includes(field)),
  );
  return heads.length === 0 || heads.some((field) => says(cellWith(cells, columns, field)));
}

function says(cell: ReadCell | undefined): boolean {
  return cell !== undefined && cell.cell.merge !== 'continued' && cell.lines.some(hasText);
}

/** Puts a row's cells under those that the initiative has already. */
function carryOn(initiative: OpenInitiative, cells: Cells): void {
  for (const [column, { lines }] of cells) {
    // On the next page stands another table, whose columns are others of the same fields.
    const own =
      column === null || initiative.columns.includes(column)
        ? column
        : (initiative.columns.find((candidate) => sameColumn(candidate, column)) ?? column);
    if (own === null) {
      for (const line of lines) if (hasText(line)) initiative.strays.push(line);
      continue;
    }
    const known = initiative.lines.get(own) ?? [];
    const first = lines.find(hasText);
    if (first !== undefined && known.some(hasText)) initiative.carriedOn.add(first);
    initiative.lines.set(own, [...known, ...lines]);
  }
}

function sameColumn(one: ReportColumn, other: ReportColumn): boolean {
  return one.heading === other.heading && one.fields.join() === other.fields.join();
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
