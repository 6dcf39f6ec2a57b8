import * as v from 'valibot';
import type { NewThread } from '../../data/word/markup-store.ts';
import type { MarkedComment } from '../../word/marked/marked-comments.ts';
import { commentTextSchema } from '../../../shared/model/comment-text.ts';
import { newIdentifier } from '../new-identifier.ts';
import { sha256Of } from '../../files/sha256.ts';

/** The thread that a comment of a Word file becomes, known again by its hash when another copy brings it. */
export function threadOf(comment: MarkedComment, now: Date): NewThread {
  const { initiative, field } = comment;
  // What the head put in around the place is not in the report before it is taken over.
  const quote = comment.exportedQuote === '' ? comment.quote : comment.exportedQuote;
  return {
    id: newIdentifier(),
    sourceId: hashOf(initiative, field, comment.author, comment.stamp, comment.text),
    initiative,
    field,
    quote: field === null || quote === '' ? null : quote,
    resolved: comment.resolved,
    comments: [comment, ...comment.replies].map(({ author, date, stamp, text }) => {
      const readable = v.safeParse(commentTextSchema, text.slice(0, 10_000));
      return {
        id: newIdentifier(),
        sourceId: hashOf(author, stamp, text),
        author: author ?? '',
        at: timeOf(date, now),
        text: readable.success ? readable.output : '…',
      };
    }),
  };
}

function hashOf(...facts: readonly (string | null)[]): string {
  return sha256Of(JSON.stringify(facts)).slice(0, 32);
}

function timeOf(date: string | null, now: Date): string {
  const time = new Date(date ?? '');
  return Number.isNaN(time.getTime()) ? now.toISOString() : time.toISOString();
}
