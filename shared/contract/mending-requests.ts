import * as v from 'valibot';
import { request } from './request.ts';

/** What a damaged piece of a library is part of. */
export const damagedParts = [
  'heading',
  'row',
  'history',
  'comment',
  'phrase',
  'link',
  'markup',
  'signed',
  'other',
] as const;

const placeSchema = v.object({
  part: v.picklist(damagedParts),
  /** Year and department; null where no one report is meant. */
  report: v.nullable(v.string()),
  /** The row's number, from 1; null for none. */
  row: v.nullable(v.number()),
  /** The field of the row or the heading (shared/words/field-names.ts); null for none. */
  field: v.nullable(v.string()),
});

const mendedSchema = v.object({
  /** The copy of the library as it was found, beside it; null where nothing was changed. */
  copy: v.nullable(v.string()),
  /** Texts that were given back: what stood there and what stands there now, cut to where they differ. */
  given: v.array(v.object({ place: placeSchema, was: v.string(), is: v.string() })),
  /** Where something is not as it was stored, and what was stored is not known. */
  left: v.array(placeSchema),
});

/** Damage that the program found by itself while nobody asked for anything. */
export const mendingRequests = {
  /** What was found and given back in the open library, until a person has seen it; null for nothing. */
  'mending.report': request('works', v.object({}), v.nullable(mendedSchema)),
  /** A person has seen it. */
  'mending.seen': request('works', v.object({}), v.object({})),
} as const;

export type DamagedPlace = v.InferOutput<typeof placeSchema>;
export type Mended = v.InferOutput<typeof mendedSchema>;
