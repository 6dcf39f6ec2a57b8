import type { XmlAttributes } from './read-xml.ts';
import type { Paper } from './word-document.ts';

/** No paper is longer: 1 m. */
const longest = 1_000;
const twipsPerMillimetre = 1_440 / 25.4;

/**
 * A length as millimetres, to a hundredth: twentieths of a point, or a number with its unit as in strict files
 * (ST_TwipsMeasure). Null for any other text.
 */
export function millimetresOf(text: string | undefined): number | null {
  const [, number = '', unit = ''] = /^(\d{1,7}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi)?$/.exec(text ?? '') ?? [];
  if (number === '') return null;
  const millimetres = Number(number) * (units[unit] ?? 1 / twipsPerMillimetre);
  return Math.min(longest, Math.round(millimetres * 100) / 100);
}

const units: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  pi: 25.4 / 6,
};

/** Takes what a section says of its paper; the last one that says its size counts. */
export class PaperReader {
  #size: Pick<Paper, 'width' | 'height'> | null = null;
  #margin: Paper['margin'] | null = null;

  take(name: string, attributes: XmlAttributes): boolean {
    if (name !== 'w:pgSz' && name !== 'w:pgMar') return false;
    const of = (side: string): number | null => millimetresOf(attributes[`w:${side}`]);
    if (name === 'w:pgSz') {
      const [width, height] = [of('w') ?? 0, of('h') ?? 0];
      if (width > 0 && height > 0) this.#size = { width, height };
      return true;
    }
    this.#margin = {
      top: of('top') ?? 0,
      right: of('right') ?? of('end') ?? 0,
      bottom: of('bottom') ?? 0,
      left: of('left') ?? of('start') ?? 0,
    };
    return true;
  }

  value(): Paper | null {
    if (this.#size === null) return null;
    return { ...this.#size, margin: this.#margin ?? { top: 0, right: 0, bottom: 0, left: 0 } };
  }
}
