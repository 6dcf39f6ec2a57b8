import type { Result } from '../../../shared/result.ts';
import { failed, success } from '../../../shared/result.ts';
import { acceptMarkups, settleMarkup } from '../word/accept-markups.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { bringBackNow, listMarkups } from '../word/list-markups.ts';
import { withOtherEnds } from '../word/moved-texts.ts';
import { takeMarkups } from '../word/take-markups.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** The marked-up file comes home. */
export const markupRequests: HandlersOf<
  | 'markups.take'
  | 'markups.list'
  | 'markups.accept'
  | 'markups.acceptAuthor'
  | 'markups.settle'
  | 'markups.reject'
  | 'markups.reopen'
> = {
  'markups.take': async ({ dropped }, context) => {
    const chosen = await wantedFile(context, dropped, { purpose: 'bring-back', endings: ['docx'] });
    if (!chosen.ok) return chosen;
    await context.session.backups.make('import');
    const taken = await takeMarkups(context, chosen.value);
    if (!taken.ok) return taken;
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const suggestions = library.value.markups.suggestions(taken.value.id);
    const comments = suggestions.filter(({ kind }) => kind === 'comment').length;
    return success({
      ...bringBackNow(library.value, taken.value),
      suggestions: suggestions.length - comments,
      comments,
    });
  },

  'markups.list': ({ report, bringBack }, context) => {
    const library = openedLibrary(context);
    return library.ok ? listMarkups(library.value, report, bringBack) : library;
  },

  'markups.accept': ({ suggestions, overwrite }, context) => acceptMarkups(context, suggestions, overwrite),

  'markups.acceptAuthor': ({ report, author, overwrite }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const listed = listMarkups(library.value, report, null);
    if (!listed.ok) return listed;
    const own = listed.value.suggestions.filter(
      (suggestion) =>
        suggestion.state === 'open' && suggestion.kind !== 'comment' && suggestion.author === author,
    );
    if (own.length === 0) return success({ accepted: [], conflicts: [] });
    return acceptMarkups(
      context,
      own.map(({ id }) => id),
      overwrite,
    );
  },

  'markups.settle': ({ suggestion, text }, context) => settleMarkup(context, suggestion, text),
  'markups.reject': ({ suggestions }, context) => decide(context, suggestions, 'rejected'),
  'markups.reopen': ({ suggestions }, context) => decide(context, suggestions, 'open'),
};

function decide(context: Context, ids: readonly string[], state: 'rejected' | 'open'): Result<object> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const asked = library.value.markups.some(ids);
  if (asked.length !== new Set(ids).size) return failed({ code: 'suggestion-missing' });
  const decided = library.value.markups.decide(
    withOtherEnds(library.value.markups, asked).map(({ id }) => id),
    state,
    actorOf(context),
  );
  if (!decided.ok) return decided;
  for (const report of new Set(asked.map((suggestion) => suggestion.report))) {
    context.ports.send('markups.changed', { report });
  }
  return success({});
}
