import { failed } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import { examineFile } from '../word/examine-file.ts';
import type { HandlersOf } from '../handlers.ts';

/** Files that a person drops on the page: what they are. */
export const dropRequests: HandlersOf<'drops.examine'> = {
  'drops.examine': ({ dropped }, context) => {
    const file = context.ports.droppedFile?.(dropped) ?? null;
    if (file === null) return failed({ code: 'dropped-file-forgotten' });
    const library = openedLibrary(context);
    return examineFile(library.ok ? library.value : null, context.reader, file);
  },
};
