import type { Form } from '../../../shared/model/form.ts';
import type {
  OutlineDifference,
  ParagraphDifference,
  PartDifference,
  RowDifference,
} from '../../../shared/model/outline-difference.ts';
import type { TextPiece } from '../../../shared/model/text-difference.ts';
import { documentArchive } from './document-archive.ts';
import { columnTwips } from './lengths.ts';
import { paragraphStart, runXml } from './paragraph-xml.ts';
import { styleIds, styleOfKind } from './paragraph-styles.ts';
import { cellStart, tableOpening } from './table-xml.ts';

export interface ComparisonOptions {
  readonly title: string;
  /** Municipality and department. */
  readonly author: string;
  /** Headings of the two columns, new first as is the custom. */
  readonly headings: { readonly after: string; readonly before: string };
  /** What a changed place is called: row number, title, field. */
  readonly placeName: (row: RowDifference, field: PartDifference['field']) => string;
  /** What stands where there is nothing on that side: （新設）, （削除）. */
  readonly absent: { readonly before: string; readonly after: string };
}

/** 新旧対照表: every field that changed, new beside old, with what differs underlined. */
export function writeComparison(
  difference: OutlineDifference,
  form: Form,
  options: ComparisonOptions,
): Promise<Uint8Array> {
  const width = form.columns.reduce((sum, column) => sum + column.width, 0) / 2;
  const columns = [options.headings.after, options.headings.before].map((heading) => ({
    heading: [heading],
    width,
  }));
  const widths = columnTwips(columns);
  const rows = difference.rows.flatMap((row) =>
    row.cells.flatMap(({ parts }) =>
      parts
        .filter((part) => isWorthShowing(part))
        .map(
          (part) => placeRow(options.placeName(row, part.field), widths) + partRow(part, widths, options),
        ),
    ),
  );
  return documentArchive(form, {
    title: options.title,
    author: options.author,
    titleRuns: runXml(options.title),
    headLineRuns: runXml(options.author),
    table: `${tableOpening(columns, options.title)}${rows.join('') || emptyRow(widths)}</w:tbl>`,
  });
}

/** A number changes when a row before it comes or goes; that is not worth a line of its own. */
function isWorthShowing({ field, paragraphs }: PartDifference): boolean {
  return field !== 'number' && paragraphs.some(({ kind, pieces }) => kind !== 'same' && pieces.length > 0);
}

function placeRow(name: string, widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>' +
    `<w:tcW w:w="${whole}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>` +
    // The name of the place stays on the page of what it names.
    `<w:p><w:pPr><w:pStyle w:val="${styleIds.label}"/><w:keepNext/></w:pPr>${runXml(name)}</w:p></w:tc></w:tr>`
  );
}

function partRow(part: PartDifference, widths: readonly number[], options: ComparisonOptions): string {
  const side = (other: 'added' | 'removed', absent: string): string => {
    const shown = part.paragraphs.filter(({ kind }) => kind !== other);
    return shown.length === 0
      ? `${paragraphStart(styleIds.cell)}${runXml(absent)}</w:p>`
      : shown.map((paragraph) => paragraphXml(paragraph, other)).join('');
  };
  const cells = [side('removed', options.absent.after), side('added', options.absent.before)];
  return `<w:tr>${cells.map((cell, column) => `${cellStart(widths[column] ?? 0)}${cell}</w:tc>`).join('')}</w:tr>`;
}

function paragraphXml({ look, pieces }: ParagraphDifference, other: TextPiece['kind']): string {
  const runs = pieces
    .filter(({ kind }) => kind !== other)
    .map(({ kind, text }) => runXml(text, 'w:t', kind === 'same' ? '' : '<w:u w:val="single"/>'));
  return `${paragraphStart(styleOfKind[look])}${runs.join('')}</w:p>`;
}

function emptyRow(widths: readonly number[]): string {
  return `<w:tr>${widths.map((width) => `${cellStart(width)}${paragraphStart(styleIds.cell)}</w:p></w:tc>`).join('')}</w:tr>`;
}
