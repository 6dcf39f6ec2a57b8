import * as v from 'valibot';

/** Longest text that a cause mentions, in UTF-16 code units. It names something and is never put back. */
const longestMention = 200;

const mentionSchema = v.pipe(v.string(), v.maxLength(longestMention));
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What a person did to bring a step about, where its edits alone would be told as something smaller.
 *
 * It is stored with the step and only ever told: what the step did stands in its edits.
 */
export const stepCauseSchema = v.variant('kind', [
  /** Rows of a table were pasted. */
  v.object({ kind: v.literal('paste-rows'), rows: countSchema }),
  v.object({
    kind: v.literal('replace'),
    from: mentionSchema,
    to: mentionSchema,
    places: countSchema,
  }),
  /** What a rule of the checks was certain of was put in; `rule` is what it is called. */
  v.object({ kind: v.literal('put-right'), rule: mentionSchema, places: countSchema }),
  /** Taken over from the row of an earlier year. */
  v.object({ kind: v.literal('copy-earlier'), yearLabel: mentionSchema }),
  /** Changes marked in a Word file were accepted; `author` null: of several, or not tracked. */
  v.object({
    kind: v.literal('accept-markups'),
    author: v.nullable(mentionSchema),
    changes: countSchema,
  }),
  /** A marked change was settled with a text of one's own. */
  v.object({ kind: v.literal('settle-markup') }),
  /** The report was brought up to a file. */
  v.object({ kind: v.literal('import-file'), fileName: mentionSchema }),
  /** What a section handed in was taken in; `by` whom it was handed in. */
  v.object({ kind: v.literal('take-in-part'), section: mentionSchema, by: mentionSchema }),
  /** Sides that differed about a place were settled. */
  v.object({ kind: v.literal('settle-conflict') }),
  /** An old text was put back from the history. */
  v.object({ kind: v.literal('restore') }),
  /** A report or a row was brought back from a backup of this time: `20260401-083000`. */
  v.object({ kind: v.literal('restore-backup'), stamp: mentionSchema }),
  /** What the program found damaged on the disk was put right; what stood there is in the step, too. */
  v.object({ kind: v.literal('give-back') }),
  /** A row was added that says what another says. */
  v.object({ kind: v.literal('duplicate-row') }),
  /** Rows that had been removed were put back where they stood. */
  v.object({ kind: v.literal('put-rows-back'), rows: countSchema }),
  /** Not all of the step came back out of a damaged library: it is not undone, nor is what was before it. */
  v.object({ kind: v.literal('not-rescued') }),
]);
export type StepCause = Readonly<v.InferOutput<typeof stepCauseSchema>>;

/** `text` as a cause mentions it: cut where it is too long. */
export function mention(text: string): string {
  return text.slice(0, longestMention).toWellFormed();
}
