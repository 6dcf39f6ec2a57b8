import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { mergeParagraphs } from '../../../shared/model/fields/merge-paragraphs.ts';
import { labelOf } from '../understanding/labels.ts';
import { paragraphsOf, type MarkedAtom } from './marked-atom.ts';
import { fieldAt, partAt, type MarkedPlace } from './marked-place.ts';
import { unitsOf } from './marked-units.ts';
import { withPrintedBullets } from './printed-bullets.ts';

/** One field of one row, or one part of a target or an outcome, as it came back: plain values, fit to be stored. */
export interface MarkedField extends MarkedPlace {
  /** The paragraphs that the field printed when it was exported, without its label. */
  readonly base: readonly string[];
  readonly atoms: readonly FieldAtom[];
  /** Changes that are accepted or rejected as one. */
  readonly units: readonly MarkedUnit[];
}

export interface FieldAtom {
  readonly kind: 'text' | 'end';
  readonly text: string;
  /** The unit that inserts it, and the one that deletes it; null for neither. */
  readonly inserted: number | null;
  readonly deleted: number | null;
}

export interface MarkedUnit {
  /** `direct`: what was changed without being tracked. */
  readonly how: 'tracked' | 'direct';
  readonly kind: 'edit' | 'insertion' | 'deletion';
  readonly author: string | null;
  readonly date: string | null;
  /** The move of which it is an end, as the file names it; left out where it is none. */
  readonly move?: string;
}

/** The field's changes in units, all that was not tracked in one of its own. */
export function markedField(
  atoms: readonly MarkedAtom[],
  place: MarkedPlace,
  base: readonly string[],
): MarkedField {
  const tracked = unitsOf(atoms);
  const field = { ...place, base, ...tracked };
  const original = trackedText(field, new Set());
  if (sameTexts(original, base)) return field;
  return {
    ...field,
    units: [
      ...tracked.units,
      { how: 'direct', kind: kindOfDirect(base, original), author: null, date: null },
    ],
  };
}

/** What one change does to the field, by itself or upon the changes that it stands on; the same twice for nothing. */
export function effectOf(
  field: MarkedField,
  unit: number,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const alone = textWith(field, new Set([unit]));
  // What takes back another's words is shown upon these.
  const under = sameTexts(alone, field.base) ? unitsUnder(field, unit) : new Set<number>();
  if (under.size === 0) return { before: field.base, after: alone };
  return { before: textWith(field, under), after: textWith(field, new Set([...under, unit])) };
}

/** The field's paragraphs with the changes of `taken` alone. */
export function textWith(field: MarkedField, taken: ReadonlySet<number>): readonly string[] {
  const text = trackedText(field, taken);
  const direct = field.units.findIndex(({ how }) => how === 'direct');
  if (direct < 0 || taken.has(direct)) return text;
  // Where a tracked change stands in a paragraph that was also changed directly, it brings that along.
  return mergeParagraphs(trackedText(field, new Set()), field.base, text, 'theirs').paragraphs;
}

/**
 * The units without which `unit` may come to nothing: those that put in what it takes out, and what was
 * changed directly. A reviewer takes out words that another one put in, and the report never had them.
 */
export function unitsUnder({ atoms, units }: MarkedField, unit: number): ReadonlySet<number> {
  const under = atoms.flatMap(({ inserted, deleted }) =>
    deleted === unit && inserted !== null ? [inserted] : [],
  );
  const direct = units.findIndex(({ how }) => how === 'direct');
  return new Set([...under, ...(direct < 0 ? [] : [direct])].filter((other) => other !== unit));
}

/** The field's paragraphs with all its changes. */
export function textWithAll(field: MarkedField): readonly string[] {
  return textWith(field, new Set(field.units.keys()));
}

function trackedText(marked: MarkedField, taken: ReadonlySet<number>): string[] {
  const { atoms, label, field, base } = marked;
  const paragraphs = paragraphsOf(
    atoms,
    ({ inserted, deleted }) =>
      (inserted === null || taken.has(inserted)) && (deleted === null || !taken.has(deleted)),
    ({ inserted }) => inserted !== null,
  );
  const definition = partAt(marked) ?? fieldAt(marked);
  return withPrintedBullets(withoutLabel(paragraphs, label, field).paragraphs, definition, base);
}

/** Paragraphs without the form's label; `altered` when something else stands in its place. */
export function withoutLabel(
  paragraphs: readonly string[],
  label: string,
  field: RowField,
): { readonly paragraphs: string[]; readonly altered: string | null } {
  const [first, ...rest] = paragraphs;
  if (label === '' || first === undefined) return { paragraphs: [...paragraphs], altered: null };
  if (first === label) return { paragraphs: rest, altered: null };
  if (first.startsWith(label)) return { paragraphs: [first.slice(label.length), ...rest], altered: null };
  const found = labelOf(first);
  if ((found?.field === field && found.rest === '') || /^[[［【].*[\]］】]$/.test(first)) {
    return { paragraphs: rest, altered: first };
  }
  return { paragraphs: [...paragraphs], altered: '' };
}

/** What was only taken out, in one place or several, leaves the rest in its order; so for what was only put in. */
function kindOfDirect(before: readonly string[], after: readonly string[]): MarkedUnit['kind'] {
  const [old, now] = [before.join('\n'), after.join('\n')];
  if (isWithin(now, old)) return 'deletion';
  return isWithin(old, now) ? 'insertion' : 'edit';
}

/** Whether the characters of a text stand in another one, in the same order. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (let place = 0; place < other.length && at < text.length; place += 1) {
    if (other[place] === text[at]) at += 1;
  }
  return at === text.length;
}

export function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
