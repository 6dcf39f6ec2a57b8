import type { Form } from '../../../shared/model/form.ts';
import type { OutlineCell } from '../../../shared/model/outline.ts';
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
import { rowHeights, type RowHeights } from './row-height.ts';
import { cellStart, rowStart, tableOpening } from './table-xml.ts';

export interface ComparisonOptions {
  readonly title: string;
  /** Municipality and department. */
  readonly author: string;
  /** Headings of the columns, new first as is the custom. */
  readonly headings: { readonly after: string; readonly before: string; readonly remarks: string };
  /** What a changed place is called: row number, title, field. */
  readonly placeName: (row: RowDifference, part: PartDifference) => string;
  /** Why the place was changed, a paragraph each. */
  readonly remarks: (row: RowDifference, field: PartDifference['field']) => readonly string[];
  /** What stands where there is nothing on that side: （新設）, （削除）. */
  readonly absent: { readonly before: string; readonly after: string };
}

/** Share of the table's width that remarks have. */
const remarksShare = 0.16;

/** 新旧対照表: every field that changed, new beside old, with what differs underlined, and why. */
export function writeComparison(
  difference: OutlineDifference,
  form: Form,
  options: ComparisonOptions,
): Promise<Uint8Array> {
  const width = form.columns.reduce((sum, column) => sum + column.width, 0);
  const { after, before, remarks } = options.headings;
  const columns = [
    { heading: [after], width: (width * (1 - remarksShare)) / 2 },
    { heading: [before], width: (width * (1 - remarksShare)) / 2 },
    { heading: [remarks], width: width * remarksShare },
  ];
  const widths = columnTwips(columns);
  const heights = rowHeights({ columns: columns.map((column) => ({ ...column, content: [] })) }, form);
  const rows = difference.rows.flatMap((row) =>
    row.cells.flatMap(({ parts }) =>
      parts
        .filter((part) => isWorthShowing(part))
        .map(
          (part) =>
            placeRow(options.placeName(row, part), widths) +
            partRow(part, options.remarks(row, part.field), { widths, heights, options }),
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
    `<w:tcW w:w="${whole}" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr>` +
    // The name of the place stays on the page of what it names.
    `<w:p><w:pPr><w:pStyle w:val="${styleIds.label}"/><w:keepNext/></w:pPr>${runXml(name)}</w:p></w:tc></w:tr>`
  );
}

interface ComparisonTable {
  readonly widths: readonly number[];
  readonly heights: RowHeights;
  readonly options: ComparisonOptions;
}

function partRow(
  part: PartDifference,
  remarks: readonly string[],
  { widths, heights, options }: ComparisonTable,
): string {
  const sides = (['removed', 'added'] as const).map((other) =>
    part.paragraphs.filter(({ kind }) => kind !== other),
  );
  const cells = [
    sideXml(sides[0] ?? [], 'removed', options.absent.after),
    sideXml(sides[1] ?? [], 'added', options.absent.before),
    (remarks.length === 0 ? [''] : remarks)
      .map((remark) => `${paragraphStart(styleIds.cell)}${runXml(remark)}</w:p>`)
      .join(''),
  ];
  const fits = heights.fits({ cells: [...sides.map(textsOf), remarkCell(remarks)] }, false);
  const inside = cells.map((cell, column) => `${cellStart(widths[column] ?? 0)}${cell}</w:tc>`);
  return `${rowStart(!fits)}${inside.join('')}</w:tr>`;
}

function sideXml(
  shown: readonly ParagraphDifference[],
  other: 'added' | 'removed',
  absent: string,
): string {
  if (shown.length === 0) return `${paragraphStart(styleIds.cell)}${runXml(absent)}</w:p>`;
  return shown.map((paragraph) => paragraphXml(paragraph, other)).join('');
}

/** A side with all its words, to see how tall it is. */
function textsOf(shown: readonly ParagraphDifference[]): OutlineCell {
  const paragraphs = shown.map(({ look, pieces }) => ({
    kind: look,
    text: pieces.map(({ text }) => text).join(''),
  }));
  return { parts: [{ field: 'plan', paragraphs }] };
}

function remarkCell(remarks: readonly string[]): OutlineCell {
  return { parts: [{ field: 'plan', paragraphs: remarks.map((text) => ({ kind: 'plain', text })) }] };
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
