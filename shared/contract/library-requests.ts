import * as v from 'valibot';
import { droppedSchema } from './drop-requests.ts';
import { request } from './request.ts';

const nothing = v.object({});
const recent = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** The open library as a person knows it. */
export const librarySchema = v.object({
  /** The same for one file at one place; a page says with each request which library it shows. */
  id: v.string(),
  path: v.string(),
  name: v.string(),
  /** The file takes no writes: it can be read, searched and exported, not changed. */
  isReadOnly: v.boolean(),
  /** It is a backup that is looked at. */
  isBackup: v.boolean(),
  /** Where a journal was put at opening that is not this library's (a Failure of its own tells it); null for none. */
  journalAside: v.nullable(v.string()),
});

/** Which library is open, and opening another. */
export const libraryRequests = {
  /** What the page needs to draw its first screen. */
  'application.start': request(
    'none',
    nothing,
    v.object({
      version: v.string(),
      shell: v.picklist(['desktop', 'browser', 'command-line']),
      library: v.nullable(librarySchema),
      /** Why the library could not be opened, as a Failure; null when it could. */
      libraryFailure: v.nullable(v.unknown()),
    }),
  ),
  /** The libraries that were open before, the latest first; the one that is open now is not among them. */
  'library.recent': request(
    'opens',
    nothing,
    v.array(
      v.object({
        /** What it is called by in the next two requests. */
        id: v.string(),
        name: v.string(),
        folder: v.string(),
        /** ISO 8601, UTC. */
        openedAt: v.string(),
      }),
    ),
  ),
  /** Opens one of them. */
  'library.openRecent': request('opens', recent, librarySchema),
  /** Takes it out of the list; the file stays. */
  'library.forgetRecent': request('opens', recent, v.object({})),
  /** Asks where, makes an empty library there and opens it. */
  'library.create': request('opens', nothing, librarySchema),
  /** Asks which, and opens it; one that was dropped is asked for only where the shell can't open it in its place. */
  'library.open': request('opens', v.object({ dropped: v.optional(droppedSchema) }), librarySchema),
} as const;

export type RecentLibrary = v.InferOutput<(typeof libraryRequests)['library.recent']['output']>[number];
export type Library = v.InferOutput<typeof librarySchema>;
