import type { Change } from '../reading/word-document.ts';
import type { MarkedAtom } from './marked-atom.ts';
import type { FieldAtom, MarkedUnit } from './marked-field.ts';

type Key = string;

interface Keyed {
  readonly atom: MarkedAtom;
  readonly inserted: Key | null;
  readonly deleted: Key | null;
}

interface OpenUnit {
  readonly at: number;
  inserts: boolean;
  deletes: boolean;
  change: Change;
  /** The name of a move of which it is an end. */
  move: string | null;
}

/**
 * Groups the tracked changes of a field: changes of one author between two paragraph ends that stay are
 * one unit, so are both ends of a move. The end of a paragraph comes and goes with its author's text beside it:
 * alone it would run two paragraphs into one.
 */
export function unitsOf(atoms: readonly MarkedAtom[]): { atoms: FieldAtom[]; units: MarkedUnit[] } {
  const keyed = keysOf(atoms);
  const same = new Groups();
  for (const what of ['inserted', 'deleted'] as const) {
    keyed.forEach((end, at) => {
      const key = end[what];
      if (end.atom.kind !== 'end' || key === null) return;
      const author = end.atom.tracked[what]?.author;
      for (const neighbour of [keyed[at - 1], keyed[at + 1]]) {
        const other = neighbour?.[what] ?? null;
        if (other !== null && neighbour?.atom.tracked[what]?.author === author) same.join(key, other);
      }
    });
  }
  const units = new Map<Key, OpenUnit>();
  const unitOf = (key: Key | null, change: Change | null, what: 'inserts' | 'deletes'): number | null => {
    if (key === null || change === null) return null;
    const group = same.of(key);
    const unit = units.get(group) ?? { at: units.size, inserts: false, deletes: false, change, move: null };
    units.set(group, unit);
    unit[what] = true;
    const { date, move } = change;
    if (move) unit.move = move;
    if (date !== null && (unit.change.date === null || date > unit.change.date)) {
      unit.change = { ...unit.change, date };
    }
    return unit.at;
  };
  const compact = keyed.map(({ atom: { kind, text, tracked }, inserted, deleted }): FieldAtom => ({
    kind,
    text,
    inserted: unitOf(inserted, tracked.inserted, 'inserts'),
    deleted: unitOf(deleted, tracked.deleted, 'deletes'),
  }));
  return {
    atoms: compact,
    units: [...units.values()].map(({ inserts, deletes, change: { author, date }, move }): MarkedUnit => ({
      how: 'tracked',
      kind: inserts === deletes ? 'edit' : inserts ? 'insertion' : 'deletion',
      author,
      date,
      ...(move === null ? {} : { move }),
    })),
  };
}

function keysOf(atoms: readonly MarkedAtom[]): Keyed[] {
  let block = 0;
  const keyOf = (change: Change | null): Key | null => {
    if (change === null) return null;
    const { author, move } = change;
    return JSON.stringify(move ? ['move', move, author] : [block, author]);
  };
  return atoms.map((atom) => {
    const { inserted, deleted } = atom.tracked;
    const keyed = { atom, inserted: keyOf(inserted), deleted: keyOf(deleted) };
    if (atom.kind === 'end' && inserted === null && deleted === null) block += 1;
    return keyed;
  });
}

/** Keys that stand for the same unit. */
class Groups {
  readonly #groups = new Map<Key, Key>();

  of(key: Key): Key {
    let at = key;
    for (let next = this.#groups.get(at); next !== undefined; next = this.#groups.get(at)) at = next;
    return at;
  }

  join(one: Key, other: Key): void {
    const [first, second] = [this.of(one), this.of(other)];
    if (first !== second) this.#groups.set(first, second);
  }
}
