import { success } from '../../../shared/result.ts';
import type { HandlersOf } from '../handlers.ts';

/** How a window closes. */
export const closingRequests: HandlersOf<'application.readyToClose'> = {
  'application.readyToClose': ({ question, left }, { ports }) => {
    ports.pageIsDone?.(question, left);
    return success({});
  },
};
