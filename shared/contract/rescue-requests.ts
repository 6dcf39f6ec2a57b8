import * as v from 'valibot';
import { librarySchema } from './library-requests.ts';
import { request } from './request.ts';
import { rescueOutcomeSchema } from './rescue-outcome.ts';

const nothing = v.object({});

/** Ways out where a library's file is damaged or lost. */
export const rescueRequests = {
  /**
   * Takes what can be read out of the file that was refused last, puts it in that file's place and opens it. `outcome`
   * is null where that file could be opened after all.
   */
  'library.rescue': request(
    'opens',
    nothing,
    v.object({ library: librarySchema, outcome: v.nullable(rescueOutcomeSchema) }),
  ),
  /** Opens the file that a lost library was written out to. */
  'library.openRescued': request('opens', nothing, librarySchema),
} as const;
