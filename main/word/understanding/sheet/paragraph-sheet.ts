import type { ViewBlock, ViewParagraph } from '../../reading/view-blocks.ts';
import { hasText, linesOf, type CellLine } from '../cell-lines.ts';
import { headingMeaning } from '../headings/heading-meaning.ts';
import { isLabel } from '../headings/heading-rows.ts';
import type { SheetCell, SheetLine } from './sheet-lines.ts';
import type { ReadFor } from '../known-form.ts';
import { readSheet, type SheetRead, type SheetRow } from './sheet-rows.ts';

export interface ParagraphSheet {
  readonly rows: readonly SheetRow[];
  /** Lines above the first initiative, and what stands between the texts and belongs to none. */
  readonly before: readonly CellLine[];
  /** What labels tell the writer besides. */
  readonly remarks: SheetRead['remarks'];
}

/** What closes a letter and is no part of the text above it. */
const closing = /^(?:以上|※|（?注）?[:：\d]|問い?合わ?せ先?|作成|文責)/;

/** The initiatives of a text without tables, in which labels stand on lines of their own; null for any other. */
export function paragraphSheet(blocks: readonly ViewBlock[], reading: ReadFor): ParagraphSheet | null {
  const said = blocks
    .flatMap((block) => (block.kind === 'text-box' ? block.blocks : [block]))
    .filter((block) => block.kind === 'paragraph')
    .filter((block) => linesOf([block]).some(hasText));
  const lines = said.map((block) => lineOf(block, reading));
  const first = lines.findIndex(({ kind }) => kind !== 'texts');
  if (first < 0) return null;
  const titled = lines[first]?.cells[0]?.fields.includes('title') === true;
  // The line right above the first label is the title, where no label says so.
  const start = titled ? first : Math.max(0, first - 1);
  const aside = (block: ViewParagraph): boolean => closing.test(block.text.trim());
  const own = lines.slice(start).filter((_, at) => !aside(said[start + at] as ViewParagraph));
  const read = readSheet(own, { reading, above: null, goesOn: false });
  if (read === null) return null;
  const before = [...said.slice(0, start), ...said.slice(start).filter(aside)];
  return { rows: read.rows, before: linesOf(before), remarks: read.remarks };
}

function lineOf(block: ViewParagraph, reading: ReadFor): SheetLine {
  const text = block.text.trim();
  const cell = (own: ViewParagraph, is: SheetCell['is'], column: number): SheetCell => ({
    ...headingMeaning([own.text.trim()], reading),
    is,
    cell: { blocks: [own], column, span: 1, merge: 'none' },
  });
  const whole = cell(block, 'label', 0);
  if (block.list === null && isLabel(whole) && whole.kind !== 'frame') {
    return { kind: 'labels', cells: [whole] };
  }
  const colon = text.search(/[:：]/);
  const name = colon > 0 ? headingMeaning([text.slice(0, colon)], reading) : null;
  if (name?.kind === 'field' && block.list === null) {
    const label = cell({ ...block, text: text.slice(0, colon), asides: [] }, 'label', 0);
    return {
      kind: 'pairs',
      cells: [label, cell({ ...block, text: text.slice(colon + 1).trim() }, 'text', 1)],
    };
  }
  return { kind: 'texts', cells: [{ ...whole, is: 'text' }] };
}
