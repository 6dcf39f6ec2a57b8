import { success, type Result } from '../../../shared/result.ts';
import { listNumber } from './list-number.ts';
import { isOn } from './on-off.ts';
import { readXml } from './read-xml.ts';
import { levelOf } from './list-level.ts';
import { withoutSymbolFont } from './symbol-text.ts';
import type { ListMark } from './word-document.ts';
import type { WordFailure } from './word-failure.ts';
import type { XmlBudget } from './xml-budget.ts';

interface Level {
  format: string;
  /** `%1.` with the numbers of the levels above and its own. */
  text: string;
  start: number;
}

interface List {
  /** Lists that share a pattern count on together. */
  pattern: string;
  /** Levels at which this list starts anew, and with what. */
  readonly restarts: Map<number, number>;
}

/** The file's lists, and where each has counted to. */
export class Numbering {
  readonly #patterns: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, number[]>();
  readonly #started = new Set<string>();

  constructor(patterns: ReadonlyMap<string, ReadonlyMap<number, Level>>, lists: ReadonlyMap<string, List>) {
    this.#patterns = patterns;
    this.#lists = lists;
  }

  /** The sign of the next paragraph of `list`; null for list 0 (none), and for one without a sign. */
  next(list: string, level: number): ListMark | null {
    const found = this.#lists.get(list);
    const levels = found === undefined ? undefined : this.#patterns.get(found.pattern);
    const own = levels?.get(level);
    if (found === undefined || levels === undefined || own === undefined) return null;
    if (own.format === 'none') return null;
    if (own.format === 'bullet') return { kind: 'bullet', text: withoutSymbolFont(own.text), level };
    const counts = this.#countsOf(found, list, levels, level);
    const text = own.text
      .slice(0, 100)
      .replace(/%(\d)/g, (_, place: string) =>
        listNumber(counts[Number(place) - 1] ?? 1, levels.get(Number(place) - 1)?.format ?? 'decimal'),
      );
    return { kind: 'number', text, level };
  }

  #countsOf(list: List, name: string, levels: ReadonlyMap<number, Level>, level: number): number[] {
    const counts = this.#counts.get(list.pattern) ?? [];
    this.#counts.set(list.pattern, counts);
    if (!this.#started.has(name)) {
      this.#started.add(name);
      for (const [place, value] of list.restarts) counts[place] = value - 1;
    }
    for (let place = 0; place <= level; place += 1) {
      counts[place] ??= (levels.get(place)?.start ?? 1) - (place === level ? 1 : 0);
    }
    counts[level] = (counts[level] ?? 0) + 1;
    counts.length = level + 1;
    return counts;
  }
}

export function readNumbering(
  bytes: Uint8Array | undefined,
  part: string,
  budget: XmlBudget,
): Result<Numbering, WordFailure> {
  const patterns = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  if (bytes === undefined) return success(new Numbering(patterns, lists));
  let pattern: Map<number, Level> | null = null;
  let list: List | null = null;
  let place = 0;
  let level: Level | null = null;
  const read = readXml(
    bytes,
    part,
    {
      open: (element, attributes) => {
        const value = attributes['w:val'] ?? '';
        switch (element) {
          case 'w:abstractNum':
            pattern = new Map();
            patterns.set(attributes['w:abstractNumId'] ?? '', pattern);
            break;
          case 'w:num':
            list = { pattern: '', restarts: new Map() };
            lists.set(attributes['w:numId'] ?? '', list);
            break;
          case 'w:abstractNumId':
            if (list !== null) list.pattern = value;
            break;
          case 'w:lvlOverride':
            place = levelOf(attributes['w:ilvl'] ?? '');
            break;
          case 'w:startOverride':
            list?.restarts.set(place, startOf(value));
            break;
          case 'w:lvl':
            level = { format: 'decimal', text: '', start: 1 };
            pattern?.set(levelOf(attributes['w:ilvl'] ?? ''), level);
            break;
          case 'w:start':
            if (level !== null) level.start = startOf(value);
            break;
          case 'w:numFmt':
            if (level !== null) level.format = value;
            break;
          case 'w:lvlText':
            if (level !== null) level.text = isOn(attributes['w:null'] ?? '0') ? '' : value;
            break;
        }
      },
      close: (element) => {
        if (element === 'w:lvl') level = null;
        else if (element === 'w:abstractNum') pattern = null;
        else if (element === 'w:num') list = null;
      },
      text: () => {},
    },
    budget,
  );
  return read.ok ? success(new Numbering(patterns, lists)) : read;
}

function startOf(value: string): number {
  const start = Number.parseInt(value, 10);
  return start >= 0 && start <= 1_000_000 ? start : 1;
}
