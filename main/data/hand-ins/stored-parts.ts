import * as v from 'valibot';
import type { Place } from '../../../shared/model/merging/sheet.ts';
import {
  figuresSchema,
  identifierSchema,
  initiativeSchema,
  outcomeSchema,
  targetSchema,
  type Initiative,
} from '../../../shared/model/report.ts';
import { checkedJson } from '../reports/stored-json.ts';

/** What stands as JSON in the tables of hand-ins, checked when it is read. */

const placeSchema = v.object({
  row: v.nullable(identifierSchema),
  target: v.exactOptional(identifierSchema),
  outcome: v.exactOptional(identifierSchema),
  field: v.string(),
});

const textsSchema = v.pipe(v.array(v.string()), v.readonly());
const valueSchema = v.union([
  v.string(),
  v.boolean(),
  v.null(),
  textsSchema,
  figuresSchema,
  initiativeSchema,
  targetSchema,
  outcomeSchema,
]);
const disagreementSchema = v.object({
  base: valueSchema,
  terms: v.pipe(v.array(valueSchema), v.readonly()),
});
const rowsSchema = v.pipe(v.array(initiativeSchema), v.readonly());
const startSchema = v.object({ sequence: v.number(), step: v.string() });

export function placeOf(json: string): Place {
  return checkedJson(json, placeSchema, 'place');
}

export function disagreementOf(json: string): v.InferOutput<typeof disagreementSchema> {
  return checkedJson(json, disagreementSchema, 'what sides say');
}

export function rowsOf(json: string): readonly Initiative[] {
  return checkedJson(json, rowsSchema, 'rows of a part');
}

export function hashesOf(json: string): readonly string[] {
  return checkedJson(json, textsSchema, 'hashes');
}

export function startOf(json: string): v.InferOutput<typeof startSchema> {
  return checkedJson(json, startSchema, 'start');
}
