import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { request } from './request.ts';

const rowSchema = v.object({
  id: identifierSchema,
  /** From 1. */
  number: v.number(),
  title: v.string(),
  section: v.string(),
});

/** How sure a proposal is; see main/domain/earlier-rows.ts. */
export const linkCertainties = ['same', 'same-title', 'similar', 'ambiguous', 'none'] as const;
const certaintySchema = v.picklist(linkCertainties);

const linkedRowSchema = v.object({
  ...rowSchema.entries,
  /** What a person said; null when nobody has. `earlier` null: it goes on from none. */
  confirmed: v.nullable(
    v.object({ earlier: v.nullable(v.object({ ...rowSchema.entries, yearLabel: v.string() })) }),
  ),
  /** The earlier year's row that it probably goes on from, where nobody has said it. */
  proposed: v.nullable(identifierSchema),
  certainty: certaintySchema,
});

/** The rows of a report beside those of the department's report of the fiscal year before. */
const linkedYearSchema = v.object({
  report: identifierSchema,
  fiscalYear: v.number(),
  yearLabel: v.string(),
  earlier: v.object({ report: identifierSchema, yearLabel: v.string(), rows: v.array(rowSchema) }),
  rows: v.array(linkedRowSchema),
});

/** 年度をまたぐ取組のつながり: which row of the year before each row goes on from. */
export const linkRequests = {
  /**
   * What is confirmed and what is proposed, for a report or for all years of its department (newest first).
   *
   * A year without a report of the year before is left out.
   */
  'links.propose': request(
    'works',
    v.object({ report: identifierSchema, years: v.optional(v.picklist(['this', 'all']), 'this') }),
    v.object({ years: v.array(linkedYearSchema) }),
  ),
  /** Stores what a person said, all of it or nothing. `earlier` null: the row goes on from none. */
  'links.confirm': request(
    'works',
    v.object({
      links: v.pipe(
        v.array(v.object({ initiative: identifierSchema, earlier: v.nullable(identifierSchema) })),
        v.minLength(1),
        v.maxLength(200_000),
      ),
    }),
    v.object({ confirmed: v.number() }),
  ),
  /** Takes back what was said of a row: from now on it is proposed again. */
  'links.remove': request('works', v.object({ initiative: identifierSchema }), v.object({})),
} as const;

export type LinkedYear = v.InferOutput<typeof linkedYearSchema>;
export type LinkedRow = v.InferOutput<typeof linkedRowSchema>;
export type LinkCertainty = v.InferOutput<typeof certaintySchema>;
