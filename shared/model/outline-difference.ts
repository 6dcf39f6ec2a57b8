import type { Outline, OutlineParagraph, OutlinePart, OutlineRow } from './outline.ts';
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
  /** In the order after; rows that went stand where they were. */
  readonly rows: readonly RowDifference[];
}

export interface RowDifference {
  readonly id: string;
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  /** The row also stands elsewhere: it went here and came there. */
  readonly moved: boolean;
  readonly pageBreakBefore: boolean;
  /** One per column of the form. */
  readonly cells: readonly CellDifference[];
}

export interface CellDifference {
  readonly parts: readonly PartDifference[];
}

export interface PartDifference {
  readonly field: OutlinePart['field'];
  readonly paragraphs: readonly ParagraphDifference[];
}

export interface ParagraphDifference {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly look: OutlineParagraph['kind'];
  readonly pieces: readonly TextPiece[];
}

/** Share of kept characters (kana of particles and endings aside) from which a paragraph counts as rewritten, not as another one. */
const likeness = 0.35;

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
    cells: row.cells.map(({ parts }) => ({
      parts: parts.map(({ field, paragraphs }) => ({
        field,
        paragraphs: paragraphs.map((paragraph) => wholeParagraph(paragraph, kind)),
      })),
    })),
  };
}

function rowDifference(before: OutlineRow, after: OutlineRow): RowDifference {
  const cells = after.cells.map(({ parts }, column): CellDifference => ({
    parts: parts.map(({ field, paragraphs }, place) => ({
      field,
      paragraphs: paragraphsDifference(before.cells[column]?.parts[place]?.paragraphs ?? [], paragraphs),
    })),
  }));
  const same = cells.every(({ parts }) =>
    parts.every(({ paragraphs }) => paragraphs.every(({ kind }) => kind === 'same')),
  );
  return {
    id: after.id,
    kind: same ? 'same' : 'changed',
    moved: false,
    pageBreakBefore: after.pageBreakBefore,
    cells,
  };
}

/** Whole paragraphs first; neighbours that went and came are paired when they are alike. */
export function paragraphsDifference(
  before: readonly OutlineParagraph[],
  after: readonly OutlineParagraph[],
): ParagraphDifference[] {
  const same = (one: OutlineParagraph, other: OutlineParagraph): boolean =>
    one.text === other.text && one.kind === other.kind;
  const found: ParagraphDifference[] = [];
  let gone: OutlineParagraph[] = [];
  for (const { kind, from, to } of sequenceDifference(before, after, same)) {
    if (kind === 'removed') {
      gone = before.slice(from, to);
      continue;
    }
    if (kind === 'added') {
      found.push(...rewritten(gone, after.slice(from, to)));
    } else {
      found.push(...gone.map((paragraph) => wholeParagraph(paragraph, 'removed')));
      found.push(
        ...before.slice(from, to).map((paragraph): ParagraphDifference => ({
          kind: 'same',
          look: paragraph.kind,
          pieces: textDifference(paragraph.text, paragraph.text),
        })),
      );
    }
    gone = [];
  }
  return [...found, ...gone.map((paragraph) => wholeParagraph(paragraph, 'removed'))];
}

/** Pairs what went with what came, in order; what has no like stays whole. */
function rewritten(
  gone: readonly OutlineParagraph[],
  come: readonly OutlineParagraph[],
): ParagraphDifference[] {
  const found: ParagraphDifference[] = [];
  let next = 0;
  for (const paragraph of come) {
    const pairing = gone
      .slice(next)
      .map((old, offset) => ({ at: next + offset, pieces: piecesIfAlike(old, paragraph) }))
      .find(({ pieces }) => pieces !== null);
    if (pairing === undefined || pairing.pieces === null) {
      found.push(wholeParagraph(paragraph, 'added'));
      continue;
    }
    for (const left of gone.slice(next, pairing.at)) found.push(wholeParagraph(left, 'removed'));
    found.push({ kind: 'changed', look: paragraph.kind, pieces: pairing.pieces });
    next = pairing.at + 1;
  }
  return [...found, ...gone.slice(next).map((paragraph) => wholeParagraph(paragraph, 'removed'))];
}

function piecesIfAlike(before: OutlineParagraph, after: OutlineParagraph): readonly TextPiece[] | null {
  if (before.kind !== after.kind) return null;
  const pieces = textDifference(before.text, after.text);
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? weight(text) : 0), 0);
  const longer = Math.max(weight(before.text), weight(after.text));
  return longer > 0 && kept / longer >= likeness ? pieces : null;
}

/** Characters that carry the meaning: particles and endings are alike in any two sentences. */
function weight(text: string): number {
  return text.match(/[^\p{Script=Hiragana}\p{P}\p{Z}]/gu)?.length ?? 0;
}

function wholeParagraph(paragraph: OutlineParagraph, kind: 'removed' | 'added'): ParagraphDifference {
  return {
    kind,
    look: paragraph.kind,
    pieces: paragraph.text === '' ? [] : [{ kind, text: paragraph.text }],
  };
}
