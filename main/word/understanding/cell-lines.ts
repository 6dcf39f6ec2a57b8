import { toPlainLine } from '../../../shared/model/plain-text.ts';
import type { Aside, ViewBlock, ViewCell, ViewParagraph, ViewTable } from '../reading/view-blocks.ts';
import type { ListMark } from '../reading/word-document.ts';
import { comparable, type ColumnField } from './field-names.ts';
import { headingMeaning, type HeadingMeaning } from './headings/heading-meaning.ts';
import { officialOnly } from './known-form.ts';
import { yearsIn } from './headings/periods.ts';

/** One line of a file's text, as it stands there. */
export interface CellLine {
  readonly text: string;
  /** The sign of a Word list, where the line opens a paragraph of one. */
  readonly list: ListMark | null;
  /** The line opens a paragraph, and was not made by a line break inside one. */
  readonly opensParagraph: boolean;
  /** The program's own bookmarks over it. */
  readonly bookmarks: readonly string[];
  readonly notes: readonly string[];
  /** What stands in the paragraph that the line opens, and is no text of it. */
  readonly asides: readonly Aside[];
  /** What the heading of its column says, where it stands in a table inside the cell and is for something else. */
  readonly inner?: InnerColumn;
}

export interface InnerColumn {
  readonly heading: string;
  /** None where a report has no field for it. */
  readonly fields: readonly ColumnField[];
}

/** The lines of a block that was read; many questions are asked of one cell, and of each table around it. */
const known = new WeakMap<ViewBlock, readonly CellLine[]>();

/** The lines of blocks, top down, empty ones too; boxes and tables inside a cell give theirs where they stand. */
export function linesOf(blocks: readonly ViewBlock[]): readonly CellLine[] {
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined ? linesOfBlock(only) : blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: ViewBlock): readonly CellLine[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const lines = readLines(block);
  known.set(block, lines);
  return lines;
}

function readLines(block: ViewBlock): readonly CellLine[] {
  if (block.kind === 'paragraph') return linesOfParagraph(block);
  return block.kind === 'table' ? linesOfTable(block) : linesOf(block.blocks);
}

/** True for a line with something to read. */
export function hasText({ text }: CellLine): boolean {
  return text.trim() !== '';
}

/** Characters without a look, which break a line or turn it round: soft hyphen, zero-width space, marks of direction. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

function linesOfParagraph({ text, list, bookmarks, notes, asides }: ViewParagraph): CellLine[] {
  // What the program wrote itself is the author's, character by character.
  const plain = bookmarks.length > 0 ? text : text.replace(unseen, '');
  return plain.split('\n').map((line, index) => ({
    text: toPlainLine(line),
    list: index === 0 ? list : null,
    opensParagraph: index === 0,
    bookmarks,
    notes: index === 0 ? notes : [],
    asides: index === 0 ? asides : [],
  }));
}

/** A table inside a cell, one line a row where that is how it reads; without its own headings. */
function linesOfTable({ rows }: ViewTable): CellLine[] {
  const [first, ...below] = rows;
  const headings = first === undefined || below.length === 0 ? null : innerHeadings(first);
  if (headings === null) return rows.flatMap(({ cells }) => linesOfCells(cells));
  return below.flatMap(({ cells }) => {
    const own = cells.filter((_, at) => headings[at]?.apart !== true);
    return [
      ...linesOfCells(own),
      ...cells.flatMap((cell, at) => {
        const heading = headings[at];
        if (heading?.apart !== true) return [];
        const inner = { heading: heading.text, fields: heading.fields };
        return linesOf(cell.blocks)
          .filter(hasText)
          .map((line) => ({ ...line, inner }));
      }),
    ];
  });
}

function linesOfCells(row: readonly ViewCell[]): CellLine[] {
  const cells = row.map(({ blocks }) => linesOf(blocks).filter(hasText)).filter(({ length }) => length > 0);
  const [first] = cells[0] ?? [];
  if (first === undefined) return [];
  if (cells.some(({ length }) => length > 1)) return cells.flat();
  return [
    {
      ...first,
      text: cells.map(([line]) => line?.text.trim() ?? '').join(' '),
      notes: cells.flatMap(([line]) => line?.notes ?? []),
      asides: cells.flatMap(([line]) => line?.asides ?? []),
    },
  ];
}

/** The headings of a table inside a cell, and which of its columns stand apart; null where it has none. */
function innerHeadings({
  cells,
}: ViewTable['rows'][number]): (HeadingMeaning & { readonly apart: boolean })[] | null {
  const texts = cells.map(({ blocks }) =>
    linesOf(blocks)
      .filter(hasText)
      .map(({ text }) => text.trim()),
  );
  const years = texts.flat().flatMap((text) => yearsIn(comparable(text.slice(0, 60))));
  const year = years.length === 0 ? null : Math.max(...years);
  const read = texts.map((lines) => headingMeaning(lines, { fiscalYear: year, form: officialOnly }));
  const labels = read.filter(({ kind }) => kind === 'field' || kind === 'another' || kind === 'frame');
  if (labels.length < 2 || labels.length < read.filter(({ text }) => text !== '').length) return null;
  const isMeasure = ({ text }: HeadingMeaning): boolean => /(?:指標|項目|名|名称)$/.test(comparable(text));
  const targets = read.filter((heading) => heading.fields.includes('targets') && !isMeasure(heading));
  return read.map((heading) => ({
    ...heading,
    apart: heading.kind === 'another' || (heading.fields.includes('outcomes') && targets.length > 0),
  }));
}
