import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { request } from './request.ts';

/** Stands for a file that was dropped on the page: see Bridge.handOver. */
export const droppedSchema = identifierSchema;

/** What a dropped file is, read off its content. Of a Word file `changes` are tracked ones. */
const examinedSchema = v.variant('kind', [
  v.object({
    /** Exported from a report of this library, and perhaps marked up since. */
    kind: v.literal('exported'),
    fileName: v.string(),
    report: identifierSchema,
    /** Year and department of the report. */
    reportName: v.string(),
    /** 版 that it was held against. */
    revision: v.number(),
    /**
     * `signed`: byte for byte a signed file. `signed-text`: says what was signed, `stored-text`: what is
     * stored now. `differs`: says something else than either.
     */
    status: v.picklist(['signed', 'signed-text', 'stored-text', 'differs']),
    /** Cells that say something else. */
    cells: v.number(),
    changes: v.number(),
    comments: v.number(),
  }),
  v.object({
    /** Another Word file: typed, or of another library. */
    kind: v.literal('word'),
    fileName: v.string(),
    hasTrackedChanges: v.boolean(),
    comments: v.number(),
  }),
  v.object({ kind: v.literal('report-json'), fileName: v.string() }),
  v.object({
    /** A .sengen file. */
    kind: v.literal('library'),
    fileName: v.string(),
    /** The shell doesn't know where it stands: opening it asks for the file. */
    asksAgain: v.boolean(),
  }),
  /** A section's rows, given out or handed in: `parts.lookAtAll` says which. */
  v.object({ kind: v.literal('part'), fileName: v.string() }),
  v.object({ kind: v.literal('other'), fileName: v.string() }),
]);

/** Files that a person drops on the page. */
export const dropRequests = {
  /** Says what a dropped file is; nothing is stored. */
  'drops.examine': request('works', v.object({ dropped: droppedSchema }), examinedSchema),
} as const;

export type Examined = v.InferOutput<typeof examinedSchema>;
