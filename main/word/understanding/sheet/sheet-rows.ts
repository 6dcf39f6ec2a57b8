import type { ViewBlock, ViewTable } from '../../reading/view-blocks.ts';
import type { ColumnField } from '../field-names.ts';
import type { ReadFor } from '../known-form.ts';
import type { PlacedCell } from '../placed-cell.ts';
import type { ReportColumn } from '../report-column.ts';
import { withSingleColumns } from '../single-columns.ts';
import { contentUnder, headingsIn, isLabel } from '../headings/heading-rows.ts';
import { headingsOf, type HeadedTable } from '../table-columns.ts';
import { columnsAsInitiatives } from './initiatives-as-columns.ts';
import { holdsLabels, mostly } from './label-places.ts';
import { sheetLines, type SheetCell, type SheetLine } from './sheet-lines.ts';
import { isHeadPart, SheetParts, textOf, type SheetPart } from './sheet-parts.ts';

/** One initiative of a sheet, as a row under headings. */
export interface SheetRow {
  readonly cells: readonly PlacedCell[];
  readonly columns: readonly ReportColumn[];
}

/** So many fields, the title among them, make a sheet a report's. */
const least = 3;

export interface SheetOptions {
  readonly reading: ReadFor;
  /** The line right above the table, which may be the title of what is in it. */
  readonly above: readonly ViewBlock[] | null;
  /** A sheet stands before it, which this table may carry on. */
  readonly goesOn: boolean;
}

export interface SheetRead {
  readonly rows: readonly SheetRow[];
  /** The line above was the title. */
  readonly tookAbove: boolean;
  /** What labels tell the writer besides, as ※年度末に記入, and of which label. */
  readonly remarks: HeadedTable['remarks'];
}

/**
 * The initiatives of a table in which labels stand left of their texts or above them; null for any other.
 */
export function sheetRows(table: ViewTable, options: SheetOptions): SheetRead | null {
  if (bearsMarks(table) || table.rows.some((row) => contentUnder(row, options.reading) !== null))
    return null;
  const lines = sheetLines(table.rows, options.reading, ownHeadings(table, options.reading));
  const beside = columnsAsInitiatives(lines);
  if (beside !== null) return { rows: beside.map(rowOf), tookAbove: false, remarks: remarksOf(lines) };
  return isSheet(lines) ? readSheet(lines, options) : null;
}

export function readSheet(lines: readonly SheetLine[], { above, goesOn }: SheetOptions): SheetRead | null {
  const parts = new SheetParts();
  const titled = lines.some(({ cells }) =>
    cells.some(({ is, fields }) => is === 'label' && fields.includes('title')),
  );
  const opens = titled ? null : firstLabelOf(lines);
  let tookAbove = false;
  if (!titled && above !== null && lines.find(({ kind }) => kind !== 'empty')?.kind !== 'texts') {
    parts.title([above]);
    tookAbove = true;
  }
  let below: readonly Labelled[] = [];
  for (const [at, { kind, cells }] of lines.entries()) {
    const said = cells.filter(({ is }) => is !== 'empty');
    if (kind === 'labels') {
      below = said.map((label) => ({ label, part: parts.open(label, []) }));
    } else if (kind === 'pairs') {
      const pairs = readPairs(cells, parts, below);
      if (cells[0]?.is !== 'text') below = pairs;
    } else if (kind === 'texts') {
      if (cells[0]?.cell.merge === 'continued' && cells[0].is === 'empty') {
        readPairs(cells, parts, below);
        continue;
      }
      const next = opens === null ? undefined : nextFilled(lines, at + 1);
      const title = next !== undefined && firstLabelOf([next]) === opens;
      if (title) {
        parts.title(said.map(({ cell }) => cell.blocks));
        below = [];
      } else for (const cell of said) underLabel(cell, parts, below);
    }
  }
  const first = new Set(parts.initiatives[0]?.flatMap(({ fields }) => fields));
  const whole = first.has('title') && first.size >= least;
  const carriesOn = goesOn && !first.has('title') && first.size > 0;
  if (!whole && !carriesOn) return null;
  return { rows: parts.initiatives.map(rowOf), tookAbove, remarks: remarksOf(lines) };
}

/** The first line from `start` that is not empty. */
function nextFilled(lines: readonly SheetLine[], start: number): SheetLine | undefined {
  for (let at = start; at < lines.length; at += 1) if (lines[at]?.kind !== 'empty') return lines[at];
  return undefined;
}

/** A text keeps its remarks; those of a label, and one that stands alone in its cell, would go with it. */
function remarksOf(lines: readonly SheetLine[]): HeadedTable['remarks'] {
  return lines.flatMap(({ cells }) =>
    cells
      .filter(({ is }) => is !== 'text')
      .flatMap(({ text, remarks }) => remarks.map((remark) => ({ heading: text, text: remark }))),
  );
}

/** The program's own table has its headings at the top, whatever stands in its cells. */
function bearsMarks({ rows }: ViewTable): boolean {
  return rows.some(({ cells }) =>
    cells.some(({ blocks }) => blocks.some((block) => 'bookmarks' in block && block.bookmarks.length > 0)),
  );
}

/**
 * The headings of a table of which the first row with any is made of them, but for a few words that nobody knows.
 * Where the other rows have a label each in one place, it is but one of them.
 */
function ownHeadings(table: ViewTable, reading: ReadFor): HeadedTable | null {
  const headed = headingsOf(table, reading);
  if (headed === null) return null;
  const rows = table.rows.map((row) => headingsIn(row, reading).filter(({ text }) => text !== ''));
  const said = rows[headed.start] ?? [];
  const labels = said.filter(isLabel).length;
  if (labels < said.length * mostly) return null;
  const others = rows.toSpliced(headed.start, headed.end - headed.start).flat();
  const columns = Map.groupBy(others, ({ cell }) => cell.column);
  return [...columns.values()].some(holdsLabels) ? null : headed;
}

interface Labelled {
  readonly label: SheetCell;
  part: SheetPart;
}

/** Labels with their texts right of them; a text before the first label stands under one, or goes on. */
function readPairs(cells: readonly SheetCell[], parts: SheetParts, above: readonly Labelled[]): Labelled[] {
  const pairs: Labelled[] = [];
  let part: SheetPart | null = null;
  for (const cell of cells) {
    if (cell.is === 'label') {
      part = parts.open(cell, []);
      pairs.push({ label: cell, part });
    } else if (cell.is === 'empty' && cell.cell.merge === 'continued') {
      const merged = above.find(({ label }) => label.cell.column === cell.cell.column);
      if (merged === undefined) continue;
      part = merged.part;
      pairs.push(merged);
    } else if (cell.is === 'text' && part !== null) parts.add(part, cell.cell.blocks);
    else if (cell.is === 'text') underLabel(cell, parts, above);
  }
  return pairs;
}

function underLabel({ cell }: SheetCell, parts: SheetParts, below: readonly Labelled[]): void {
  const shared = ({ label }: Labelled): number =>
    Math.min(label.cell.column + label.cell.span, cell.column + cell.span) -
    Math.max(label.cell.column, cell.column);
  const [best] = below.toSorted((one, other) => shared(other) - shared(one));
  if (best === undefined || shared(best) <= 0) parts.stray(cell.blocks);
  // A second number or title under one label opens the next initiative.
  else if (isHeadPart(best.part) && textOf(best.part.blocks) !== '') {
    best.part = parts.open(best.label, cell.blocks);
  } else parts.add(best.part, cell.blocks);
}

/** A sheet has labels in several rows, each with its texts. */
function isSheet(lines: readonly SheetLine[]): boolean {
  const named = (line: SheetLine): ColumnField[] =>
    line.cells.flatMap(({ is, fields }) => (is === 'label' ? fields : []));
  const pairs = lines.filter((line) => line.kind === 'pairs' && named(line).length > 0);
  if (pairs.length >= 2 && new Set(pairs.flatMap(named)).size >= 2) return true;
  const said = lines.filter(({ kind }) => kind !== 'empty');
  const labels = said.flatMap((line, at) =>
    line.kind === 'labels' && named(line).length > 0 ? [{ line, at }] : [],
  );
  // Labels over one row of texts each, and other labels in each row; the same labels again are a next page's.
  const apart = labels.every(({ at }, place) => {
    const next = labels[place + 1]?.at ?? said.length;
    return said.slice(at + 1, next).filter(({ kind }) => kind === 'texts').length <= 1 && next > at + 1;
  });
  const different = new Set(labels.map(({ line }) => named(line).join())).size;
  return apart && labels.length + pairs.length >= 2 && different + pairs.length >= 2;
}

function firstLabelOf(lines: readonly SheetLine[]): string | null {
  const label = lines
    .filter(({ kind }) => kind === 'labels' || kind === 'pairs')
    .flatMap(({ cells }) => cells)
    .find(({ is, fields }) => is === 'label' && fields.length > 0);
  return label === undefined ? null : label.fields.join();
}

function rowOf(parts: readonly SheetPart[]): SheetRow {
  const own = parts.filter(({ blocks, fields }) => fields.length > 0 || textOf(blocks) !== '');
  const cells = own.map(({ blocks }, at): PlacedCell => ({ blocks, column: at, span: 1, merge: 'none' }));
  const columns = own.map(({ heading, fields, place, anotherTime }, at) => ({
    from: at,
    to: at + 1,
    heading,
    fields,
    place,
    anotherTime,
  }));
  return { cells, columns: withSingleColumns(columns, [{ cells }]) };
}
