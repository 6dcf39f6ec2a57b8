import type { Outline, OutlineParagraph, OutlinePart, OutlinePlace, OutlineRow } from './outline.ts';
import { linesDifference } from './outline-line-difference.ts';
import { paragraphsDifference, wholeParagraph } from './paragraph-difference.ts';
import { sequenceDifference } from './sequence-difference.ts';
import { textDifference, type TextPiece } from './text-difference.ts';

/**
 * What changed between two states of a table: the one source of every redline and comparison.
 *
 * Taking only what is not added gives the table before, taking only what is not removed the table
 * after; so a Word redline made of it can be accepted or rejected as a whole.
 */
export interface OutlineDifference {
  readonly title: readonly TextPiece[];
  readonly headLine: readonly TextPiece[];
  /** As they are after (see Outline). */
  readonly columns: Outline['columns'];
  readonly sheets?: true;
  /** In the order after; rows that went stand where they were. */
  readonly rows: readonly RowDifference[];
}

export interface RowDifference {
  readonly id: string;
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  /** The row also stands elsewhere: it went here and came there. */
  readonly moved: boolean;
  readonly pageBreakBefore: boolean;
  /** What became of each of its lines; left out for a row of one. */
  readonly lines?: readonly LineKind[];
  /** One per column of the form, where a row is one line. */
  readonly cells: readonly CellDifference[];
}

/** A line of a row that is there before and after, or only before, or only after. */
export type LineKind = 'same' | 'removed' | 'added';

export interface CellDifference {
  /** As an OutlineCell has them. */
  readonly place?: OutlinePlace;
  readonly label?: readonly string[];
  readonly parts: readonly PartDifference[];
}

export interface PartDifference {
  readonly field: OutlinePart['field'];
  readonly of?: OutlinePart['of'];
  readonly paragraphs: readonly ParagraphDifference[];
}

export interface ParagraphDifference {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly look: OutlineParagraph['kind'];
  readonly pieces: readonly TextPiece[];
}

/** Compares two tables of the same form. Rows are matched by identifier. */
export function outlineDifference(before: Outline, after: Outline): OutlineDifference {
  const oldRows = new Map(before.rows.map((row) => [row.id, row]));
  const newIds = new Set(after.rows.map(({ id }) => id));
  const rows = sequenceDifference(
    before.rows.map(({ id }) => id),
    after.rows.map(({ id }) => id),
  ).flatMap(({ kind, from, to }): RowDifference[] => {
    if (kind === 'removed') {
      return before.rows.slice(from, to).map((row) => wholeRow(row, kind, newIds.has(row.id)));
    }
    if (kind === 'added') {
      return after.rows.slice(from, to).map((row) => wholeRow(row, kind, oldRows.has(row.id)));
    }
    return before.rows.slice(from, to).map((row) => rowDifference(row, rowOf(after, row.id)));
  });
  return {
    title: textDifference(before.title, after.title),
    headLine: textDifference(before.headLine, after.headLine),
    columns: after.columns,
    ...(after.sheets === undefined ? {} : { sheets: after.sheets }),
    rows,
  };
}

function rowOf({ rows }: Outline, id: string): OutlineRow {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`row ${id} is in neither order`);
  return row;
}

function wholeRow(row: OutlineRow, kind: 'removed' | 'added', moved: boolean): RowDifference {
  return {
    id: row.id,
    kind,
    moved,
    pageBreakBefore: row.pageBreakBefore,
    ...(row.lines === undefined ? {} : { lines: Array.from({ length: row.lines }, () => kind) }),
    cells: row.cells.map(({ parts, ...cell }) => ({
      ...cell,
      parts: parts.map(({ paragraphs, ...part }) => ({
        ...part,
        paragraphs: paragraphs.map((paragraph) => wholeParagraph(paragraph, kind)),
      })),
    })),
  };
}

function rowDifference(before: OutlineRow, after: OutlineRow): RowDifference {
  const { cells, lines } =
    after.lines === undefined ? { cells: cellsDifference(before, after) } : linesDifference(before, after);
  const same = cells.every(({ parts }) =>
    parts.every(({ paragraphs }) => paragraphs.every(({ kind }) => kind === 'same')),
  );
  return {
    id: after.id,
    kind: same ? 'same' : 'changed',
    moved: false,
    pageBreakBefore: after.pageBreakBefore,
    ...(lines === undefined ? {} : { lines }),
    cells,
  };
}

function cellsDifference(before: OutlineRow, after: OutlineRow): CellDifference[] {
  return after.cells.map(({ parts }, column): CellDifference => ({
    parts: parts.map(({ field, paragraphs }, place) => ({
      field,
      paragraphs: paragraphsDifference(before.cells[column]?.parts[place]?.paragraphs ?? [], paragraphs),
    })),
  }));
}
