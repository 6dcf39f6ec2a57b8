import type { XmlMeasure } from './word-failure.ts';

/** What each part of a file stays below, however large the file is. */
export const partLimits = {
  depth: 256,
  /** Characters of one attribute. */
  attribute: 65_536,
} as const;

type Counted = Exclude<XmlMeasure, keyof typeof partLimits>;

/**
 * What all parts of a file together may hold: `any` file so much, and one that is large so much more for each
 * `kilobyte` (1,000 bytes, packed) of its parts; never more than `most`, what 20,000 rows take, which is all that
 * a report has.
 *
 * Markup that says something packs to a tenth, and markup that says nothing to a thousandth. A report of 1,500 rows
 * that no two are alike holds, by kilobyte, 600 elements, 97 paragraphs, 260 attributes and 3,000 characters where
 * nothing is in the file but its table, and less otherwise. `any` is what is read in half a second, and 600 rows
 * that are all the same.
 */
export const xmlLimits = {
  elements: { any: 300_000, kilobyte: 1_200, most: 4_000_000 },
  /** Each costs more than an element. */
  paragraphs: { any: 12_000, kilobyte: 160, most: 400_000 },
  attributes: { any: 400_000, kilobyte: 800, most: 8_000_000 },
  /** Declarations of namespaces. */
  namespaces: { any: 20_000, kilobyte: 0, most: 20_000 },
  /** `&…;`, which cost more than other characters. */
  references: { any: 400_000, kilobyte: 800, most: 8_000_000 },
  /** Characters of text. */
  text: { any: 3_000_000, kilobyte: 6_000, most: 36_000_000 },
} as const satisfies Readonly<Record<Counted, unknown>>;

/** Counts what is read, over as many parts as share it. */
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
    const limit = (what: Counted): number => {
      const { any, kilobyte, most } = xmlLimits[what];
      return Math.min(most, any + Math.floor((kilobyte * packed) / 1_000));
    };
    this.#limits = {
      ...partLimits,
      elements: limit('elements'),
      paragraphs: limit('paragraphs'),
      attributes: limit('attributes'),
      namespaces: limit('namespaces'),
      references: limit('references'),
      text: limit('text'),
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
