import type { CellDifference } from '../../../shared/contract/sign-off-requests.ts';
import { linesOfRow } from '../../../shared/model/outline-grid.ts';
import type { Outline, OutlineCell, OutlinePart, OutlineRow } from '../../../shared/model/outline.ts';
import { sequenceDifference } from '../../../shared/model/sequence-difference.ts';
import type { PrintedDocument, PrintedRow } from './printed-document.ts';

/** A row of the table as it is expected: a row of the report, or one of its lines. */
type ExpectedLine = Pick<OutlineRow, 'number' | 'cells'>;

/** Every place in which a document prints something else than an outline. Character by character, spaces too. */
export function printedDifferences(expected: Outline, printed: PrintedDocument): CellDifference[] {
  return [
    ...aroundDifferences(expected, printed.around),
    ...(expected.sheets === true
      ? []
      : printed.tables.flatMap((rows) => headingDifferences(expected, rows))),
    ...(printed.tables.length === 0
      ? [{ row: null, field: 'columns', before: headings(expected).join('\n'), after: '' }]
      : []),
    ...rowDifferences(
      expected.rows.flatMap(linesOf),
      printed.tables.flatMap((rows) => rows.filter((row) => !isHeading(row, expected))),
    ),
  ];
}

function aroundDifferences({ title, headLine }: Outline, around: readonly string[]): CellDifference[] {
  const expected = [
    { field: 'reportTitle', text: title },
    { field: 'headLine', text: headLine },
  ].filter(({ text }) => text !== '');
  const differences: CellDifference[] = [];
  const count = Math.max(expected.length, around.length);
  for (let at = 0; at < count; at += 1) {
    const { field, text } = expected[at] ?? { field: 'outside', text: '' };
    const said = around[at] ?? '';
    if (said !== text) differences.push({ row: null, field, before: text, after: said });
  }
  return differences;
}

function headings({ columns }: Outline): string[] {
  return columns.map(({ heading }) => heading.join('\n'));
}

function isHeading({ heading, cells }: PrintedRow, expected: Outline): boolean {
  if (heading) return true;
  const texts = cells.map((paragraphs) => paragraphs.join('\n'));
  const columns = headings(expected);
  return texts.length === columns.length && texts.every((text, index) => text === columns[index]);
}

/** Each table opens with the column headings, and has them once. */
function headingDifferences(expected: Outline, rows: readonly PrintedRow[]): CellDifference[] {
  const columns = headings(expected);
  const found = rows.filter((row) => isHeading(row, expected));
  const wrong = (after: string): CellDifference => ({
    row: null,
    field: 'columns',
    before: columns.join('\n'),
    after,
  });
  const [first] = rows;
  if (first === undefined || found.length !== 1 || found[0] !== first) {
    return [wrong(found.map(({ cells }) => cells.flat().join('\n')).join('\n'))];
  }
  const texts = first.cells.map((paragraphs) => paragraphs.join('\n'));
  const same = texts.length === columns.length && texts.every((text, index) => text === columns[index]);
  return same ? [] : [wrong(texts.join('\n'))];
}

/** A cell that goes on from the line above shows nothing. */
function linesOf(row: OutlineRow): ExpectedLine[] {
  return linesOfRow(row).map((cells) => ({
    number: row.number,
    cells: cells.map(({ cell, merge }) => (merge === 'goes-on' ? { parts: [] } : cell)),
  }));
}

function rowDifferences(
  expected: readonly ExpectedLine[],
  printed: readonly PrintedRow[],
): CellDifference[] {
  if (expected.length === printed.length) {
    return expected.flatMap((row, index) => cellDifferences(row, printed[index]));
  }
  const [before, after] = [expected.map(textOfExpected), printed.map(textOfPrinted)];
  const differences: CellDifference[] = [];
  let gone: ExpectedLine[] = [];
  const flush = (come: readonly PrintedRow[]): void => {
    const pairs = Math.max(gone.length, come.length);
    for (let at = 0; at < pairs; at += 1) {
      const [row, said] = [gone[at], come[at]];
      if (row !== undefined && said !== undefined) differences.push(...cellDifferences(row, said));
      else {
        differences.push({
          row: row?.number ?? null,
          field: 'row',
          before: row === undefined ? '' : textOfExpected(row),
          after: said === undefined ? '' : textOfPrinted(said),
        });
      }
    }
    gone = [];
  };
  for (const { kind, from, to } of sequenceDifference(before, after)) {
    if (kind === 'removed') gone = expected.slice(from, to);
    else flush(kind === 'added' ? printed.slice(from, to) : []);
  }
  flush([]);
  return differences;
}

function textOfExpected({ cells }: ExpectedLine): string {
  return cells.map((cell) => textsOf(cell).join('\n')).join('\n');
}

function textOfPrinted({ cells }: PrintedRow): string {
  return cells.map((paragraphs) => paragraphs.join('\n')).join('\n');
}

function textsOf({ label = [], parts }: OutlineCell): string[] {
  if (parts.length === 0) return [...label];
  return parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
}

function cellDifferences(row: ExpectedLine, printed: PrintedRow | undefined): CellDifference[] {
  const cells = printed?.cells ?? [];
  const differences = row.cells.flatMap((cell, index) =>
    partDifferences(row.number, cell, cells[index] ?? []),
  );
  for (const extra of cells.slice(row.cells.length)) {
    differences.push({ row: row.number, field: 'outside', before: '', after: extra.join('\n') });
  }
  return differences;
}

function partDifferences(number: number, cell: OutlineCell, printed: readonly string[]): CellDifference[] {
  const expected = textsOf(cell);
  if (expected.length === printed.length && expected.every((text, at) => text === printed[at])) return [];
  const said = dealOut(cell.parts, printed);
  const differences = cell.parts.flatMap(({ field, paragraphs }, index): CellDifference[] => {
    const before = paragraphs.map(({ text }) => text).join('\n');
    const after = (said[index] ?? []).join('\n');
    return before === after ? [] : [{ row: number, field, before, after }];
  });
  if (differences.length > 0) return differences;
  // The same lines, parted otherwise.
  const field = cell.parts[0]?.field ?? 'outside';
  return [{ row: number, field, before: expected.join('\n'), after: printed.join('\n') }];
}

/** Deals a cell's paragraphs out to its parts: where the next part's first paragraph stands, else by count. */
function dealOut(parts: readonly OutlinePart[], printed: readonly string[]): (readonly string[])[] {
  const [first, ...rest] = parts;
  const [second] = rest;
  if (first === undefined || second === undefined) return [printed];
  const expected = first.paragraphs.length;
  const total = parts.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  const opening = second.paragraphs[0]?.text ?? '';
  const found = printed[expected] === opening ? expected : printed.indexOf(opening, 1);
  const at = printed.length === total ? expected : found > 0 ? found : Math.min(expected, printed.length);
  return [printed.slice(0, at), ...dealOut(rest, printed.slice(at))];
}
