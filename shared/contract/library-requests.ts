import * as v from 'valibot';
import { droppedSchema } from './drop-requests.ts';
import { request } from './request.ts';

const nothing = v.object({});
const named = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** Who has a library open (LibraryHolder of failure.ts). */
const holderSchema = v.object({ user: v.string(), computer: v.string(), since: v.string() });

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
  /** It stands on a network drive, where it is not safe to work. */
  isOnNetwork: v.boolean(),
  /**
   * Another program has it open, and what is shown is what stood in it at `asOf` (ISO 8601, UTC), read only.
   * `holder` is null where it is not known. Null for any other library.
   */
  look: v.nullable(v.object({ asOf: v.string(), holder: v.nullable(holderSchema) })),
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
  'library.openRecent': request('opens', named, librarySchema),
  /** Takes it out of the list; the file stays. */
  'library.forgetRecent': request('opens', named, v.object({})),
  /** Asks where, makes an empty library there and opens it. */
  'library.create': request('opens', nothing, librarySchema),
  /**
   * Looks at a library that another program has open, by the identifier that the refusal carried; at one that is
   * looked at already as it is now.
   */
  'library.look': request('opens', named, librarySchema),
  /** Opens the library that is looked at for writing, once the other program has let go of it. */
  'library.write': request('opens', named, librarySchema),
  /** Copies the open library to this PC and opens the copy; the file itself stays where it is. */
  'library.copyHere': request('opens', nothing, librarySchema),
  /** Asks which, and opens it; one that was dropped is asked for only where the shell can't open it in its place. */
  'library.open': request('opens', v.object({ dropped: v.optional(droppedSchema) }), librarySchema),
} as const;

export type RecentLibrary = v.InferOutput<(typeof libraryRequests)['library.recent']['output']>[number];
export type Library = v.InferOutput<typeof librarySchema>;
