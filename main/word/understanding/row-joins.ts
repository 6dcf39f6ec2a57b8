import { hasText, type CellLine } from './cell-lines.ts';
import { comparable, type ColumnField } from './field-names.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import { itemLineOf, type ItemLine } from './item-lines.ts';
import { repeatsHead } from './repeated-row.ts';
import type { ReportColumn } from './report-column.ts';
import { cellWith, headOf, isHead, linesIn, type Cells, type ReadCell } from './row-cells.ts';
import { isSectionName } from './section-name.ts';

/** An initiative while its rows are put together. */
export interface OpenInitiative extends InitiativeRow {
  id: string | null;
  readonly columns: ReportColumn[];
  /** The tables in which it stands, and the one where it begins. */
  readonly tables: Set<number>;
  readonly firstTable: number;
  readonly lines: Map<ReportColumn, CellLine[]>;
  /** What its halves in other tables are told by; null where it is to be read again. */
  facts: HalfFacts | null;
  readonly strays: CellLine[];
  readonly itemLines: ItemLine[];
  readonly carriedOn: Set<CellLine>;
}

interface NewRow {
  readonly cells: Cells;
  readonly columns: readonly ReportColumn[];
  readonly table: number;
}

/**
 * The initiative that a row goes on with, and what of the row is not said there yet; null for one that begins.
 * It is the last one, or one of those under the same title in another table.
 */
export function goesOnWith(
  last: OpenInitiative | undefined,
  sameTitle: readonly OpenInitiative[],
  row: NewRow,
): { readonly initiative: OpenInitiative; readonly cells: Cells; readonly anew: boolean } | null {
  const { cells, columns, table } = row;
  if (last !== undefined && last.tables.has(table) && isNextTarget(last, row)) {
    return { initiative: last, cells: withoutSaid(cells, last), anew: true };
  }
  if (last !== undefined && carriesOn(cells, columns, last)) {
    return { initiative: last, cells, anew: false };
  }
  const content = new Map([...cells].filter(([column]) => !isHead(column)));
  if (
    last !== undefined &&
    repeatsHead(headOf(last.columns, last.lines), headOf(columns, linesIn(cells)))
  ) {
    return { initiative: last, cells: content, anew: false };
  }
  const earlier = otherHalf(sameTitle, row);
  if (earlier === undefined) return null;
  const section = columns.find((column) => isOnly(column, 'section'));
  const named =
    section !== undefined && textUnder(earlier, 'section') === '' ? cells.get(section) : undefined;
  if (section !== undefined && named !== undefined) content.set(section, named);
  return { initiative: earlier, cells: content, anew: true };
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
export function startsRow(cells: Cells, columns: readonly ReportColumn[]): boolean {
  const heads = (['title', 'number'] as const).filter((field) =>
    columns.some(({ fields }) => fields.includes(field)),
  );
  return heads.length === 0 || heads.some((field) => says(cellWith(cells, columns, field)));
}

function says(cell: ReadCell | undefined): boolean {
  return cell !== undefined && cell.cell.merge !== 'continued' && cell.lines.some(hasText);
}

/**
 * A further target of the initiative above, in a row that says title and all else again: 2-1 and 2-2 under one
 * title, or rows that differ in nothing but their targets and what was reached.
 */
function isNextTarget(last: OpenInitiative, { cells, columns }: NewRow): boolean {
  const title = textUnder({ columns, lines: linesIn(cells) }, 'title');
  if (title === '' || title !== textUnder(last, 'title')) return false;
  const number = textUnder({ columns, lines: linesIn(cells) }, 'number');
  const before = textUnder(last, 'number');
  const root = (text: string): string => /^(\d+)[-.\u2010\u2013の]\d+$/.exec(text)?.[1] ?? '';
  if (number !== before) return root(number) !== '' && root(number) === root(before);
  const content = columns.filter((column) => !isHead(column) && cells.get(column)?.lines.some(hasText));
  const again = (column: ReportColumn): boolean => isSaid(cells.get(column)?.lines ?? [], column, last);
  const others = content.filter((column) => !again(column));
  return (
    content.some(again) &&
    others.length > 0 &&
    others.every(
      ({ fields, grades }) =>
        grades !== undefined || fields.every((field) => field === 'targets' || field === 'outcomes'),
    ) &&
    others.some(({ fields }) => fields.includes('targets'))
  );
}

/** What the row says and the initiative above does not say in the same column. */
function withoutSaid(cells: Cells, last: OpenInitiative): Cells {
  return new Map(
    [...cells].filter(
      ([column, { lines }]) => column === null || isOnly(column, 'number') || !isSaid(lines, column, last),
    ),
  );
}

function isSaid(lines: readonly CellLine[], column: ReportColumn, last: OpenInitiative): boolean {
  return textOf(lines) === textOf(last.lines.get(column) ?? []);
}

/** What tells the two halves of an initiative: its number and section, and the fields that it says. */
interface HalfFacts {
  readonly number: string;
  readonly section: string;
  readonly filled: ReadonlySet<ColumnField>;
}

/** The same number and title in another table, which says what the first one does not: declaration and report. */
function otherHalf(
  sameTitle: readonly OpenInitiative[],
  { cells, columns, table }: NewRow,
): OpenInitiative | undefined {
  const row = factsOf({ columns, lines: linesIn(cells) });
  const fields = [...row.filled];
  for (const initiative of sameTitle) {
    // Those that follow began in this table, too.
    if (initiative.firstTable === table) return undefined;
    if (initiative.tables.has(table)) continue;
    const known = (initiative.facts ??= factsOf(initiative));
    const same = (['number', 'section'] as const).every(
      (head) => known[head] === '' || row[head] === '' || known[head] === row[head],
    );
    if (same && !fields.some((field) => known.filled.has(field))) return initiative;
  }
  return undefined;
}

function factsOf(said: Said): HalfFacts {
  return {
    number: textUnder(said, 'number'),
    section: textUnder(said, 'section'),
    filled: filled(said),
  };
}

interface Said {
  readonly columns: readonly ReportColumn[];
  readonly lines: ReadonlyMap<ReportColumn | null, readonly CellLine[]>;
}

function filled({ lines }: Said): Set<ColumnField> {
  return new Set(
    [...lines].flatMap(([column, said]) =>
      column !== null && !isHead(column) && said.some(hasText) ? column.fields : [],
    ),
  );
}

/** A row's title as it is compared; '' for none. */
export function titleKey({ cells, columns }: Omit<NewRow, 'table'>): string {
  return textUnder({ columns, lines: linesIn(cells) }, 'title');
}

function textUnder({ columns, lines }: Said, field: ColumnField): string {
  const column = columns.find(({ fields }) => fields.includes(field));
  return column === undefined ? '' : textOf(lines.get(column) ?? []);
}

function textOf(lines: readonly CellLine[]): string {
  return comparable(lines.map(({ text }) => text).join(''));
}

function isOnly({ fields }: ReportColumn, field: ColumnField): boolean {
  return fields.length === 1 && fields[0] === field;
}

/** Puts a row's cells under those that the initiative has already; `anew`: their lines are items of their own. */
export function carryOn(
  initiative: OpenInitiative,
  cells: Cells,
  { columns, table, anew }: Omit<NewRow, 'cells'> & { readonly anew: boolean },
): void {
  const ofItems = itemLineOf(cells);
  if (ofItems.length > 0) initiative.itemLines.push(ofItems);
  initiative.tables.add(table);
  initiative.facts = null;
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
    const known = initiative.lines.get(own);
    const first = lines.find(hasText);
    if (first !== undefined && known?.some(hasText) === true && !anew) initiative.carriedOn.add(first);
    // Thousands of rows may be one initiative: its lines grow where they are.
    if (known === undefined) initiative.lines.set(own, [...lines]);
    else for (const line of lines) known.push(line);
  }
  for (const column of columns) {
    if (!initiative.columns.some((known) => sameColumn(known, column))) initiative.columns.push(column);
  }
}

function sameColumn(one: ReportColumn, other: ReportColumn): boolean {
  return one === other || (one.heading === other.heading && one.fields.join() === other.fields.join());
}
