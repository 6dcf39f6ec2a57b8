import * as v from 'valibot';
import { commentTextSchema } from '../model/comment-text.ts';
import { identifierSchema, lineSchema } from '../model/report.ts';
import { rowFieldSchema } from '../model/fields/schemas.ts';
import { request } from './request.ts';

const nothing = v.object({});
const report = v.object({ report: identifierSchema });

const commentSchema = v.object({
  id: identifierSchema,
  author: v.string(),
  /** Written under the name of the person who asks: theirs to change and to remove. */
  own: v.boolean(),
  /** ISO 8601, UTC. */
  at: v.string(),
  /** May have several lines, parted by `\n`. */
  text: v.string(),
  /** When the text was last changed; null when it never was. */
  changedAt: v.nullable(v.string()),
});

/** What a thread speaks of, from the whole report down to a piece of one field's text. */
const anchorEntries = {
  /** The row; null for the report as a whole. */
  initiative: v.nullable(identifierSchema),
  /** A field of that row; null for the row as a whole. */
  field: v.nullable(rowFieldSchema),
  /** The piece of the field's text, as it stood when the thread was started; null for the whole field. */
  quote: v.nullable(v.pipe(lineSchema, v.nonEmpty())),
};

const threadSchema = v.object({
  id: identifierSchema,
  ...anchorEntries,
  resolved: v.boolean(),
  /** Oldest first; there is always one. */
  comments: v.array(commentSchema),
});

/** Comments on a report: threads that can be answered, resolved and opened again. They are no part of undo. */
export const commentRequests = {
  /**
   * All threads of a report, oldest first. Threads of a row that was removed are among them, since
   * undo brings the row back: a page shows those whose row it shows.
   */
  'comments.list': request('works', report, v.array(threadSchema)),
  /** Starts a thread with its first comment. Fails with `stale-edit` when the report has no such row. */
  'comments.start': request(
    'works',
    v.pipe(
      v.object({ ...report.entries, ...anchorEntries, text: commentTextSchema }),
      v.check(({ initiative, field }) => initiative !== null || field === null, 'a field is of a row'),
      v.check(({ field, quote }) => field !== null || quote === null, 'a quote is of a field'),
    ),
    v.object({ thread: identifierSchema, comment: identifierSchema }),
  ),
  /** Answers a thread; a resolved one stays resolved. Fails with `comment-missing` when it is gone. */
  'comments.reply': request(
    'works',
    v.object({ thread: identifierSchema, text: commentTextSchema }),
    v.object({ comment: identifierSchema }),
  ),
  /** Settles a thread, or opens it again. */
  'comments.resolve': request(
    'works',
    v.object({ thread: identifierSchema, resolved: v.boolean() }),
    nothing,
  ),
  'comments.change': request(
    'works',
    v.object({ comment: identifierSchema, text: commentTextSchema }),
    nothing,
  ),
  /** Removes a comment for good; the first of a thread takes the thread with it. */
  'comments.remove': request('works', v.object({ comment: identifierSchema }), nothing),
} as const;

export type Comment = v.InferOutput<typeof commentSchema>;
export type CommentThread = v.InferOutput<typeof threadSchema>;
