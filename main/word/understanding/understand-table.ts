import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { formOf, type OfficeForm } from '../../../shared/model/forms/office-form.ts';
import { reportForm } from '../../../shared/model/forms/official-form.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { InitiativeDraft } from '../../domain/report-draft.ts';
import { viewDocument } from '../reading/document-view.ts';
import type { ViewRow, ViewTable } from '../reading/view-blocks.ts';
import { untracked, type Table, type WordDocument } from '../reading/word-document.ts';
import { hasText, linesOf } from './cell-lines.ts';
import { gatherInitiatives } from './initiative-rows.ts';
import { leftOfAsides, leftOfBands, leftOfRow } from './leftovers.ts';
import type { ReportColumn } from './report-column.ts';
import { isHeadingRow } from './headings/heading-rows.ts';
import { headingsOf } from './table-columns.ts';
import { scaleOfLines, understandRow } from './understand-row.ts';
import type { Unplaced } from './understood-report.ts';
import { chosenContent, withValueColumns, withValues, type PastedField } from './value-columns.ts';
import { isNumber } from './values.ts';
import { KnownForm, type ReadFor } from './known-form.ts';
import { withinLimits } from './within-limits.ts';

/** A cell of a table that comes without a file: from the clipboard. */
export interface LooseCell {
  readonly lines: readonly string[];
  readonly column: number;
  readonly span: number;
  readonly merge: 'none' | 'start' | 'continued' | 'unknown';
}

export interface UnderstoodTable {
  /** One for each column of the grid. */
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly InitiativeDraft[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Understands rows of a table as rows of a report, as {@link understandReport} does those of a file.
 *
 * `given` says what each column holds; null takes it from headings in the table, else from the order of
 * the report's table, beginning with the column of `field`. `form` is the report's; null for the official one.
 */
export function understandTable(
  cells: readonly (readonly LooseCell[])[],
  given: readonly (readonly PastedField[])[] | null,
  field: RowField | null,
  form: OfficeForm | null = null,
): UnderstoodTable {
  const reading: ReadFor = { fiscalYear: null, form: new KnownForm(form) };
  const table = viewOf(cells);
  const headed = headingsOf(table, reading);
  const below = (headed === null ? table.rows : table.rows.slice(headed.end)).filter(
    (row) => headed === null || !isHeadingRow(row, reading),
  );
  const columns =
    given !== null
      ? given.map((fields, at) => columnAt(at, fields, headed?.columns))
      : withValueColumns(
          headed?.columns ??
            assumedColumns(below, field, form === null ? reportForm : formOf(form, 'report')),
          (column) => below.flatMap((row) => linesUnder(row, column)),
        );
  const isPlain = cells.some((row) => row.some(({ merge }) => merge === 'unknown'));
  const { initiatives, bands, asides } = gatherInitiatives(
    (isPlain ? below.map((row) => withSectionMerged(row, columns)) : below).map(({ cells: placed }) => ({
      cells: placed,
      columns,
      startsPage: false,
      table: 1,
    })),
  );
  const scale = scaleOfLines(initiatives);
  const rows = initiatives.map((row) => understandRow(row, scale, reading));
  const tooMuch: Unplaced[] = [];
  const drafts = rows.map(({ draft, row }, place) =>
    withinLimits(withValues(draft, row), (near, text, why) =>
      tooMuch.push({ row: place + 1, field: near, text, why }),
    ),
  );
  return {
    columns,
    rows: drafts,
    unplaced: [
      ...tooMuch,
      ...rows.flatMap((row, place) => leftOfRow(row, place + 1)),
      ...leftOfBands(bands, rows),
      ...leftOfAsides(asides),
    ],
  };
}

function columnAt(
  at: number,
  chosen: readonly PastedField[],
  headed: readonly ReportColumn[] | undefined,
): ReportColumn {
  const heading = headed?.find(({ from, to }) => from <= at && at < to)?.heading ?? '';
  return { from: at, to: at + 1, heading, ...chosenContent(chosen) };
}

function linesUnder({ cells }: ViewRow, { from, to }: ReportColumn): string[] {
  return cells
    .filter(({ column, span }) => column < to && column + span > from)
    .flatMap(({ blocks }) => linesOf(blocks).filter(hasText))
    .map(({ text }) => text.trim());
}

/** A row of a plain text: its empty cell for the section is part of the one above, as far as anybody can see. */
function withSectionMerged(row: ViewRow, columns: readonly ReportColumn[]): ViewRow {
  const section = columns.find(({ fields }) => fields.length === 1 && fields[0] === 'section');
  if (section === undefined || linesUnder(row, section).length > 0) return row;
  return {
    ...row,
    cells: row.cells.map((cell) => (cell.column === section.from ? { ...cell, merge: 'continued' } : cell)),
  };
}

/** The columns of the report's table, in their order, from the one that the first column seems to be. */
function assumedColumns(
  rows: readonly ViewRow[],
  field: RowField | null,
  { columns }: Form,
): ReportColumn[] {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)));
  const official = columns.map(({ content }) => content);
  const numbered =
    rows.some((row) => saysNumber(row)) && rows.every((row) => saysNumber(row) || !says(row));
  const places = official.findIndex((content) => field !== null && content.includes(field));
  // All columns but the number's, or a piece that begins where the person is.
  const start = numbered ? 0 : width >= official.length ? 0 : width >= 3 || places < 1 ? 1 : places;
  return Array.from({ length: width }, (_, at) => ({
    from: at,
    to: at + 1,
    heading: '',
    fields: official[start + at] ?? [],
  }));
}

function firstText({ cells }: ViewRow): string {
  return linesOf(cells.find(({ column }) => column === 0)?.blocks ?? [])
    .filter(hasText)
    .map(({ text }) => text.trim())
    .join('');
}

function says(row: ViewRow): boolean {
  return firstText(row) !== '';
}

function saysNumber(row: ViewRow): boolean {
  return isNumber(firstText(row));
}

/** The cells as a table of a document of which nothing else is known. */
function viewOf(rows: readonly (readonly LooseCell[])[]): ViewTable {
  const table: Table = {
    kind: 'table',
    rows: rows.map((cells) => ({
      heading: false,
      hidden: false,
      tracked: untracked,
      cells: cells.map(({ lines, column, span, merge }) => ({
        column,
        span,
        merge: merge === 'unknown' ? 'none' : merge,
        tracked: untracked,
        blocks: lines.map((text) => ({
          kind: 'paragraph',
          pieces: [{ kind: 'text', text, tracked: untracked }],
          style: null,
          list: null,
          pageBreakBefore: false,
          mark: untracked,
          id: null,
        })),
      })),
    })),
  };
  const [view] = viewDocument({ ...nothing, body: [table] }, 'accepted').body;
  return view?.kind === 'table' ? view : { kind: 'table', rows: [] };
}

const nothing: WordDocument = {
  body: [],
  margins: [],
  notes: [],
  comments: [],
  properties: { title: '', creator: '', lastModifiedBy: '', modified: '', custom: new Map() },
  carriedReport: null,
  hasTrackedChanges: false,
  tracksChanges: false,
  leftAside: { drawings: 0, externalTargets: 0 },
};
