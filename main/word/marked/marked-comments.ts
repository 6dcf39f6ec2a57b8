import type { OutlineRow } from '../../../shared/model/outline.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { isThere } from '../reading/changes-as.ts';
import type { Block, WordComment, WordDocument } from '../reading/word-document.ts';
import type { MarkedTable } from './marked-table.ts';
import { fieldOfKey } from './part-key.ts';

/** A comment with its answers, on the row and field that it speaks of. */
export interface MarkedComment {
  readonly initiative: string | null;
  readonly field: RowField | null;
  /** The words that it hangs on; '' for none. */
  readonly quote: string;
  /** The same as they were exported: what the report says until changes are taken over; '' for none. */
  readonly exportedQuote: string;
  readonly author: string | null;
  readonly date: string | null;
  /** See WordComment. */
  readonly stamp: string | null;
  readonly text: string;
  readonly resolved: boolean;
  readonly replies: readonly {
    readonly author: string | null;
    readonly date: string | null;
    readonly stamp: string | null;
    readonly text: string;
  }[];
}

/** A quote is as much as a person needs to find the place. */
const longestQuote = 2_000;

export function markedComments(
  { comments }: WordDocument,
  table: MarkedTable,
  rowAt: (place: number) => OutlineRow | null,
): MarkedComment[] {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const rootOf = (comment: WordComment): WordComment => {
    let root = comment;
    // A file may say that comments answer each other in a circle.
    for (let steps = 0; root.answers !== null && steps < comments.length; steps += 1) {
      const answered = known.get(root.answers);
      if (answered === undefined || answered === comment) break;
      root = answered;
    }
    return root;
  };
  return comments
    .filter((comment) => rootOf(comment) === comment)
    .map((comment): MarkedComment => {
      const place = table.comments.get(comment.id);
      const row = place === undefined || place.row === null ? null : rowAt(place.row);
      const field = place === undefined || place.part === null ? null : fieldOfKey(place.part);
      return {
        initiative: row?.id ?? null,
        field: row === null || field === 'number' ? null : field,
        quote: onOneLine(place?.quote),
        exportedQuote: onOneLine(place?.exported),
        author: comment.author,
        date: comment.date,
        stamp: comment.stamp,
        text: textOf(comment.blocks),
        resolved: comment.resolved,
        replies: comments
          .filter((reply) => reply !== comment && rootOf(reply) === comment)
          .map(({ author, date, stamp, blocks }) => ({ author, date, stamp, text: textOf(blocks) })),
      };
    })
    .filter(({ text, replies }) => text !== '' || replies.length > 0);
}

function onOneLine(words = ''): string {
  return words.replaceAll('\n', ' ').slice(0, longestQuote);
}

export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      if (block.kind === 'text-box') return textOf(block.blocks);
      if (block.kind === 'table') {
        return block.rows.flatMap(({ cells }) => cells.map((cell) => textOf(cell.blocks))).join('\n');
      }
      return block.pieces
        .map((piece) => {
          if (piece.kind === 'text' && isThere(piece.tracked, 'accepted')) return piece.text;
          return piece.kind === 'break' ? '\n' : '';
        })
        .join('');
    })
    .join('\n')
    .trim();
}
