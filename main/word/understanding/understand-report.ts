import { yearLabelOf } from '../../../shared/model/fiscal-year.ts';
import { identifierPattern } from '../../../shared/model/identifier.ts';
import type { OfficeForm } from '../../../shared/model/forms/office-form.ts';
import type { WritingStage } from '../../../shared/model/report.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { InitiativeDraft, ReportDraft } from '../../domain/report-draft.ts';
import type { ChangesAs } from '../reading/changes-as.ts';
import { viewDocument } from '../reading/document-view.ts';
import type { DocumentView, ViewBlock } from '../reading/view-blocks.ts';
import type { WordDocument } from '../reading/word-document.ts';
import { withCarriedHeading, type FoundHeading } from './carried-heading.ts';
import { leftAsides } from './asides.ts';
import { carriedRows } from './carried-rows.ts';
import { hasText, linesOf } from './cell-lines.ts';
import { gatherInitiatives } from './initiative-rows.ts';
import { chooseForm } from './choose-form.ts';
import { KnownForm } from './known-form.ts';
import { countLines, leftAround, leftOfAsides, leftOfBands, leftOfRow, leftOfRows } from './leftovers.ts';
import { readHeading, type HeadingRead } from './read-heading.ts';
import { findReportTables, type OutsideLine } from './report-tables.ts';
import { readTitle } from './report-title.ts';
import { titleText } from './title-text.ts';
import { scaleOfLines, understandRow } from './understand-row.ts';
import { understoodCells } from './understood-cells.ts';
import {
  headingParts,
  type UnderstandingFailure,
  type UnderstoodReport,
  type Unplaced,
} from './understood-report.ts';
import { withinLimits } from './within-limits.ts';
import { yearInText, type YearInText } from './year-in-text.ts';

/** Where a title is looked for. */
const mostAbove = 200;
/** As the schema of a report says. */
const mostRows = 20_000;

export interface UnderstandOptions {
  readonly changes: ChangesAs;
  /** The report that the file carries (WordDocument.carriedReport), as main/exchange reads it. */
  readonly carried?: ReportDraft | null;
  /** The year to take where the file names none. */
  readonly fiscalYear?: number;
  /** Forms by whose names columns are found, where the file carries no report; the first counts most. */
  readonly forms?: readonly OfficeForm[];
}

/**
 * Reads a report off a Word file, whoever wrote it.
 *
 * Each line of the file's text is in a field of the draft or among what is unplaced, with the reason.
 */
export function understandReport(
  document: WordDocument,
  { changes, carried = null, fiscalYear, forms = [] }: UnderstandOptions,
): Result<UnderstoodReport, UnderstandingFailure> {
  const view = viewDocument(document, changes);
  const sought = soughtYear(document, view, fiscalYear);
  const known = carried === null ? chooseForm(view.body, forms) : new KnownForm(carried.form ?? null);
  const reading = { fiscalYear: sought, form: known };
  const found = findReportTables(view.body, reading);
  if (found.tables === 0) {
    const seen = seenAsHeadings(view.body);
    return failed({ code: 'report-table-missing', tables: found.otherTables, seen });
  }
  const { initiatives, bands, asides: asideLines } = gatherInitiatives(found.rows);
  const scale = scaleOfLines(initiatives);
  const rows = initiatives.slice(0, mostRows).map((row) => understandRow(row, scale, reading));

  const margins = marginLines(view);
  const heading = withCarriedHeading(headingOf(found.outside, margins), found.outside, carried);
  const year = yearOf(heading, yearElsewhere(document, view), fiscalYear);
  if (year === null) return failed({ code: 'report-year-missing' });

  const tooMuch: Unplaced[] = [];
  const drafts = carriedRows(rows, carried, known).map((draft, place) =>
    withinLimits(draft, (field, text, why) => tooMuch.push({ row: place + 1, field, text, why })),
  );
  const inTables = [
    ...tooMuch,
    ...rows.flatMap((row, place) => leftOfRow(row, place + 1)),
    ...leftOfRows(initiatives.slice(mostRows), mostRows + 1),
    ...leftOfBands(bands, rows),
    ...leftOfAsides(asideLines),
    ...found.remarks.map(({ heading: near, text }): Unplaced => ({
      row: null,
      field: near === '' ? null : near.slice(0, 60),
      text,
      why: 'heading-remark',
    })),
  ];
  const unused = (line: OutsideLine): boolean => !heading.used.has(line);
  const outside = found.outside.filter(unused);

  const asides = leftAsides(view, rows);
  const paragraphs =
    countLines(initiatives) + bands.length + asideLines.length + found.outside.length + asides.length;
  const columns = new Set(found.columns.flatMap(({ fields }) => fields));
  const isReport = (['results', 'direction', 'outcomes'] as const).some((field) => columns.has(field));
  return success({
    draft: {
      id: carried?.id ?? markOf(document),
      ...year,
      municipality: heading.municipality ?? '',
      department: heading.department ?? '',
      headPost: heading.headPost ?? '',
      headName: heading.headName ?? '',
      stage: null,
      ...(known.form === null ? {} : { form: known.form }),
      initiatives: drafts.map((draft) => withPagesOf(isReport ? 'report' : 'declaration', draft)),
    },
    fields: [...columns].filter((field) => field !== 'number'),
    missing: headingParts.filter((part) => heading[part] === null),
    paragraphs,
    placed: paragraphs - inTables.length - outside.length - asides.length,
    cells: rows.flatMap((row, place) => {
      const draft = drafts[place];
      return draft === undefined ? [] : understoodCells(row, draft, place + 1, known);
    }),
    unplaced: [...inTables, ...asides, ...leftAround(outside, margins.filter(unused), view)],
    hasTrackedChanges: document.hasTrackedChanges,
  });
}

/** A file's pages break where its own document's do; of the other one it says nothing. */
function withPagesOf(document: WritingStage, draft: InitiativeDraft): InitiativeDraft {
  return document === 'report'
    ? draft
    : { ...draft, pageBreakBefore: null, declarationPageBreakBefore: draft.pageBreakBefore };
}

/** The first words of a file in which no report was found, for a person who wonders why. */
function seenAsHeadings(blocks: readonly ViewBlock[]): string[] {
  const tables = blocks.filter((block) => block.kind === 'table');
  const cells = tables.flatMap(({ rows }) => rows.slice(0, 2).flatMap((row) => row.cells));
  const texts = (
    cells.length > 0 ? cells.map((cell) => linesOf(cell.blocks)) : linesOf(blocks).map((line) => [line])
  )
    .map((lines) =>
      lines
        .filter(hasText)
        .map(({ text }) => text.trim())
        .join(''),
    )
    .filter((text) => text !== '');
  return [...new Set(texts.map((text) => text.slice(0, 20)))].slice(0, 8);
}

/** The year by which headings of other years are known, before the heading is read; null for none. */
function soughtYear(document: WordDocument, view: DocumentView, given: number | undefined): number | null {
  const lines = linesOf(view.body).filter(hasText).slice(0, mostAbove);
  const titles = lines.map(({ text }) => (text.length > 200 ? null : (readTitle(text)?.year ?? null)));
  const year =
    titles.find((found) => found !== null) ??
    lines.map(({ text }) => yearInText(titleText(text.slice(0, 200)))).find((found) => found !== null) ??
    yearElsewhere(document, view);
  return year?.fiscalYear ?? (given === undefined || given === 0 ? null : given);
}

/** Headers and footers as lines around the table. */
function marginLines({ margins }: DocumentView): OutsideLine[] {
  return margins
    .flatMap((blocks) => linesOf(blocks))
    .filter(hasText)
    .map((line) => ({ line, label: '', above: true, another: false }));
}

/** The heading above the table; in the header of the page where nothing above the table says whose it is. */
function headingOf(outside: readonly OutsideLine[], margins: readonly OutsideLine[]): HeadingRead {
  const read = readHeading(outside);
  const silent = read.department === null && read.headPost === null && margins.length > 0;
  return silent ? readHeading([...outside, ...margins]) : read;
}

/** The year of the title, else one that is named elsewhere, else the one that the caller gives. */
function yearOf(
  heading: FoundHeading,
  elsewhere: YearInText | null,
  given: number | undefined,
): Pick<ReportDraft, 'fiscalYear' | 'yearLabel'> | null {
  const fiscalYear = heading.fiscalYear ?? elsewhere?.fiscalYear ?? given;
  if (fiscalYear === undefined) return null;
  return { fiscalYear, yearLabel: heading.yearLabel ?? elsewhere?.label ?? yearLabelOf(fiscalYear) };
}

/** A year in a header or footer, or in the title among the file's properties. */
function yearElsewhere({ properties }: WordDocument, { margins }: DocumentView): YearInText | null {
  const texts = [...margins.flatMap((blocks) => linesOf(blocks)).map(({ text }) => text), properties.title];
  for (const text of texts) {
    const year = yearInText(titleText(text.slice(0, 200)));
    if (year !== null) return year;
  }
  return null;
}

/** The report's identifier, as the program writes it among the file's properties. */
function markOf({ properties }: WordDocument): string | null {
  const mark = properties.custom.get('SengenReport') ?? '';
  return identifierPattern.test(mark) ? mark : null;
}
