import type { Form } from '../../../shared/model/form.ts';
import type { OutlineRow } from '../../../shared/model/outline.ts';
import type { OutlineDifference, RowDifference } from '../../../shared/model/outline-difference.ts';
import { documentArchive } from './document-archive.ts';
import { columnTwips } from './lengths.ts';
import { rowHeights } from './row-height.ts';
import { cellStart, PagedTables, rowStart } from './table-xml.ts';
import { TrackedXml } from './tracked-xml.ts';

export interface RedlineOptions {
  /** Who the changes are said to be by. */
  readonly author: string;
  /** When, as ISO 8601. */
  readonly at: string;
  /** For the document's properties. */
  readonly title: string;
}

/**
 * 見え消し: the table after, with everything that changed as tracked changes.
 *
 * It is laid out like the export: with its page breaks, and no row split that fits on a page. Accepting all in Word gives the table after, rejecting all the table before. The file bears no marks
 * of a report: it shows two states and is neither.
 */
export function writeRedline(
  difference: OutlineDifference,
  form: Form,
  { author, at, title }: RedlineOptions,
): Promise<Uint8Array> {
  const tracked = new TrackedXml(author, at);
  const starts = columnTwips(form.columns).map((width) => cellStart(width));
  const tables = new PagedTables(form.columns, title);
  const heights = rowHeights(form, form);
  const rows = difference.rows.map((row, index) => {
    // What went stood on a page of before.
    const startsPage = row.pageBreakBefore && row.kind !== 'removed';
    const maySplit = !heights.fits(rowWithAll(row), index === 0);
    return tables.openFor(startsPage) + rowXml(row, maySplit, starts, tracked);
  });
  return documentArchive(form, {
    title,
    author,
    titleRuns: tracked.runs(difference.title),
    headLineRuns: tracked.runs(difference.headLine),
    table: rows.join('') + tables.end(),
  });
}

/** A row with what went and what came, as tall as it is printed. */
function rowWithAll({ cells }: RowDifference): Pick<OutlineRow, 'cells'> {
  return {
    cells: cells.map(({ parts }) => ({
      parts: parts.map(({ field, paragraphs }) => ({
        field,
        paragraphs: paragraphs.map(({ look, pieces }) => ({
          kind: look,
          text: pieces.map(({ text }) => text).join(''),
        })),
      })),
    })),
  };
}

function rowXml(
  row: RowDifference,
  maySplit: boolean,
  starts: readonly string[],
  tracked: TrackedXml,
): string {
  const whole = row.kind === 'added' || row.kind === 'removed' ? row.kind : null;
  const cells = row.cells.map(
    ({ parts }, column) =>
      `${starts[column] ?? '<w:tc>'}${parts.map((part) => tracked.part(part, whole)).join('')}</w:tc>`,
  );
  return `${rowStart(maySplit, whole === null ? '' : tracked.rowMark(whole))}${cells.join('')}</w:tr>`;
}
