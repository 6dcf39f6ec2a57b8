import { isThere, type ChangesAs } from '../reading/changes-as.ts';
import type { Block, Paragraph, Piece, WordDocument } from '../reading/word-document.ts';
import { printedSigns } from '../../../shared/words/printed-signs.ts';

/**
 * What a document prints, as bare texts: runs are joined, and nothing else is made alike.
 *
 * Whatever a reader of the paper would see counts: signs of lists, ふりがな, notes, headers and footers;
 * and text that the paper does not show is told apart from text that it does. Letters count as they are seen.
 */
export interface PrintedDocument {
  /** Paragraphs with text outside the tables, in order; those of headers, footers, notes and boxes last. */
  readonly around: readonly string[];
  readonly tables: readonly (readonly PrintedRow[])[];
}

export interface PrintedRow {
  readonly heading: boolean;
  /** Paragraphs of each cell, empty ones too. */
  readonly cells: readonly (readonly string[])[];
}

export function printedDocument(document: WordDocument, changes: ChangesAs): PrintedDocument {
  const around: string[] = [];
  const aside: string[] = [];
  const tables: PrintedRow[][] = [];
  const paragraphs = (blocks: readonly Block[]): string[] => printedParagraphs(blocks, changes, aside);

  const body: Block[] = [];
  const flush = (): void => {
    around.push(...paragraphs(body.splice(0)));
  };
  for (const block of document.body) {
    if (block.kind !== 'table') {
      body.push(block);
      continue;
    }
    flush();
    tables.push(
      block.rows
        .filter(({ tracked, hidden }) => isThere(tracked, changes) && !hidden)
        .map(({ heading, cells }) => ({
          heading,
          cells: cells
            .filter(({ tracked }) => isThere(tracked, changes))
            // Word shows nothing of a cell that is merged into the one above.
            .map(({ blocks, merge }) => (merge === 'continued' ? [] : paragraphs(blocks))),
        })),
    );
  }
  flush();
  for (const margin of document.margins) aside.push(...paragraphs(margin));
  for (const { blocks } of document.notes) aside.push(...paragraphs(blocks));
  return { around: [...around, ...aside].filter((text) => text !== ''), tables };
}

function printedParagraphs(blocks: readonly Block[], changes: ChangesAs, aside: string[]): string[] {
  const texts: string[] = [];
  let open: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'text-box') {
      aside.push(...printedParagraphs(block.blocks, changes, aside));
      continue;
    }
    if (block.kind === 'table') {
      for (const { cells } of block.rows) {
        for (const cell of cells) texts.push(...printedParagraphs(cell.blocks, changes, aside));
      }
      continue;
    }
    open = (open ?? signOf(block)) + textOf(block.pieces, changes);
    // Without its mark a paragraph runs on into the next one.
    if (!isThere(block.mark, changes)) continue;
    texts.push(open);
    open = null;
  }
  if (open !== null) texts.push(open);
  return texts;
}

function signOf({ list }: Paragraph): string {
  return list === null ? '' : `${list.text}\t`;
}

function textOf(pieces: readonly Piece[], changes: ChangesAs): string {
  const text = pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          if (!isThere(piece.tracked, changes)) return '';
          return signOfLook(piece) + (piece.capitals === true ? piece.text.toUpperCase() : piece.text);
        case 'break':
          if (!isThere(piece.tracked, changes)) return '';
          return piece.what === 'page' ? '\f' : '\n';
        case 'note':
          return isThere(piece.tracked, changes) ? '※' : '';
        case 'ruby':
          return `《${piece.text}》`;
        default:
          return '';
      }
    })
    .join('');
  // Before or behind a paragraph a page break moves text and does not change it.
  return text.replace(/^\f+|\f+$/g, '');
}

function signOfLook({ obscured }: Extract<Piece, { kind: 'text' }>): string {
  return obscured === undefined ? '' : printedSigns[obscured];
}
