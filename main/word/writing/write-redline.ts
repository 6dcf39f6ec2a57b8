import type { Form } from '../../../shared/model/form.ts';
import { linesOfRow, type LineCell } from '../../../shared/model/outline-grid.ts';
import type { OutlineRow } from '../../../shared/model/outline.ts';
import type {
  CellDifference,
  OutlineDifference,
  RowDifference,
} from '../../../shared/model/outline-difference.ts';
import { documentArchive } from './document-archive.ts';
import { columnTwips } from './lengths.ts';
import { rowHeights } from './row-height.ts';
import { paragraphXml } from './paragraph-xml.ts';
import { styleIds } from './paragraph-styles.ts';
import { labelXml, PagedTables, placedCellStart, rowStart } from './table-xml.ts';
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
  const widths = columnTwips(difference.columns);
  const tables = new PagedTables(difference, title);
  const heights = rowHeights(difference, form);
  const rows = difference.rows.map((row, index) => {
    // What went stood on a page of before.
    const startsPage = row.pageBreakBefore && row.kind !== 'removed';
    const maySplit = !heights.fits(rowWithAll(row), index === 0);
    return tables.openFor(startsPage) + rowXml(row, maySplit, widths, tracked);
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
function rowWithAll({ cells, lines }: RowDifference): Pick<OutlineRow, 'cells' | 'lines'> {
  return {
    ...(lines === undefined ? {} : { lines: lines.length }),
    cells: cells.map(({ parts, ...cell }) => ({
      ...cell,
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
  widths: readonly number[],
  tracked: TrackedXml,
): string {
  const whole = row.kind === 'added' || row.kind === 'removed' ? row.kind : null;
  const kinds = row.lines ?? [whole ?? 'same'];
  return linesOfRow({ cells: row.cells, lines: kinds.length })
    .map((cells, at) => {
      const kind = kinds[at] ?? 'same';
      const inside = cells.map((cell) => cellXml(cell, kind === 'same' ? null : kind, widths, tracked));
      // Changes are counted in this order.
      const mark = kind === 'same' ? '' : tracked.rowMark(kind);
      return `${rowStart(maySplit, mark)}${inside.join('')}</w:tr>`;
    })
    .join('');
}

function cellXml(
  { cell, ...place }: LineCell<CellDifference>,
  line: 'added' | 'removed' | null,
  widths: readonly number[],
  tracked: TrackedXml,
): string {
  const { label, parts } = cell;
  const start = placedCellStart(widths, { ...place, isLabel: label !== undefined });
  if (label !== undefined) return `${start}${labelXml(label)}</w:tc>`;
  const xml = place.merge === 'goes-on' ? '' : parts.map((part) => tracked.part(part, line)).join('');
  return `${start}${xml === '' ? paragraphXml(styleIds.cell, '') : xml}</w:tc>`;
}
