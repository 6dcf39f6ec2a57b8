import { isItemField, partDefinition } from '../../../shared/model/fields/item-parts.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { OutlinePart, OutlineRow } from '../../../shared/model/outline.ts';
import { paragraphsAs, type CellPlace, type MarkedAtom } from './marked-atom.ts';
import { firstAuthor } from './marked-authors.ts';
import type { Unplaced } from './marked-unplaced.ts';
import { fieldOfKey, keyOfPart, type PartKey } from './part-key.ts';

type ItemPlace = Pick<OutlinePart, 'field' | 'of'>;

/**
 * Atoms of cells of targets and outcomes that have lost their bookmarks, each with the part that was exported in that
 * place: where the row has as many lines as before, and the cell held one target or outcome.
 */
export function withItemsByPlace(
  atoms: readonly MarkedAtom[],
  exported: OutlineRow,
  lines: number,
  form: Form,
): readonly MarkedAtom[] {
  if (exported.lines !== lines) return atoms;
  return withPartsAt(atoms, form, ({ line, column }) => {
    const parts =
      exported.cells.find(({ place }) => place?.column === column && place.line === line)?.parts ?? [];
    return new Set(parts.map(({ of }) => of?.item)).size === 1 ? parts : [];
  });
}

/** The same in a row that was not exported: its targets and outcomes are called by the number of their line. */
export function withItemsByLine(atoms: readonly MarkedAtom[], form: Form): readonly MarkedAtom[] {
  return withPartsAt(atoms, form, ({ line, column }) => {
    const { content: [field = 'number'] = [], ofEach = [] } = form.columns[column] ?? {};
    return ofEach.map((part) => ({ field, of: { item: String(line), part } }));
  });
}

function withPartsAt(
  atoms: readonly MarkedAtom[],
  { own }: Form,
  partsAt: (place: CellPlace) => readonly ItemPlace[],
): readonly MarkedAtom[] {
  return [...cellsOf(atoms)].flatMap(([at, inCell]) => {
    const parts = at === null ? [] : partsAt(at);
    let [part = null] = parts.map(keyOfPart);
    return paragraphsOf(inCell).flatMap((paragraph) => {
      const text = paragraphsAs(paragraph, 'accepted').join('').trim();
      const bracketed = parts.length > 1 ? parts.find((each) => standsAround(text, each, own)) : undefined;
      if (bracketed !== undefined) part = keyOfPart(bracketed);
      const key: PartKey | null = part;
      return key === null ? paragraph : paragraph.map((atom) => ({ ...atom, part: key }));
    });
  });
}

/** Atoms cell by cell; those that stand in a cell with bookmarks, or in no cell of items, under null. */
function cellsOf(atoms: readonly MarkedAtom[]): [CellPlace | null, MarkedAtom[]][] {
  const cells: [CellPlace | null, MarkedAtom[]][] = [];
  for (const atom of atoms) {
    const last = cells.at(-1);
    const at = atom.at ?? null;
    if (last?.[0] === at) last[1].push(atom);
    else cells.push([at, [atom]]);
  }
  return cells;
}

function paragraphsOf(atoms: readonly MarkedAtom[]): MarkedAtom[][] {
  const paragraphs: MarkedAtom[][] = [[]];
  for (const atom of atoms) {
    paragraphs.at(-1)?.push(atom);
    if (atom.kind === 'end') paragraphs.push([]);
  }
  return paragraphs;
}

/** Whether a text stands in a part's brackets. */
function standsAround(text: string, { field, of }: ItemPlace, own: Form['own']): boolean {
  if (of === undefined || !isItemField(field)) return false;
  const [before, after] = partDefinition(field, of.part, own).around ?? ['', ''];
  const around = before.length + after.length;
  return around > 0 && text.length > around && text.startsWith(before) && text.endsWith(after);
}

/** What was written where the row had no target or outcome: it is told, and becomes none by itself. */
export function outsideOfItems(atoms: readonly MarkedAtom[], exported: OutlineRow): Unplaced[] {
  const known = new Set(exported.cells.flatMap(({ parts }) => parts.map(keyOfPart)));
  const strays = atoms.filter(({ part }) => isItemField(fieldOfKey(part)) && !known.has(part));
  return [...Map.groupBy(strays, ({ part }) => fieldOfKey(part))].flatMap(([field, own]): Unplaced[] => {
    const text = paragraphsAs(own, 'accepted').join('\n').trim();
    if (text === '') return [];
    return [{ row: exported.number, field, text, why: 'no-item', author: firstAuthor(own) }];
  });
}
