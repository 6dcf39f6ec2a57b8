import type { PartKey } from './part-key.ts';

/** Where a comment hangs: a place in the file's rows, and the words under it. */
export interface CommentPlace {
  /** Place among the file's rows; null outside them. */
  readonly row: number | null;
  readonly part: PartKey | null;
  /** As they stand with all changes accepted; what only stood there before counts where nothing is left. */
  readonly quote: string;
  /** As they stood when the file was exported; '' for nothing. */
  readonly exported: string;
}

interface OpenRange {
  row: number | null;
  part: PartKey | null;
  /** A range that starts at the end of one field and covers another speaks of the other. */
  settled: boolean;
  now: string;
  before: string;
}

/** Follows comments through a document; a range may cover many runs, paragraphs and cells. */
export class CommentRanges {
  readonly #open = new Map<string, OpenRange>();
  readonly #closed = new Map<string, OpenRange>();

  start(comment: string, row: number | null): void {
    this.#open.set(comment, { row, part: null, settled: false, now: '', before: '' });
  }

  text(
    text: string,
    place: { row: number | null; part: PartKey | null },
    there: { now: boolean; before: boolean },
  ): void {
    for (const range of this.#open.values()) {
      if (!range.settled && text.trim() !== '') {
        range.row = place.row;
        range.part = place.part;
        range.settled = true;
      }
      // A range over several cells speaks of the first: its words are found again there.
      if (range.settled && (range.row !== place.row || range.part !== place.part)) continue;
      if (there.now) range.now += text;
      if (there.before) range.before += text;
    }
  }

  end(comment: string): void {
    const range = this.#open.get(comment);
    if (range === undefined) return;
    this.#open.delete(comment);
    this.#closed.set(comment, range);
  }

  /** The sign of the comment itself: its place, when it has no range or an empty one. */
  reference(comment: string, place: { row: number | null; part: PartKey | null }): void {
    const range = this.#closed.get(comment) ?? this.#open.get(comment);
    if (range?.settled === true) return;
    this.#closed.set(comment, { ...place, settled: true, now: '', before: '' });
  }

  places(): ReadonlyMap<string, CommentPlace> {
    return new Map(
      [...this.#open, ...this.#closed].map(([comment, { row, part, now, before }]) => [
        comment,
        { row, part, quote: now.trim() === '' ? before : now, exported: before.trim() },
      ]),
    );
  }
}
