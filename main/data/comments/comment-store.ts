import type { Comment, CommentThread } from '../../../shared/contract/comment-requests.ts';
import type { LibraryFailure, ReportFailure, WriteFailure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { Actor } from '../reports/report-store.ts';

export type CommentResult<T> = Result<T, ReportFailure | WriteFailure | LibraryFailure>;

/** What a new thread speaks of, as the contract has it. */
export type CommentAnchor = Pick<CommentThread, 'initiative' | 'field' | 'quote'>;

/** A thread as it is stored, where no comment is anybody's own. */
export type StoredThread = Omit<CommentThread, 'comments'> & {
  readonly comments: readonly StoredComment[];
};
export type StoredComment = Omit<Comment, 'own'>;

/**
 * The comments of a library. They are no steps: undo does not touch them.
 *
 * A change answers the report that it was made to. What hangs on a report in the bin is missing.
 */
export interface CommentStore {
  /** Oldest first, with the threads of rows that were removed. */
  list(report: string): CommentResult<StoredThread[]>;
  /** Fails with `stale-edit` when the report has no such row. */
  start(
    report: string,
    anchor: CommentAnchor,
    first: { readonly thread: string; readonly comment: string; readonly text: string },
    actor: Actor,
  ): CommentResult<string>;
  reply(thread: string, comment: string, text: string, actor: Actor): CommentResult<string>;
  /** A thread that is so already stays as it is. */
  resolve(thread: string, resolved: boolean, actor: Actor): CommentResult<string>;
  change(comment: string, text: string, at: Date): CommentResult<string>;
  /** The first comment of a thread takes the thread with it. */
  remove(comment: string): CommentResult<string>;
}
