import type { Change } from '../reading/word-document.ts';
import type { MarkedAtom } from './marked-atom.ts';

/** Who put something into these, first of all. */
export function firstInsertion(atoms: readonly MarkedAtom[]): Change | null {
  return atoms.find(({ tracked }) => tracked.inserted !== null)?.tracked.inserted ?? null;
}

/** Who changed these first, by what was put in, else by what was taken out. */
export function firstAuthor(atoms: readonly MarkedAtom[]): string | null {
  const deletion = atoms.find(({ tracked }) => tracked.deleted !== null)?.tracked.deleted;
  return firstInsertion(atoms)?.author ?? deletion?.author ?? null;
}

export function byWhom(change: Change | null): { author: string | null; date: string | null } {
  return { author: change?.author ?? null, date: change?.date ?? null };
}
