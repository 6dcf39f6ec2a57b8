import type { Outline, OutlineRow } from '../../../shared/model/outline.ts';
import { textLikeness } from '../../../shared/model/text-likeness.ts';
import { paragraphsAs, type MarkedAtom } from './marked-atom.ts';
import type { MarkedRow } from './marked-table.ts';
import type { CellField, PartKey } from './part-key.ts';

/** A row of the file beside the exported row that it goes on from; null for a new one. */
export interface MatchedRow {
  readonly row: MarkedRow;
  readonly base: OutlineRow | null;
  /** Place among the file's rows. */
  readonly place: number;
}

/** Share of common character pairs from which a row counts as an exported one rewritten. */
const leastLikeness = 0.5;

/**
 * Finds the exported row of each row of the file: by its bookmarks, else by number and title, by title,
 * or by what it says. No exported row is given twice; a row that was cut out and put in elsewhere is
 * given to the place where it was put in.
 */
export function matchRows(rows: readonly MarkedRow[], base: Outline): MatchedRow[] {
  const free = new Map(base.rows.map((row) => [row.id, row]));
  const matched = rows.map((row, place): { row: MarkedRow; base: OutlineRow | null; place: number } => ({
    row,
    base: null,
    place,
  }));
  const give = (match: (typeof matched)[number], found: OutlineRow | undefined): void => {
    if (found === undefined || match.base !== null || !free.delete(found.id)) return;
    match.base = found;
  };
  const isKept = ({ row }: { row: MarkedRow }): boolean => row.tracked.deleted === null;
  for (const [id, copies] of Map.groupBy(matched.filter(isKept), ({ row }) => row.id)) {
    const found = id === null ? undefined : free.get(id);
    const [first] = copies;
    if (found === undefined || first === undefined) continue;
    // A copied row bears the marks of its original: which of them it is, its text says.
    const printedRow = copies.length === 1 ? '' : wholePrinted(found);
    const likeness = ({ row }: { row: MarkedRow }): number => textLikeness(whole(row.atoms), printedRow);
    give(
      copies.length === 1
        ? first
        : copies.reduce((best, copy) => (likeness(copy) > likeness(best) ? copy : best)),
      found,
    );
  }
  const lost = matched.filter(
    (match) => isKept(match) && match.base === null && !isColumnHeading(match.row, base),
  );
  const candidates = (): OutlineRow[] => [...free.values()];
  for (const match of lost) {
    const [number, title] = [said(match.row, 'number'), said(match.row, 'title')];
    give(
      match,
      candidates().find(
        (row) => printed(row, 'number') === number && printed(row, 'title') === title && title !== '',
      ),
    );
  }
  for (const match of lost) {
    const title = said(match.row, 'title');
    if (title !== '')
      give(
        match,
        candidates().find((row) => printed(row, 'title') === title),
      );
  }
  for (const match of lost) {
    const text = whole(match.row.atoms);
    const found = candidates()
      .map((row) => ({ row, likeness: textLikeness(text, wholePrinted(row)) }))
      .reduce<{ row: OutlineRow; likeness: number } | null>(
        (best, candidate) => (candidate.likeness > (best?.likeness ?? leastLikeness) ? candidate : best),
        null,
      );
    give(match, found?.row);
  }
  // Deleted rows only get what no other row has: they stand for a deletion, or for nothing.
  for (const match of matched) {
    if (match.row.tracked.deleted !== null && match.row.id !== null) give(match, free.get(match.row.id));
  }
  for (const match of matched) {
    if (match.row.tracked.deleted === null || match.base !== null) continue;
    const title = paragraphsAs(ofPart(match.row.atoms, 'title'), 'original').join('');
    if (title !== '')
      give(
        match,
        candidates().find((row) => printed(row, 'title') === title),
      );
  }
  return matched.filter((match) => match.base !== null || !isColumnHeading(match.row, base));
}

export function ofPart(atoms: readonly MarkedAtom[], part: PartKey): MarkedAtom[] {
  return atoms.filter((atom) => atom.part === part);
}

function said({ atoms }: MarkedRow, field: CellField): string {
  return paragraphsAs(ofPart(atoms, field), 'accepted').join('');
}

function printed(row: OutlineRow, field: CellField): string {
  return row.cells
    .flatMap(({ parts }) => parts.filter((part) => part.field === field))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join('');
}

function whole(atoms: readonly MarkedAtom[]): string {
  return paragraphsAs(
    atoms.filter(({ part }) => part !== 'number'),
    'accepted',
  ).join('');
}

function wholePrinted(row: OutlineRow): string {
  return row.cells
    .flatMap(({ parts }) => parts)
    .filter(({ field }) => field !== 'number')
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join('');
}

/** The heading stands again above each table; not every program keeps that it is one. */
export function isColumnHeading({ atoms }: Pick<MarkedRow, 'atoms'>, { columns }: Outline): boolean {
  const text = paragraphsAs(atoms, 'accepted').join('');
  return text === columns.flatMap(({ heading }) => heading).join('');
}
