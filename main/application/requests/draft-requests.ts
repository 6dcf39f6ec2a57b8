import { basename } from 'node:path';
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
export const draftRequests: HandlersOf<'drafts.keep' | 'drafts.read' | 'drafts.forget' | 'drafts.stray'> = {
  'drafts.keep': async (kept, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const written = await context.session.drafts.keep(ownerOf(library.value, kept.report, context), kept);
    return written.ok ? success({}) : written;
  },

  'drafts.read': async ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    // They are in the hands of the program that has the library open.
    if (library.value.asOf !== null) return success([]);
    const drafts = await context.session.drafts.all(report);
    const own = drafts.filter((draft) => belongsTo(draft, library.value.path));
    return success(own.map(({ page, turn, draft }) => ({ report, page, turn, draft })));
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
      drafts
        // What belongs to another library waits for that one, and a report's own for the report.
        .filter((draft) => belongsTo(draft, path) && reports.summary(draft.report) === undefined)
        .map((draft) => ({
          ...draft,
          library: basename(draft.library),
          libraryIsThere: isThere(draft.library),
        })),
    );
  },
};

/** A library that can't be read any more is where a draft is needed most: it goes without the report's name then. */
function ownerOf({ path, reports }: LibraryFile, report: string, { from, session }: Context): DraftOwner {
  // A page may show a library that another window has closed since.
  const shown = from === null || from === identifierOf(path) ? null : session.recent.pathOf(from);
  if (shown !== null) return { library: shown, department: '', yearLabel: '' };
  try {
    const { department = '', yearLabel = '' } = reports.summary(report) ?? {};
    return { library: path, department, yearLabel };
  } catch (error) {
    if (error instanceof LibraryDamaged) return { library: path, department: '', yearLabel: '' };
    throw error;
  }
}

/**
 * A draft belongs to the file in which it was typed, and to the open one when that file is gone: moved, perhaps;
 * likewise when the open one holds what that file held before somebody wrote over it.
 */
function belongsTo({ library }: OwnedDraft, path: string): boolean {
  return isSamePlace(library, path) || !isThere(library) || isRescueOf(basename(path), basename(library));
}
