import { success } from '../../../shared/result.ts';
import type { HandlersOf } from '../handlers.ts';

/** Stopping work under way. */
export const workRequests: HandlersOf<'work.cancel'> = {
  'work.cancel': ({ request }, { session }) => success({ cancelled: session.longWork.cancel(request) }),
};
