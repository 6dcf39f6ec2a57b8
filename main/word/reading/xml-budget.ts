import type { XmlMeasure } from './word-failure.ts';

/** What all parts of an honest file together stay below; `depth` and `attribute` hold for each one. */
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
  /** Characters of text: 20 MB of Japanese in UTF-8. */
  text: 7_000_000,
} as const satisfies Readonly<Record<XmlMeasure, number>>;

type Counted = Exclude<XmlMeasure, 'depth' | 'attribute'>;

/** Counts what is read, over as many parts as share it. */
export class XmlBudget {
  readonly #used: Record<Counted, number> = {
    elements: 0,
    paragraphs: 0,
    attributes: 0,
    namespaces: 0,
    references: 0,
    text: 0,
  };

  /** True when `amount` more is too much. */
  exceeds(what: Counted, amount: number): boolean {
    this.#used[what] += amount;
    return this.#used[what] > xmlLimits[what];
  }
}
