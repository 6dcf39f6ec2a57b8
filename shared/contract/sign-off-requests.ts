import * as v from 'valibot';
import { identifierSchema, lineSchema } from '../model/report.ts';
import { droppedSchema } from './drop-requests.ts';
import { request } from './request.ts';

const report = v.object({ report: identifierSchema });
const revision = v.pipe(v.number(), v.integer(), v.minValue(1));
const name = v.pipe(lineSchema, v.maxLength(200), v.nonEmpty());
const note = v.pipe(lineSchema, v.maxLength(2_000));

const signOffSchema = v.object({
  report: identifierSchema,
  /** 版 */
  revision: v.number(),
  signedBy: v.string(),
  /** The day: `2026-05-01`. */
  signedAt: v.string(),
  note: v.string(),
  recordedBy: v.string(),
  /** ISO 8601, UTC. */
  recordedAt: v.string(),
  fileName: v.string(),
  /** Of the kept file, as 64 hexadecimal digits. */
  sha256: v.string(),
  bytes: v.number(),
  form: v.string(),
});

const startedRevisionSchema = v.object({
  revision: v.number(),
  reason: v.string(),
  by: v.string(),
  /** ISO 8601, UTC. */
  at: v.string(),
});

/** One cell in which a file says something else. Paragraphs are parted by `\n`. */
const cellDifferenceSchema = v.object({
  /** Number of the row; null outside the rows. */
  row: v.nullable(v.number()),
  /** A field of the row, `number`, or `reportTitle`, `headLine`, `columns`, `outside` where `row` is null, `row` for a whole row. */
  field: v.string(),
  before: v.string(),
  after: v.string(),
});

const verificationSchema = v.object({
  /**
   * `signed`: byte for byte a signed file. `same-text`: other bytes, same text. `differs`: in `cells`.
   * `unknown`: not from this library.
   */
  status: v.picklist(['signed', 'same-text', 'differs', 'unknown']),
  /** Why the file can't be held against anything, in a sentence; null unless `status` is `unknown`. */
  why: v.nullable(v.string()),
  report: v.nullable(identifierSchema),
  /** 版 that the file was held against. */
  revision: v.nullable(v.number()),
  /** The file was held against a signed text; else against the text as it is stored now. */
  signed: v.boolean(),
  fileName: v.string(),
  sha256: v.string(),
  cells: v.array(cellDifferenceSchema),
  /** What the form that it is held against calls the fields that it brings. */
  own: v.array(v.object({ id: v.string(), label: v.string() })),
  comments: v.array(
    v.object({
      row: v.nullable(v.number()),
      field: v.nullable(v.string()),
      author: v.nullable(v.string()),
      date: v.nullable(v.string()),
      quote: v.nullable(v.string()),
      text: v.string(),
    }),
  ),
  changes: v.array(
    v.object({
      row: v.nullable(v.number()),
      field: v.nullable(v.string()),
      kind: v.picklist(['insertion', 'deletion']),
      author: v.nullable(v.string()),
      date: v.nullable(v.string()),
      text: v.string(),
    }),
  ),
});

/** 決裁: what was signed stays as it was signed. Each change is told by `library.changed`. */
export const signOffRequests = {
  /**
   * Asks for the signed Word file and keeps its bytes. Fails with `signed-text-differs` when it does not
   * say the report's present text; afterwards changes to the report fail with `revision-signed`.
   */
  'signOffs.record': request(
    'works',
    v.object({
      ...report.entries,
      signedBy: name,
      signedAt: v.pipe(v.string(), v.isoDate()),
      note: v.optional(note, ''),
    }),
    signOffSchema,
  ),
  /** Latest 版 first; `started` says why each later 版 was begun. */
  'signOffs.list': request(
    'works',
    report,
    v.object({ signOffs: v.array(signOffSchema), started: v.array(startedRevisionSchema) }),
  ),
  /** Begins the next 版, so that the report can be changed again. */
  'signOffs.startRevision': request(
    'works',
    v.object({ ...report.entries, reason: v.pipe(note, v.nonEmpty()) }),
    v.object({ revision: v.number() }),
  ),
  /** Asks where, and writes the signed file there byte for byte. */
  'signOffs.export': request(
    'works',
    v.object({ ...report.entries, revision }),
    v.object({ path: v.string() }),
  ),
  /** Asks which file (or takes the one that was dropped), and says whether it is a signed text, or where it differs. */
  'files.verify': request('works', v.object({ dropped: v.optional(droppedSchema) }), verificationSchema),
} as const;

export type SignOff = v.InferOutput<typeof signOffSchema>;
export type StartedRevision = v.InferOutput<typeof startedRevisionSchema>;
export type CellDifference = v.InferOutput<typeof cellDifferenceSchema>;
export type Verification = v.InferOutput<typeof verificationSchema>;
