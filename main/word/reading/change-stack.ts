import type { XmlAttributes } from './read-xml.ts';
import { timeOf } from './word-time.ts';
import { untracked, type Change, type Tracked } from './word-document.ts';

/** Elements that say that something was inserted or deleted (ECMA-376 17.13.5). */
const kinds: ReadonlyMap<string, 'inserted' | 'deleted'> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
  ['w:cellIns', 'inserted'],
  ['w:cellDel', 'deleted'],
]);

/** The tracked changes that are open where a file is being read. */
export class ChangeStack {
  #current: Tracked = untracked;
  readonly #outer: Tracked[] = [];
  #move: { readonly range: string; readonly name: string } | null = null;
  /** Whether any change was met at all. */
  met = false;

  get current(): Tracked {
    return this.#current;
  }

  open(element: string, attributes: XmlAttributes): void {
    this.#outer.push(this.#current);
    this.#current = this.mark(this.#current, element, attributes);
  }

  close(): void {
    this.#current = this.#outer.pop() ?? untracked;
  }

  /** `tracked` with the change that `element` tells of; of two of a kind the inner one counts. */
  mark(tracked: Tracked, element: string, attributes: XmlAttributes): Tracked {
    const kind = kinds.get(element);
    if (kind === undefined) return tracked;
    this.met = true;
    const move = element.startsWith('w:move') ? (this.#move?.name ?? '') : null;
    return { ...tracked, [kind]: changeOf(attributes, move) };
  }

  /** The name of the move that is open; null outside of one. */
  get moveName(): string | null {
    return this.#move?.name ?? null;
  }

  /** Both ends of a move bear a name that stands at the start of the range around them. False for any other element. */
  moveRange(element: string, attributes: XmlAttributes): boolean {
    if (!/^w:move(?:From|To)Range(?:Start|End)$/.test(element)) return false;
    const range = attributes['w:id'] ?? '';
    if (element.endsWith('Start')) this.#move = { range, name: attributes['w:name'] ?? '' };
    else if (this.#move?.range === range) this.#move = null;
    return true;
  }
}

/** Who made a change and when, as an element says it. */
export function changeOf(attributes: XmlAttributes, move: string | null = null): Change {
  return {
    id: attributes['w:id'] ?? null,
    author: attributes['w:author'] ?? null,
    date: timeOf(attributes),
    move,
  };
}

/** Word says of the end of a moved paragraph that it was moved before it gives the move's name: so it is added to it. */
export function withMoveName(tracked: Tracked, name: string): Tracked {
  const named = (change: Change | null): Change | null =>
    change?.move === '' ? { ...change, move: name } : change;
  return { inserted: named(tracked.inserted), deleted: named(tracked.deleted) };
}

export function isChange(element: string): boolean {
  return kinds.has(element);
}
