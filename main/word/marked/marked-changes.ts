import type { Form } from '../../../shared/model/form.ts';
import { verdictOfSign } from '../../../shared/model/fields/item-parts.ts';
import type { Outline, OutlinePart, OutlineRow } from '../../../shared/model/outline.ts';
import { longestLine } from '../../../shared/model/report.ts';
import type { WordDocument } from '../reading/word-document.ts';
import { paragraphsAs, type MarkedAtom } from './marked-atom.ts';
import { markedComments, type MarkedComment } from './marked-comments.ts';
import { markedField, sameTexts, textWithAll, withoutLabel, type MarkedField } from './marked-field.ts';
import { aroundChanges, asideTexts, headingChanges } from './marked-around.ts';
import { byWhom, firstInsertion } from './marked-authors.ts';
import type { Unplaced } from './marked-unplaced.ts';
import { addedRow } from './added-row.ts';
import { withMarksByHand, type Told } from './marks-by-hand.ts';
import { brokenLines, changesOfNothing } from './told-of-field.ts';
import { markedTable, type MarkedRow } from './marked-table.ts';
import { matchRows, ofPart } from './match-rows.ts';
import { placeOf } from './marked-place.ts';
import { keyOfPart, type CellField } from './part-key.ts';
import { outsideOfItems, withItemsByPlace } from './items-by-place.ts';
import { rowsOutOfOrder } from './rows-out-of-order.ts';

/** Everything that a returned file says otherwise than it was exported. */
export interface MarkedChanges {
  readonly fields: readonly MarkedField[];
  readonly rows: readonly MarkedRowChange[];
  readonly comments: readonly MarkedComment[];
  readonly unplaced: readonly Unplaced[];
  /** Rows as they stand in the file with all changes: identifiers, and keys of added rows. */
  readonly order: readonly string[];
}

export type MarkedRowChange =
  | {
      readonly kind: 'row-added';
      /** Stands for the row in `order`. */
      readonly key: string;
      /** The row that its bookmarks name all the same: a copy, or one of another report. Left out where they name none. */
      readonly mark?: string;
      readonly author: string | null;
      readonly date: string | null;
      /** By field, or by a part of a target or an outcome, which are called by the number of their line (PartKey). No labels. */
      readonly texts: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly kind: 'row-deleted' | 'row-moved';
      readonly initiative: string;
      readonly author: string | null;
      readonly date: string | null;
    };

/** A field never has more paragraphs (shared/model/report.ts). */
const mostParagraphs = 1_000;

/**
 * Compares a returned document with what was exported. Pure; never keys on revision numbers.
 *
 * `cover`: lines that the program wrote before the table, of which nothing has to be said.
 */
export function markedChanges(
  document: WordDocument,
  base: Outline,
  form: Form,
  cover: readonly string[] = [],
): MarkedChanges {
  const table = markedTable(document, form);
  const matched = matchRows(table.rows, base);
  const fields: MarkedField[] = [];
  const rows: MarkedRowChange[] = [];
  const order: string[] = [];
  const unplaced: Unplaced[] = [
    ...aroundChanges(table.around, base, cover),
    ...headingChanges(table.headings, base),
    ...asideTexts(document),
  ];
  const stays = matched.filter(({ row }) => row.tracked.deleted === null);
  const found = new Set(stays.flatMap((match) => match.base?.id ?? []));

  stays.forEach((match, place) => {
    const { base: exported, row } = match;
    if (exported === null) {
      const key = `added-${rows.length}`;
      const added = addedRow(row, key, form);
      unplaced.push(...added.unplaced);
      if (added.row === null) return;
      rows.push(added.row);
      order.push(key);
      return;
    }
    order.push(exported.id);
    // A row that was cut out and put in again is new as a whole to Word, but not to us.
    const read = row.tracked.inserted === null ? row.atoms : row.atoms.map(settled);
    const atoms = withItemsByPlace(read, exported, row.lines, form);
    unplaced.push(...numberChange(atoms, exported, place + 1), ...hiddenRow(row, exported));
    for (const part of exported.cells.flatMap(({ parts }) => parts)) {
      const changed = partChanges(atoms, exported, part, form, unplaced);
      if (changed !== null) fields.push(changed);
    }
    unplaced.push(...outsideOfItems(atoms, exported));
  });
  for (const row of base.rows) {
    if (found.has(row.id)) continue;
    const gone = matched.find((match) => match.base?.id === row.id)?.row.tracked.deleted ?? null;
    rows.push({ kind: 'row-deleted', initiative: row.id, ...byWhom(gone) });
  }
  for (const id of rowsOutOfOrder(
    base.rows.map((row) => row.id),
    order,
  )) {
    const moved = stays.find((match) => match.base?.id === id)?.row.tracked.inserted ?? null;
    rows.push({ kind: 'row-moved', initiative: id, ...byWhom(moved) });
  }
  return {
    fields,
    rows,
    order,
    unplaced,
    comments: markedComments(
      document,
      table,
      (place) => matched.find((match) => match.place === place)?.base ?? null,
    ),
  };
}

function partChanges(
  atoms: readonly MarkedAtom[],
  exported: OutlineRow,
  part: OutlinePart,
  form: Form,
  unplaced: Unplaced[],
): MarkedField | null {
  const place = placeOf(exported.id, part, form);
  const key = keyOfPart(part);
  if (place === null || key === null) return null;
  const { field, label } = place;
  const printed = part.paragraphs.map(({ text }) => text).filter((text) => text !== '');
  const base = label !== '' && printed[0] === label ? printed.slice(1) : printed;
  const { atoms: own, told } = withMarksByHand(ofPart(atoms, key), [label, ...base]);
  const tell = (each: Told): unknown => unplaced.push({ row: exported.number, field, ...each });
  told.forEach(tell);
  brokenLines(own).forEach(tell);
  const changed = markedField(own, place, base);
  const now = paragraphsAs(own, 'accepted');
  const { altered } = withoutLabel(now, label, field);
  if (altered !== null && label !== '') {
    const author = own.find(({ tracked }) => tracked.deleted !== null)?.tracked.deleted?.author ?? null;
    tell({ text: altered === '' ? label : altered, why: 'label', author });
  }
  changesOfNothing(changed, label).forEach(tell);
  if (changed.units.length === 0) return null;
  const after = textWithAll(changed);
  const isNoVerdict =
    place.of?.part === 'verdict' && after.length > 0 && verdictOfSign(after.join('')) === null;
  if (isNoVerdict || after.length > mostParagraphs || after.some((text) => text.length > longestLine)) {
    const author = changed.units[0]?.author ?? null;
    tell({ text: after.join('\n').slice(0, 1_000), why: 'does-not-fit', author });
    return null;
  }
  // Changes that come to nothing, such as one of the label, are none.
  return sameTexts(after, base) && changed.units.length === 1 ? null : changed;
}

function settled(atom: MarkedAtom): MarkedAtom {
  return { ...atom, tracked: { ...atom.tracked, inserted: null } };
}

/** Numbers are places: one that says neither the old place nor the new one is told. */
function numberChange(atoms: readonly MarkedAtom[], exported: OutlineRow, place: number): Unplaced[] {
  if (!exported.cells.some(({ parts }) => parts.some(({ field }) => field === 'number'))) return [];
  const { atoms: own, told } = withMarksByHand(ofPart(atoms, 'number'), [String(exported.number)]);
  const marks = told.map((each): Unplaced => ({ row: exported.number, field: 'number', ...each }));
  const text = paragraphsAs(own, 'accepted').join('');
  if (text === String(exported.number) || text === String(place)) return marks;
  const author = firstInsertion(own)?.author ?? null;
  return [
    ...marks,
    { row: exported.number, field: 'number' satisfies CellField, text, why: 'number', author },
  ];
}

/** A row that was made invisible stays as it is, and is told. */
function hiddenRow({ hidden }: MarkedRow, { number, cells }: OutlineRow): Unplaced[] {
  if (!hidden) return [];
  const title = cells
    .flatMap(({ parts }) => parts.filter(({ field }) => field === 'title'))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join('');
  return [{ row: number, field: 'row', text: title, why: 'hidden', author: null }];
}
