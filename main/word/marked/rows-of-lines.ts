import type { Form } from '../../../shared/model/form.ts';
import { markedField, markedItem } from '../reading/field-bookmark.ts';
import type { Block, Row, Tracked } from '../reading/word-document.ts';
import type { MarkedAtom } from './marked-atom.ts';
import type { MarkedRow } from './marked-table.ts';

/**
 * Whether a row of the table is a further line of the one above: what the row says by itself goes on over it, or it
 * bears nothing but marks of targets and outcomes.
 */
export function goesOnAbove({ cells }: Row, { shape, columns }: Form): boolean {
  if (shape?.kind !== 'line-per-target') return false;
  const names = cells.flatMap(({ blocks }) => bookmarksIn(blocks));
  if (names.some((name) => markedField(name) !== null)) return false;
  const merged = cells.some(
    ({ merge, column }) => merge === 'continued' && columns[column]?.ofEach === undefined,
  );
  return merged || names.some((name) => markedItem(name) !== null);
}

/** A row with one more line. It is taken out, put in or hidden as a whole, or its lines are. */
export function joinedRow(above: MarkedRow, line: MarkedRow): MarkedRow {
  const deleted = both(above, line, 'deleted');
  const inserted = both(above, line, 'inserted');
  const tracked: Tracked = {
    deleted: deleted ? above.tracked.deleted : null,
    inserted: inserted ? above.tracked.inserted : null,
  };
  const atomsOf = (row: MarkedRow): MarkedAtom[] =>
    row.atoms.map((atom) => ({
      ...atom,
      tracked: {
        deleted: atom.tracked.deleted ?? (deleted ? null : row.tracked.deleted),
        inserted: atom.tracked.inserted ?? (inserted ? null : row.tracked.inserted),
      },
    }));
  return {
    id: above.id ?? line.id,
    tracked,
    hidden: above.hidden || line.hidden,
    atoms: [...atomsOf(above), ...atomsOf(line)],
    lines: above.lines + line.lines,
  };
}

function both(one: MarkedRow, other: MarkedRow, what: keyof Tracked): boolean {
  return one.tracked[what] !== null && other.tracked[what] !== null;
}

function bookmarksIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text-box') return [];
    if (block.kind === 'table')
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => bookmarksIn(cell.blocks)));
    return block.pieces.flatMap((piece) => (piece.kind === 'bookmark-start' ? [piece.name] : []));
  });
}
