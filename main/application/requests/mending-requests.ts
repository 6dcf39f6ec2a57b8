import { success } from '../../../shared/result.ts';
import type { HandlersOf } from '../handlers.ts';

/** Damage that the program found by itself (mending/mend-library.ts). */
export const mendingRequests: HandlersOf<'mending.report' | 'mending.seen'> = {
  'mending.report': (_input, { session }) => success(session.mended),

  'mending.seen': (_input, { session }) => {
    session.mended = null;
    return success({});
  },
};
