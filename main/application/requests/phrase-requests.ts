import type { PhraseStore } from '../../data/phrases/phrase-store.ts';
import { success, type Result } from '../../../shared/result.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';

/** Phrases of one's own. */
export const phraseRequests: HandlersOf<
  'phrases.list' | 'phrases.write' | 'phrases.remove' | 'phrases.arrange'
> = {
  'phrases.list': (_input, context) => {
    const library = openedLibrary(context);
    return library.ok ? success(library.value.phrases.list()) : library;
  },

  'phrases.write': (phrase, context) => changing(context, (store) => store.write(phrase)),

  'phrases.remove': ({ phrase }, context) => changing(context, (store) => store.remove(phrase)),

  'phrases.arrange': ({ phrases }, context) => changing(context, (store) => store.arrange(phrases)),
};

function changing(
  context: Context,
  change: (store: PhraseStore) => ReturnType<PhraseStore['remove']>,
): Result<Record<string, never>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const changed = change(library.value.phrases);
  if (!changed.ok) return changed;
  context.ports.send('phrases.changed', {});
  return success({});
}
