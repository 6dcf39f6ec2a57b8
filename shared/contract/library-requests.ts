import * as v from 'valibot';
import { droppedSchema } from './drop-requests.ts';
import { request } from './request.ts';

const nothing = v.object({});

/** The open library as a person knows it. */
export const librarySchema = v.object({ path: v.string(), name: v.string() });

/** Which library is open, and opening another. */
export const libraryRequests = {
  /** What the page needs to draw its first screen. */
  'application.start': request(
    nothing,
    v.object({
      version: v.string(),
      shell: v.picklist(['desktop', 'browser', 'command-line']),
      library: v.nullable(librarySchema),
      /** Why the library could not be opened, as a Failure; null when it could. */
      libraryFailure: v.nullable(v.unknown()),
    }),
  ),
  /** Asks where, makes an empty library there and opens it. */
  'library.create': request(nothing, librarySchema),
  /** Asks which, and opens it; one that was dropped is asked for only where the shell can't open it in its place. */
  'library.open': request(v.object({ dropped: v.optional(droppedSchema) }), librarySchema),
} as const;

export type Library = v.InferOutput<typeof librarySchema>;
