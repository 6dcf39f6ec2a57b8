import type { XmlMeasure } from './word-failure.ts';

/**
 * What all parts of an honest file together stay below; `depth` and `attribute` hold for each one. A file of
 * more than {@link usual} bytes may hold more: see {@link XmlBudget}.
 */
export const xmlLimits = {
  depth: 256,
  elements: 1_000_000,
  /** Each costs more than an element; so many fill a thousand pages. */
  paragraphs: 100_000,
  attributes: 2_000_000,
  /** Characters of one attribute. */
  attribute: 65_536,
  /** Declarations of namespaces. */
  namespaces: 20_000,
  /** `&…;`, which cost more than other characters. */
  references: 2_000_000,
  /** Characters of text: 27 MB of Japanese in UTF-8. */
  text: 9_000_000,
} as const satisfies Readonly<Record<XmlMeasure, number>>;

type Counted = Exclude<XmlMeasure, 'depth' | 'attribute'>;

/** Bytes, packed, of parts that stay below the limits whoever wrote them: some 5,000 rows of a report. */
const usual = 2_500_000;
/** How much more than that a file may hold: as much as 20,000 rows, the most that a report has. */
const mostTimes = 4;

/**
 * Counts what is read, over as many parts as share it.
 *
 * Limits grow with what the parts take up in the package: markup that says something packs to a tenth, and
 * markup that says nothing to a thousandth. So a small file is soon refused, and a large one can be read.
 */
export class XmlBudget {
  readonly #limits: Readonly<Record<XmlMeasure, number>>;
  readonly #used: Record<Counted, number> = {
    elements: 0,
    paragraphs: 0,
    attributes: 0,
    namespaces: 0,
    references: 0,
    text: 0,
  };

  /** `packed`: bytes that the parts take up in the package. */
  constructor(packed = 0) {
    const times = Math.min(mostTimes, Math.max(1, packed / usual));
    const { elements, paragraphs, attributes, references, text } = xmlLimits;
    this.#limits = {
      ...xmlLimits,
      elements: Math.floor(elements * times),
      paragraphs: Math.floor(paragraphs * times),
      attributes: Math.floor(attributes * times),
      references: Math.floor(references * times),
      text: Math.floor(text * times),
    };
  }

  limitOf(what: XmlMeasure): number {
    return this.#limits[what];
  }

  /** True when `amount` more is too much. */
  exceeds(what: Counted, amount: number): boolean {
    this.#used[what] += amount;
    return this.#used[what] > this.#limits[what];
  }
}
