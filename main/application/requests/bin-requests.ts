import { success } from '../../../shared/result.ts';
import { openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';

/** Putting reports in the bin and taking them out. */
export const binRequests: HandlersOf<'reports.remove' | 'reports.restore' | 'reports.listRemoved'> = {
  'reports.remove': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const put = library.value.bin.put(report, context.ports.now());
    if (!put.ok) return put;
    context.ports.send('library.changed', {});
    return success({});
  },

  'reports.restore': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const takenOut = library.value.bin.takeOut(report);
    if (!takenOut.ok) return takenOut;
    context.ports.send('library.changed', {});
    return success({});
  },

  'reports.listRemoved': (_input, context) => {
    const library = openedLibrary(context);
    return library.ok ? success(library.value.bin.list()) : library;
  },
};
