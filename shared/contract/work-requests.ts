import * as v from 'valibot';
import { request } from './request.ts';

/** The requests that may take long, and can be cancelled while they do. */
export const longRequests = [
  'reports.export',
  'imports.readMany',
  'imports.storeMany',
  'library.check',
] as const;
export type LongRequest = (typeof longRequests)[number];

/** Work under way. */
export const workRequests = {
  /**
   * Stops a long request of this name: it answers with the failure `cancelled`, and nothing of it is
   * stored or written (`imports.storeMany` says itself what it did). `cancelled` is false when none was under way, or it could no longer be stopped.
   */
  'work.cancel': request(
    'none',
    v.object({ request: v.picklist(longRequests) }),
    v.object({ cancelled: v.boolean() }),
  ),
} as const;
