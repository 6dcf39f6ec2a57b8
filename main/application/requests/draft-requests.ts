import { basename } from 'node:path';
import type { KeptDraft } from '../../../shared/model/draft.ts';
import { success } from '../../../shared/result.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import { LibraryDamaged } from '../../data/sqlite-failure.ts';
import { isRescueOf } from '../../domain/rescue-name.ts';
import { isSamePlace, isThere } from '../../files/places.ts';
import { openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { identifierOf } from '../recent-libraries.ts';
import type { DraftOwner, OwnedDraft } from '../kept-drafts.ts';

/** Drafts of pages, kept outside the library that they belong to. */
export const draftRequests: HandlersOf<
  'drafts.keep' | 'drafts.read' | 'drafts.forget' | 'drafts.stray' | 'drafts.take'
> = {
  'drafts.keep': async (kept, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const written = await context.session.drafts.keep(ownerOf(library.value, kept, context), kept);
    return written.ok ? success({}) : written;
  },

  'drafts.read': async ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    // They are in the hands of the program that has the library open.
    if (library.value.asOf !== null) return success([]);
    const drafts = await context.session.drafts.all(report);
    return success(drafts.filter((draft) => belongsTo(draft, library.value.path)).map(asKept));
  },

  'drafts.forget': async (which, { session }) => {
    await session.drafts.forget(which);
    return success({});
  },

  'drafts.stray': async (_input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { path, reports, asOf } = library.value;
    if (asOf !== null) return success([]);
    const drafts = await context.session.drafts.all();
    return success(
      drafts.flatMap((draft) => {
        const isOwn = belongsTo(draft, path);
        const libraryIsThere = draft.path !== null && isThere(draft.path);
        const here = reports.summary(draft.report);
        // What belongs to another library waits for that one, and a report's own for the report.
        if (isOwn ? here !== undefined : libraryIsThere) return [];
        const { department, yearLabel } = draft.yearLabel === '' && here !== undefined ? here : draft;
        const canBeTaken = here !== undefined;
        return [{ ...asKept(draft), department, yearLabel, libraryIsThere, canBeTaken }];
      }),
    );
  },

  'drafts.take': async ({ report, page, turn }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { path } = library.value;
    const drafts = await context.session.drafts.all(report);
    const found = drafts.find((draft) => draft.page === page && draft.turn === turn);
    // Another window has taken it, or put it away.
    if (found === undefined) return success({});
    const kept = { ...asKept(found), library: { id: identifierOf(path), name: basename(path) } };
    const written = await context.session.drafts.keep(ownerOf(library.value, kept, context), kept);
    return written.ok ? success({}) : written;
  },
};

/** Where a draft belongs. The page may show a library that is not open any more, or hand over what another left. */
function ownerOf(
  { path, reports }: LibraryFile,
  { library, report }: KeptDraft,
  { session }: Context,
): DraftOwner {
  const unnamed = { department: '', yearLabel: '' };
  if (library === null) return { path: null, ...unnamed };
  if (library.id !== identifierOf(path)) return { path: session.recent.pathOf(library.id), ...unnamed };
  try {
    const { department = '', yearLabel = '' } = reports.summary(report) ?? {};
    return { path, department, yearLabel };
  } catch (error) {
    // One that can't be read any more is where a draft is needed most: it goes without the report's name then.
    if (error instanceof LibraryDamaged) return { path, ...unnamed };
    throw error;
  }
}

/**
 * A draft belongs to the library in which it was typed: to the file at that place, whatever else holds the same
 * reports, and to the open one when that holds what the file held before somebody wrote over it.
 */
function belongsTo({ library, path: typedIn }: OwnedDraft, path: string): boolean {
  if (library === null) return false;
  if (library.id === identifierOf(path) || (typedIn !== null && isSamePlace(typedIn, path))) return true;
  return isRescueOf(basename(path), library.name);
}

function asKept({ library, report, page, turn, draft }: OwnedDraft): KeptDraft {
  return { library, report, page, turn, draft };
}
