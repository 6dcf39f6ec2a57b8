import { paragraphsAs, type MarkedAtom } from './marked-atom.ts';
import { byWhom } from './marked-authors.ts';
import type { Unplaced } from './marked-unplaced.ts';

/** Something that the look of the text says, and that can't become a change of it. */
export type Told = Pick<Unplaced, 'text' | 'why' | 'author'>;

/**
 * Marks that were made by the look of the text and not by tracking.
 *
 * Struck through is taken out, by whom Word tracked it if it did; together with a new value beside it that
 * is one change. What cannot be seen is neither put in nor taken out: words of the export stay, others are
 * left aside, and both are told; so are words of the export that somebody set off by a colour or a line, and what
 * is no text. `base` is what was exported.
 */
export function withMarksByHand(
  atoms: readonly MarkedAtom[],
  base: readonly string[],
): { readonly atoms: readonly MarkedAtom[]; readonly told: readonly Told[] } {
  const exported = base.join('\n');
  const told: Told[] = [];
  const kept = atoms.flatMap((atom, at): MarkedAtom[] => {
    const { text, tracked, look = null, obscured, aside } = atom;
    if (aside !== undefined) {
      const author = byWhom(tracked.inserted).author;
      if (tracked.deleted === null) {
        told.push({
          text: aside.text === '' ? paragraphAround(atoms, at) : aside.text,
          why: aside.why,
          author,
        });
      }
      return [];
    }
    if (isSetOff(atom, exported)) told.push({ text, why: 'set-off', author: byWhom(look).author });
    // What lies outside of its place is a matter of the layout.
    const laidOut = obscured === 'clipped' || obscured === 'moved-out';
    if (obscured === undefined || laidOut || tracked.deleted !== null) return [atom];
    if (obscured === 'struck') {
      if (look !== null) return [{ ...atom, tracked: { ...tracked, deleted: look } }];
      if (tracked.inserted !== null) {
        told.push({ text, why: 'struck', author: tracked.inserted.author });
        return [];
      }
      // Who put a new value beside it struck the old one.
      const beside = [atoms[at + 1], atoms[at - 1]].find((other) => other?.kind === 'text');
      const deleted = beside?.tracked.inserted ?? null;
      return deleted === null ? [] : [{ ...atom, tracked: { ...tracked, deleted } }];
    }
    if (text.trim() === '') return [atom];
    told.push({ text, why: 'hidden', author: byWhom(tracked.inserted ?? look).author });
    return tracked.inserted === null && exported.includes(text.trim()) ? [atom] : [];
  });
  return { atoms: kept, told: told.length > 1 ? joined(told) : told };
}

/** Words of the export that were given another look: a new word is told as what it is. */
function isSetOff({ kind, text, tracked, look, obscured, setOff }: MarkedAtom, exported: string): boolean {
  if (kind === 'end' || obscured !== undefined || text.trim() === '') return false;
  const changed = tracked.inserted !== null || tracked.deleted !== null;
  return !changed && (setOff === true || look !== undefined) && exported.includes(text.trim());
}

/** The text of the paragraph in which an atom stands. */
function paragraphAround(atoms: readonly MarkedAtom[], at: number): string {
  const start = atoms.findLastIndex(({ kind }, place) => place < at && kind === 'end') + 1;
  const end = atoms.findIndex(({ kind }, place) => place >= at && kind === 'end');
  return paragraphsAs(atoms.slice(start, end < 0 ? atoms.length : end), 'accepted').join('');
}

/** Neighbours of one kind and author in one. */
function joined(told: readonly Told[]): Told[] {
  const found: Told[] = [];
  for (const each of told) {
    const last = found.at(-1);
    if (last?.why === each.why && last.author === each.author) {
      found[found.length - 1] = { ...last, text: last.text + each.text };
    } else found.push(each);
  }
  return found;
}
