import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { LibraryFile, LibraryStores } from '../library-file.ts';
import { libraryStores } from '../library-stores.ts';
import { openingFailureOf } from '../sqlite-failure.ts';
import type { StoreAccess } from '../store-access.ts';
import { findContradiction, type CheckedContent } from './check-content.ts';

export type OpeningFailure = LibraryFailure | WriteFailure;

/** The stores of a database that was looked through (look-through.ts). */
export function openStores(
  access: StoreAccess,
  ofSearch: StoreAccess,
  derived: CheckedContent['derived'],
): Result<LibraryStores, OpeningFailure> {
  const { database, path } = access;
  try {
    const contradiction = findContradiction(database);
    if (contradiction !== null) {
      return failed({ code: 'library-damaged', path, detail: contradiction });
    }
    const stores = libraryStores(access, ofSearch);
    // The index holds nothing of its own, so it is no reason to refuse a library.
    const isSearchSound = derived === 'sound' || derived === 'indexes';
    const rebuilt = isSearchSound ? success(undefined) : stores.search.rebuild();
    return rebuilt.ok ? success(stores) : rebuilt;
  } catch (error) {
    return failed(openingFailureOf(error, path));
  }
}

/** `letGoOfFile` is called once, when it is closed. */
export function libraryFile(
  about: Pick<LibraryFile, 'path' | 'journalAside' | 'watch' | 'mended' | 'asOf'>,
  stores: LibraryStores,
  letGoOfFile: () => void,
): LibraryFile {
  let isOpen = true;
  return {
    ...about,
    isReadOnly: about.watch === null,
    ...stores,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      letGoOfFile();
    },
  };
}
