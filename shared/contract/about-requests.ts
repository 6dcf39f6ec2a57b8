import * as v from 'valibot';
import { request } from './request.ts';

/** The program itself: what it is made of, and what who helps must know of it. */
export const aboutRequests = {
  /** Nothing in it is a text of a report. It works without an open library, too: that is when help is needed. */
  'application.about': request(
    'none',
    v.object({}),
    v.object({
      version: v.string(),
      /** For whoever helps: the program, the PC, the library in figures, the latest faults. Lines. */
      support: v.string(),
      /** The licences of all parts; null in a checkout that was not built. */
      licences: v.nullable(v.string()),
    }),
  ),
  /** Asks where, and writes that text as the person has read it and, perhaps, shortened it. */
  'application.saveSupport': request(
    'none',
    v.object({ text: v.pipe(v.string(), v.maxLength(500_000)) }),
    v.object({ path: v.string() }),
  ),
} as const;
