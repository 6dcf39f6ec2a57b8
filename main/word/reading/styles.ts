import { success, type Result } from '../../../shared/result.ts';
import { readXml } from './read-xml.ts';
import { plainLook, withRunProperty, type RunLook } from './run-look.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** What a style says that matters for the text: its name, the list that it puts a paragraph into, and whether it hides. */
export interface Style {
  readonly id: string;
  name: string | null;
  basedOn: string | null;
  list: string | null;
  level: number | null;
  look: RunLook;
}

export class Styles {
  readonly #byId: ReadonlyMap<string, Style>;
  readonly #lists = new Map<string, StyleList | null>();
  readonly #looks = new Map<string, RunLook>();

  constructor(styles: readonly Style[]) {
    this.#byId = new Map(styles.map((style) => [style.id, style]));
  }

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  /** Whether a style's text can be read; a style says it itself or stands on one that does. */
  lookOf(id: string): RunLook {
    const known = this.#looks.get(id);
    if (known !== undefined) return known;
    const chain = this.#chain(id);
    const said = <K extends keyof RunLook>(what: K): RunLook[K] =>
      chain.find(({ look }) => look[what] !== null)?.look[what] ?? null;
    const look = { hidden: said('hidden'), struck: said('struck') };
    this.#looks.set(id, look);
    return look;
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
    const chain = this.#chain(id);
    const { list } = chain.find((style) => style.list !== null) ?? { list: null };
    if (list === null) return null;
    const upTo = chain.slice(0, chain.findIndex((style) => style.list !== null) + 1);
    return { list, level: upTo.find(({ level }) => level !== null)?.level ?? 0 };
  }

  /** A style with those that it stands on, itself first. */
  #chain(id: string): readonly Style[] {
    const chain = new Set<Style>();
    // Styles of a damaged file may stand on each other in a circle.
    for (let at: string | null = id; at !== null && chain.size < 64;) {
      const style = this.#byId.get(at);
      if (style === undefined || chain.has(style)) break;
      chain.add(style);
      at = style.basedOn;
    }
    return [...chain];
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
          open = newStyle(attributes['w:styleId'] ?? '');
          styles.push(open);
        } else if (open === null) return;
        else if (element === 'w:name') open.name = value;
        else if (element === 'w:basedOn') open.basedOn = value;
        else if (element === 'w:numId') open.list = value;
        else if (element === 'w:ilvl') open.level = levelOf(value);
        else open.look = withRunProperty(open.look, element, attributes);
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

function newStyle(id: string): Style {
  return { id, name: null, basedOn: null, list: null, level: null, look: plainLook };
}

/** A list's level, from 0 to 8. */
export function levelOf(value: string): number {
  const level = Number.parseInt(value, 10);
  return level >= 0 && level <= 8 ? level : 0;
}
