import { success, type Result } from '../../../shared/result.ts';
import { readXml } from './read-xml.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** What a style says that matters for the text: its name, and the list that it puts a paragraph into. */
export interface Style {
  readonly id: string;
  name: string | null;
  basedOn: string | null;
  list: string | null;
  level: number | null;
}

export class Styles {
  readonly #byId: ReadonlyMap<string, Style>;
  readonly #lists = new Map<string, StyleList | null>();

  constructor(styles: readonly Style[]) {
    this.#byId = new Map(styles.map((style) => [style.id, style]));
  }

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  /** The list of a style, its own or that of a style that it stands on. */
  listOf(id: string): StyleList | null {
    const known = this.#lists.get(id);
    if (known !== undefined) return known;
    const found = this.#find(id);
    this.#lists.set(id, found);
    return found;
  }

  #find(id: string): StyleList | null {
    const seen = new Set<string>();
    let level: number | null = null;
    // Styles of a damaged file may stand on each other in a circle.
    for (let at: string | null = id; at !== null && !seen.has(at) && seen.size < 64;) {
      seen.add(at);
      const style = this.#byId.get(at);
      if (style === undefined) return null;
      level ??= style.level;
      if (style.list !== null) return { list: style.list, level: level ?? 0 };
      at = style.basedOn;
    }
    return null;
  }
}

export interface StyleList {
  readonly list: string;
  readonly level: number;
}

export function readStyles(
  bytes: Uint8Array | undefined,
  part: string,
  budget: XmlBudget,
): Result<Styles, WordFailure> {
  const styles: Style[] = [];
  if (bytes === undefined) return success(new Styles(styles));
  let open: Style | null = null;
  const read = readXml(
    bytes,
    part,
    {
      open: (element, attributes) => {
        const value = attributes['w:val'] ?? '';
        if (element === 'w:style') {
          open = { id: attributes['w:styleId'] ?? '', name: null, basedOn: null, list: null, level: null };
          styles.push(open);
        } else if (open === null) return;
        else if (element === 'w:name') open.name = value;
        else if (element === 'w:basedOn') open.basedOn = value;
        else if (element === 'w:numId') open.list = value;
        else if (element === 'w:ilvl') open.level = levelOf(value);
      },
      close: (element) => {
        if (element === 'w:style') open = null;
      },
      text: () => {},
    },
    budget,
  );
  return read.ok ? success(new Styles(styles)) : read;
}

/** A list's level, from 0 to 8. */
export function levelOf(value: string): number {
  const level = Number.parseInt(value, 10);
  return level >= 0 && level <= 8 ? level : 0;
}
