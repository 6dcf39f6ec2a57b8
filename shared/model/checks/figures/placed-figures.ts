import { readWritten } from '../../figures/read-written.ts';
import type { Piece } from '../../figures/written.ts';
import type { Span } from '../finding.ts';

/** A piece of a text and where it stands there. */
export type PlacedPiece = Piece & { readonly span: Span };

/** The pieces of a text, each with its place. */
export function placedPieces(text: string): PlacedPiece[] {
  let end = 0;
  return readWritten(text).map((piece) => {
    const start = end;
    end += piece.text.length;
    return { ...piece, span: [start, end] as const };
  });
}
