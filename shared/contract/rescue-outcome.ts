import * as v from 'valibot';

const count = v.number();

/** What came back of a damaged library, and what did not: facts for the words of shared/words/rescue-sentences.ts. */
export const rescueOutcomeSchema = v.object({
  /** Where the rescued library stands. */
  file: v.string(),
  /** Where the damaged file stands now, as it was. */
  original: v.string(),
  /** Where all this can be read again; null where it could not be written. */
  note: v.nullable(v.string()),
  /** The backup that was joined, by its local time `20260401-083000`, or by its path; null for none. */
  backup: v.nullable(v.string()),
  pages: count,
  unreadablePages: count,
  reports: v.array(
    v.object({
      yearLabel: v.string(),
      department: v.string(),
      isInBin: v.boolean(),
      /** Rows that are there, by the least sure source of each. */
      rows: v.object({ file: count, log: count, backup: count, partly: count }),
      /** Rows of which something did not come back: the columns, by their names in the library. */
      partly: v.array(v.object({ number: count, title: v.string(), missing: v.array(v.string()) })),
      /** Rows of which nothing came back; `number` where it is known. */
      lost: v.array(v.object({ number: v.nullable(count) })),
      steps: count,
      /** Steps that did not come back in full. */
      holes: count,
    }),
  ),
  /** What else there was, by the table of the library. */
  others: v.array(v.object({ table: v.string(), back: count, fromBackup: count, lost: count })),
});

export type RescueOutcome = v.InferOutput<typeof rescueOutcomeSchema>;
