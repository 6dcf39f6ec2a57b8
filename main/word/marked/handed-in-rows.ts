import type { Form } from '../../../shared/model/form.ts';
import type { Outline } from '../../../shared/model/outline.ts';
import { unplacedMarkupReason } from '../../../shared/words/unplaced-markup-reason.ts';
import { unplacedCommentReason } from '../../../shared/words/unplaced-words.ts';
import type { WordDocument } from '../reading/word-document.ts';
import { paragraphsAs } from './marked-atom.ts';
import { markedChanges } from './marked-changes.ts';
import { textWithAll } from './marked-field.ts';
import { markedTable, type MarkedTable } from './marked-table.ts';
import { isColumnHeading, matchRows, ofPart } from './match-rows.ts';
import { keyOfPart } from './part-key.ts';

/** What a section's Word file says, row by row, with all its changes: plain values. */
export interface HandedInTable {
  /** In the order of the file. */
  readonly rows: readonly HandedInRow[];
  /** What is on no field of a row: it is listed, and nothing is made of it. */
  readonly unplaced: readonly UnplacedText[];
}

export interface HandedInRow {
  /** The row that was given out and goes on here; null for one that came since. */
  readonly base: string | null;
  /** By what it was found: its marks, its title, what it says else; `new` for one that came since. */
  readonly by: 'marks' | 'title' | 'text' | 'new';
  /** What the marks of a row that came since name all the same; null for nothing. */
  readonly mark: string | null;
  readonly title: string;
  /** What fields, or parts of targets and outcomes (PartKey), say otherwise than was given out, as the form prints it without its labels. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

export interface UnplacedText {
  /** As printed in the file; null outside the rows. */
  readonly row: number | null;
  readonly field: string | null;
  readonly text: string;
  /** A sentence for a person. */
  readonly why: string;
}

/** Whether a document still has the table that was given out: its marks, or its column headings. */
export function hasGivenTable(document: WordDocument, base: Outline, form: Form): boolean {
  const { rows, headings } = markedTable(document, form);
  return (
    rows.some(({ id }) => id !== null) ||
    headings.some((row) => isColumnHeading(row, base)) ||
    rows.some((row) => isColumnHeading(row, base))
  );
}

/** Reads the table that was given out as it came back. */
export function handedInRows(
  document: WordDocument,
  base: Outline,
  form: Form,
  cover: readonly string[],
): HandedInTable {
  const changes = markedChanges(document, base, form, cover);
  const found = new Map(
    matchRows(markedTable(document, form).rows, base).flatMap((match) =>
      match.base === null || match.row.tracked.deleted !== null ? [] : [[match.base.id, match] as const],
    ),
  );
  const rows = changes.order.map((key): HandedInRow => {
    const added = changes.rows.find((row) => row.kind === 'row-added' && row.key === key);
    if (added?.kind === 'row-added') {
      const { texts, mark = null } = added;
      return { base: null, by: 'new', mark, title: (texts['title'] ?? []).join(''), texts };
    }
    const match = found.get(key);
    const title = match === undefined ? '' : saidTitle(match.row);
    const by = match?.row.id === key ? 'marks' : title === printedTitle(base, key) ? 'title' : 'text';
    const texts = Object.fromEntries(
      changes.fields
        .filter(({ initiative }) => initiative === key)
        .map((field) => [keyOfPart(field) ?? field.field, textWithAll(field)] as const),
    );
    return { base: key, by, mark: null, title, texts };
  });
  const numbers = new Map(base.rows.map(({ id, number }) => [id, number]));
  return {
    rows,
    unplaced: [
      ...changes.unplaced.map(({ row, field, text, why }) => ({
        ...{ row, field, text },
        why: unplacedMarkupReason(why),
      })),
      ...changes.comments.map(({ initiative, field, text, replies }) => ({
        row: numbers.get(initiative ?? '') ?? null,
        field,
        text: [text, ...replies.map((reply) => reply.text)].join('\n'),
        why: unplacedCommentReason,
      })),
    ],
  };
}

function saidTitle({ atoms }: MarkedTable['rows'][number]): string {
  return paragraphsAs(ofPart(atoms, 'title'), 'accepted').join('');
}

function printedTitle({ rows }: Outline, id: string): string {
  const parts = rows.find((row) => row.id === id)?.cells.flatMap((cell) => cell.parts) ?? [];
  return parts
    .filter(({ field }) => field === 'title')
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join('');
}
