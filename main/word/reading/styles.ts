import { success, type Result } from '../../../shared/result.ts';
import type { Rgb } from './look/colour.ts';
import type { Palette } from './look/palette.ts';
import { nearestLook, plainLook, type RunLook } from './look/run-look.ts';
import type { Ground } from './look/shading.ts';
import type { Indents } from './look/whereabouts.ts';
import { StyleReader, type Style } from './style-reader.ts';
import { readXml } from './read-xml.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

/** How a paragraph of a style looks: its text, what lies behind it, its indents, and the points of each line where they are fixed. */
export interface ParagraphLook {
  readonly run: RunLook;
  readonly ground: Ground | null;
  readonly line: number | null;
  readonly indents: Indents | null;
}

/** What a table's style says of a cell: the look of its text, nearest first, and the shades that may lie behind it. */
export interface TableLook {
  readonly looks: readonly RunLook[];
  readonly grounds: readonly Rgb[];
}

export class Styles {
  readonly #byId: ReadonlyMap<string, Style>;
  readonly #usual: string | null;
  readonly #lists = new Map<string, StyleList | null>();
  readonly #looks = new Map<string | null, ParagraphLook>();
  readonly #tables = new Map<string, TableLook>();

  /** `defaults` is what the document says of all text (w:rPrDefault). */
  constructor(styles: readonly Style[], defaults: RunLook = plainLook) {
    this.#byId = new Map(styles.map((style) => [style.id, style]));
    this.#usual = styles.find(({ isUsual }) => isUsual)?.id ?? null;
    this.defaults = defaults;
  }

  /** What the document says of all text; it counts where nothing nearer says anything. */
  readonly defaults: RunLook;

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  /** How a style's text looks; a style says it itself or stands on one that does. Null: the paragraphs without a style. */
  lookOf(id: string | null): ParagraphLook {
    const known = this.#looks.get(id);
    if (known !== undefined) return known;
    const chain = this.#chain(id ?? this.#usual);
    const look = {
      run: nearestLook(chain.map((style) => style.look)),
      ground: chain.find(({ ground }) => ground !== null)?.ground ?? null,
      line: chain.find((style) => style.line !== null)?.line || null,
      indents: chain.find((style) => style.indents !== null)?.indents ?? null,
    };
    this.#looks.set(id, look);
    return look;
  }

  /** `heads`: for the row that a style sets off as the first. */
  tableLookOf(id: string, heads: boolean): TableLook {
    const key = `${heads ? 'head' : 'body'} ${id}`;
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const chain = this.#chain(id);
    const parts = chain.flatMap(({ look, ground, parts: own }) => [
      ...[...own].map(([name, part]) => ({ name, ...part })),
      { name: 'wholeTable', look, ground },
    ]);
    const first = parts.filter(({ name }) => name === 'firstRow');
    const firstGround = first.find(({ ground }) => ground !== null && ground !== 'none')?.ground;
    const rest = parts.filter(({ name }) => name !== 'firstRow');
    const whole = rest.filter(({ name }) => name === 'wholeTable').map((part) => part.look);
    const made: TableLook = {
      looks: heads ? [...first.map((part) => part.look), ...whole] : whole,
      grounds:
        heads && firstGround !== undefined
          ? [firstGround as Rgb]
          : rest.flatMap(({ ground }) => (ground === null || ground === 'none' ? [] : [ground])),
    };
    this.#tables.set(key, made);
    return made;
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
  #chain(id: string | null): readonly Style[] {
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
  palette: Palette,
  budget: XmlBudget,
): Result<Styles, WordFailure> {
  if (bytes === undefined) return success(new Styles([]));
  const reader = new StyleReader(palette);
  const read = readXml(bytes, part, reader, budget);
  return read.ok ? success(new Styles(reader.styles, reader.defaults)) : read;
}
