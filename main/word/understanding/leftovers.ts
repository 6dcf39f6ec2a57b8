import type { DocumentView } from '../reading/view-blocks.ts';
import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import type { AsideLine, Band, InitiativeRow } from './initiative-rows.ts';
import type { OutsideLine } from './report-tables.ts';
import { isNumber } from './values.ts';
import { verdictsOf, type UnderstoodRow } from './understand-row.ts';
import type { Unplaced } from './understood-report.ts';

/** What a row says that no field of a report holds. */
export function leftOfRow({ file, says, draft }: UnderstoodRow, row: number): Unplaced[] {
  const grades = verdictsOf(file.grades, draft.targets.length) === null ? file.grades : [];
  return [
    ...file.unknown.map(({ heading, line }): Unplaced => ({
      row,
      field: heading === '' ? null : heading.slice(0, 60),
      text: line.text.trim(),
      why: 'unknown-column',
    })),
    ...grades.map(({ heading, line }): Unplaced => ({
      row,
      field: heading.slice(0, 60),
      text: line.text.trim(),
      why: 'unknown-column',
    })),
    ...file.beyond.map(({ field, line }): Unplaced => ({
      row,
      field,
      text: line.text.trim(),
      why: 'too-many',
    })),
    ...says('number')
      .filter(({ text }) => !isNumber(text))
      .map(({ text }): Unplaced => ({ row, field: 'number', text: text.trim(), why: 'not-a-number' })),
  ];
}

/** Rows of which a report can't hold so many. */
export function leftOfRows(rows: readonly InitiativeRow[], first: number): Unplaced[] {
  return rows.flatMap(({ lines, strays }, place) =>
    [...[...lines.values()].flat(), ...strays].filter(hasText).map((line): Unplaced => ({
      row: first + place,
      field: null,
      text: line.text.trim(),
      why: 'too-many',
    })),
  );
}

/** Bands across the table that no row took its section from. */
export function leftOfBands(bands: readonly Band[], rows: readonly UnderstoodRow[]): Unplaced[] {
  const used = new Set(
    rows.flatMap(({ says, row }) => (says('section').length > 0 ? [] : row.sectionAbove)),
  );
  return bands
    .filter(({ line }) => !used.has(line))
    .map(({ before, line }) => ({
      row: before,
      field: null,
      text: line.text.trim(),
      why: 'across-the-table',
    }));
}

/** Rows of the table that are no initiative. */
export function leftOfAsides(asides: readonly AsideLine[]): Unplaced[] {
  return asides.map(({ heading, line, why }) => ({
    row: null,
    field: heading === '' ? null : heading.slice(0, 60),
    text: line.text.trim(),
    why,
  }));
}

/** What stands around the report's table: lines of the body, headers and footers, notes. */
export function leftAround(
  outside: readonly OutsideLine[],
  margins: readonly OutsideLine[],
  { notes }: DocumentView,
): Unplaced[] {
  const margin = new Set(
    margins.map(({ line }) => line.text.trim()).filter((text) => text !== '' && !isPageNumber(text)),
  );
  const around = (text: string, why: Unplaced['why']): Unplaced => ({ row: null, field: null, text, why });
  return [
    ...outside.map(({ line, another }) =>
      around(line.text.trim(), another ? 'another-report' : 'outside-the-table'),
    ),
    ...[...margin].map((text) => around(text, 'header-or-footer')),
    ...notes
      .flatMap(({ blocks }) => linesOf(blocks))
      .filter(hasText)
      .map(({ text }) => around(text.trim(), 'footnote')),
  ];
}

function isPageNumber(text: string): boolean {
  return text.length < 20 && /^[-‐–—－\s\d/.PpＰｐage頁ページ]+$/.test(text.normalize('NFKC'));
}

/** Lines with text in the rows of the report. */
export function countLines(rows: readonly InitiativeRow[]): number {
  return rows.reduce(
    (sum, { lines, strays }) =>
      sum + strays.length + [...lines.values()].reduce((count, column) => count + countText(column), 0),
    0,
  );
}

function countText(lines: readonly CellLine[]): number {
  return lines.filter(hasText).length;
}
