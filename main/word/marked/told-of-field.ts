import type { MarkedAtom } from './marked-atom.ts';
import { firstAuthor } from './marked-authors.ts';
import { effectOf, sameTexts, type MarkedField } from './marked-field.ts';
import type { Told } from './marks-by-hand.ts';

/**
 * A line broken by hand inside an item: the report has no such break, so the paragraph is told with it.
 * One behind which another item opens parts two items, and one at an end shows nothing.
 */
export function brokenLines(atoms: readonly MarkedAtom[]): Told[] {
  const told: Told[] = [];
  let paragraph: MarkedAtom[] = [];
  for (const atom of atoms) {
    if (atom.tracked.deleted === null) paragraph.push(atom);
    if (atom.kind !== 'end' || atom.tracked.deleted !== null) continue;
    const text = paragraph.map((each) => each.text).join('');
    if (/\S *\n\s*[^\s・]/u.test(text)) {
      const breaks = paragraph.filter((each) => each.text.includes('\n'));
      told.push({ text: text.trim(), why: 'line-break', author: firstAuthor(breaks) });
    }
    paragraph = [];
  }
  return told;
}

/**
 * Words that a tracked change brings or takes without changing what the field says: told, so that none is
 * lost. The form prints bullets and labels by itself; `label` is told where it was changed.
 */
export function changesOfNothing(field: MarkedField, label: string): Told[] {
  return field.units.flatMap(({ author }, unit): Told[] => {
    const { before, after } = effectOf(field, unit);
    if (!sameTexts(before, after)) return [];
    const said = (what: 'inserted' | 'deleted'): string =>
      field.atoms
        .filter((atom) => atom[what] === unit)
        .map(({ text }) => text)
        .join('');
    const [come, gone] = [said('inserted'), said('deleted')];
    const text = come === '' ? gone : come;
    const isFurniture = /^[\s・･•●○■□◆◇▪◦‣⁃∙*-]*$/u.test(text) || (label !== '' && label.includes(text));
    return come === gone || isFurniture ? [] : [{ text, why: 'no-effect', author }];
  });
}
