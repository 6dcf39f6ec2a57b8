import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { request } from './request.ts';

/**
 * What a page that is about to close still holds: nothing; texts that are not stored, but kept as drafts; texts
 * that are kept nowhere.
 */
export const leftOnPage = ['nothing', 'kept', 'unkept'] as const;
export type LeftOnPage = (typeof leftOnPage)[number];

/** How a window closes: main asks by the event `application.closing`, and the page answers when it is done. */
export const closingRequests = {
  'application.readyToClose': request(
    'none',
    v.object({ question: identifierSchema, left: v.picklist(leftOnPage) }),
    v.object({}),
  ),
} as const;
