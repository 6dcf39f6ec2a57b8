import type { Form } from '../../../shared/model/form.ts';
import type { OutlineDifference, RowDifference } from '../../../shared/model/outline-difference.ts';
import { documentArchive } from './document-archive.ts';
import { columnTwips } from './lengths.ts';
import { cellStart, tableOpening } from './table-xml.ts';
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
 * Accepting all in Word gives the table after, rejecting all the table before. The file bears no marks
 * of a report: it shows two states and is neither.
 */
export function writeRedline(
  difference: OutlineDifference,
  form: Form,
  { author, at, title }: RedlineOptions,
): Promise<Uint8Array> {
  const tracked = new TrackedXml(author, at);
  const starts = columnTwips(form.columns).map(cellStart);
  const rows = difference.rows.map((row) => rowXml(row, starts, tracked));
  return documentArchive(form, {
    title,
    author,
    titleRuns: tracked.runs(difference.title),
    headLineRuns: tracked.runs(difference.headLine),
    table: `${tableOpening(form.columns, title)}${rows.join('')}</w:tbl>`,
  });
}

function rowXml(row: RowDifference, starts: readonly string[], tracked: TrackedXml): string {
  const whole = row.kind === 'added' || row.kind === 'removed' ? row.kind : null;
  const mark = whole === null ? '' : tracked.rowMark(whole);
  const properties = mark === '' ? '' : `<w:trPr>${mark}</w:trPr>`;
  const cells = row.cells.map(
    ({ parts }, column) =>
      `${starts[column] ?? '<w:tc>'}${parts.map((part) => tracked.part(part, whole)).join('')}</w:tc>`,
  );
  return `<w:tr>${properties}${cells.join('')}</w:tr>`;
}
