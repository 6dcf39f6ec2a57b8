import type { Comment } from '../../../shared/contract/comment-requests.ts';
import type { CommentResult, CommentStore, StoredComment } from '../../data/comments/comment-store.ts';
import { success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { newIdentifier } from '../new-identifier.ts';

/** Comments: each change is told to every page. */
export const commentRequests: HandlersOf<
  | 'comments.list'
  | 'comments.start'
  | 'comments.reply'
  | 'comments.resolve'
  | 'comments.change'
  | 'comments.remove'
> = {
  'comments.list': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const stored = library.value.comments.list(report);
    if (!stored.ok) return stored;
    const { author } = actorOf(context);
    const asked = (comment: StoredComment): Comment => ({ ...comment, own: comment.author === author });
    return success(stored.value.map((thread) => ({ ...thread, comments: thread.comments.map(asked) })));
  },

  'comments.start': ({ report, text, ...anchor }, context) => {
    const made = { thread: newIdentifier(), comment: newIdentifier() };
    return changing(context, made, (comments) =>
      comments.start(report, anchor, { ...made, text }, actorOf(context)),
    );
  },

  'comments.reply': ({ thread, text }, context) => {
    const comment = newIdentifier();
    return changing(context, { comment }, (comments) =>
      comments.reply(thread, comment, text, actorOf(context)),
    );
  },

  'comments.resolve': ({ thread, resolved }, context) =>
    changing(context, {}, (comments) => comments.resolve(thread, resolved, actorOf(context))),

  'comments.change': ({ comment, text }, context) =>
    changing(context, {}, (comments) => comments.change(comment, text, context.ports.now())),

  'comments.remove': ({ comment }, context) =>
    changing(context, {}, (comments) => comments.remove(comment)),
};

/** Answers `answer` once the change is stored. */
function changing<T>(
  context: Context,
  answer: T,
  change: (comments: CommentStore) => CommentResult<string>,
): Result<T> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const changed = change(library.value.comments);
  if (!changed.ok) return changed;
  context.ports.send('comments.changed', { report: changed.value });
  return success(answer);
}
