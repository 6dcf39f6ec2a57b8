import { viewDocument } from '../reading/document-view.ts';
import type { ViewBlock, ViewTable } from '../reading/view-blocks.ts';
import type { WordDocument } from '../reading/word-document.ts';

/**
 * Every table of a file as rows of plain cells, and what stands outside tables as lines. A cell that is merged over several rows
 * stands in each of them.
 */
export function tableRows(document: WordDocument): {
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly lines: readonly string[];
} {
  const { body } = viewDocument(document, 'accepted');
  return { tables: tablesIn(body).map(rowsOf), lines: linesOf(body) };
}

function tablesIn(blocks: readonly ViewBlock[]): ViewTable[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text-box') return tablesIn(block.blocks);
    return block.kind === 'table' ? [block] : [];
  });
}

function rowsOf({ rows }: ViewTable): readonly (readonly string[])[] {
  const above = new Map<number, string>();
  return rows.map(({ cells }) =>
    cells.map((cell) => {
      const text =
        cell.merge === 'continued' ? (above.get(cell.column) ?? '') : linesOf(cell.blocks).join('\n');
      above.set(cell.column, text);
      return text;
    }),
  );
}

function linesOf(blocks: readonly ViewBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text-box') return linesOf(block.blocks);
    return block.kind === 'paragraph' ? block.text.split('\n') : [];
  });
}
