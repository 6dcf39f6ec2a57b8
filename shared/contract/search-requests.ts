import * as v from 'valibot';
import { identifierSchema, lineSchema } from '../model/report.ts';
import { rowFieldSchema } from '../model/fields/schemas.ts';
import { request } from './request.ts';

/** Longest query, in UTF-16 code units. */
export const longestQuery = 200;

/** One row in which every word of a query stands. */
const searchHitSchema = v.object({
  report: identifierSchema,
  yearLabel: v.string(),
  fiscalYear: v.number(),
  department: v.string(),
  initiative: identifierSchema,
  /** The row's number as it stands now, from 1. */
  row: v.number(),
  title: v.string(),
  /** The field that the excerpt is from: the first that has all words, else the first that has one. */
  field: rowFieldSchema,
  /** What the form of the report calls that field. */
  fieldName: v.string(),
  /** A piece of one line of that field as the author wrote it; `…` stands at an end that was cut off. */
  excerpt: v.string(),
  /** Where words stand in the excerpt: `[start, end)` in UTF-16 code units, in order, never overlapping. */
  marks: v.array(v.tuple([v.number(), v.number()])),
});

/** Full-text search over the rows of all reports that are not in the bin. */
export const searchRequests = {
  /**
   * Finds rows in which every word of `query` stands. Words are parted by spaces of any width and
   * may be one character long. Full and half width, upper and lower case, and what looks the same
   * (look-alikes.ts) count as the same; hiragana and katakana don't. With `variants` forms of a kanji
   * (高, 髙) do.
   *
   * Newest fiscal year first, then the report made last, then the order of rows. `more` is to be
   * passed as `after` for the hits that follow; null when there are none. A query without a word
   * finds nothing.
   */
  'search.find': request(
    'works',
    v.object({
      query: v.pipe(lineSchema, v.maxLength(longestQuery)),
      variants: v.optional(v.boolean(), false),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
      after: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,16}$/))), null),
    }),
    v.object({ hits: v.array(searchHitSchema), more: v.nullable(v.string()) }),
  ),
} as const;

export type SearchHit = v.InferOutput<typeof searchHitSchema>;
