import { fieldsOf, type Form } from '../../../shared/model/form.ts';
import { paragraphsAs, type MarkedAtom } from './marked-atom.ts';
import { byWhom, firstAuthor, firstInsertion } from './marked-authors.ts';
import type { MarkedRowChange } from './marked-changes.ts';
import { withoutLabel } from './marked-field.ts';
import type { MarkedRow } from './marked-table.ts';
import type { Unplaced } from './marked-unplaced.ts';
import { withMarksByHand } from './marks-by-hand.ts';
import { ofPart } from './match-rows.ts';
import { brokenLines } from './told-of-field.ts';
import { withItemsByLine } from './items-by-place.ts';
import { fieldOfKey, type PartKey } from './part-key.ts';

/** What a row that was not exported brings; no row where it says nothing that a row can hold. */
export interface AddedRow {
  readonly row: Extract<MarkedRowChange, { kind: 'row-added' }> | null;
  readonly unplaced: readonly Unplaced[];
}

export function addedRow(marked: MarkedRow, key: string, form: Form): AddedRow {
  const texts: Record<string, readonly string[]> = {};
  const unplaced: Unplaced[] = [];
  const all = withItemsByLine(marked.atoms, form);
  for (const key of partsOfRow(all, form)) {
    const field = fieldOfKey(key);
    if (field === 'number') continue;
    const { atoms, told } = withMarksByHand(ofPart(all, key), []);
    const { paragraphs } = withoutLabel(
      paragraphsAs(atoms, 'accepted'),
      form.cellLabels[field] ?? '',
      field,
    );
    for (const each of [...told, ...brokenLines(atoms)]) unplaced.push({ row: null, field, ...each });
    if (paragraphs.length > 0) texts[key] = paragraphs;
  }
  // Numbers follow the order of the rows; anything else in their column is a remark.
  const numbers = ofPart(marked.atoms, 'number');
  const remark = paragraphsAs(numbers, 'accepted').join('\n').trim();
  if (/[^\d０-９.．()（）\s]/u.test(remark)) {
    const author = firstAuthor(numbers);
    unplaced.push({ row: null, field: null, text: remark, why: 'outside-the-table', author });
  }
  const fields = Object.values(texts);
  if (marked.hidden && fields.length > 0) {
    const text = fields.flat().join('\n');
    const author = firstAuthor(marked.atoms);
    return { row: null, unplaced: [...unplaced, { row: null, field: 'row', text, why: 'hidden', author }] };
  }
  if (fields.length === 0) return { row: null, unplaced };
  const by = byWhom(marked.tracked.inserted ?? firstInsertion(marked.atoms));
  const mark = marked.id === null ? {} : { mark: marked.id };
  return { row: { kind: 'row-added', key, ...mark, ...by, texts }, unplaced };
}

/** The fields that the form prints, each followed by the parts of its targets or outcomes that the row has. */
function partsOfRow(atoms: readonly MarkedAtom[], form: Form): PartKey[] {
  const keys = [...new Set(atoms.map(({ part }) => part))];
  return fieldsOf(form).flatMap(({ id }) => [
    id,
    ...keys.filter((key) => key !== id && fieldOfKey(key) === id),
  ]);
}
