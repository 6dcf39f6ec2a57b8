import { success } from '../../../shared/result.ts';
import { breath } from '../breath.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';

/** Rows that one breath brings into the index: about 50 ms of work. */
const rowsAtOnce = 200;

/** Full-text search. */
export const searchRequests: HandlersOf<'search.find'> = {
  'search.find': async (question, context) => {
    for (;;) {
      // Asked again after each breath: another library may have been opened meanwhile.
      const library = openedLibrary(context);
      if (!library.ok) return library;
      const left = library.value.search.bringUp(rowsAtOnce);
      if (!left.ok) return left;
      if (left.value === 0) return success(library.value.search.find(question));
      // Other requests have their turn while much is being indexed.
      await breath();
    }
  },
};
