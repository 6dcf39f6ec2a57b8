import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { LibraryFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { LibraryFile, LibraryStores } from '../library-file.ts';
import type { Migration } from '../migrations/migration.ts';
import { storeAccess } from '../store-access.ts';
import { connectInMemory } from './connection.ts';
import { readingFailureOf } from './file-failure.ts';
import { lookThrough } from './look-through.ts';
import { migrate } from './migrate.ts';
import { libraryFile, openStores, type OpeningFailure } from './open-stores.ts';

export interface ReadOnlyOpening {
  readonly migrations: readonly Migration[];
  /** What every change is answered. */
  readonly refusal: LibraryFailure;
}

/**
 * Opens the bytes of a library for reading alone, in memory, brought to the newest version there. Nothing is stored
 * in it but the search index.
 */
export function openForReading(
  bytes: Buffer,
  about: Pick<LibraryFile, 'path' | 'journalAside' | 'mended' | 'asOf'>,
  { migrations, refusal }: ReadOnlyOpening,
): Result<LibraryFile, OpeningFailure> {
  const { path } = about;
  let database: Database;
  try {
    database = connectInMemory(bytes);
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
  let stores: Result<LibraryStores, OpeningFailure> | null = null;
  try {
    const looked = lookThrough(database, path, migrations);
    if (!looked.ok) return looked;
    if (looked.value === 'pages' || looked.value === 'indexes') makeIndexesAgain(database);
    migrate(database, migrations);
    const access = storeAccess(database, path, { before: () => refusal, after: () => null });
    const ofSearch = storeAccess(database, path, { before: () => null, after: () => null });
    stores = openStores(access, ofSearch, looked.value);
    return stores.ok
      ? success(libraryFile({ ...about, watch: null }, stores.value, () => database.close()))
      : stores;
  } finally {
    if (!stores?.ok) database.close();
  }
}

/** In memory: what an index says otherwise than its table would be shown for as long as the library is open. */
function makeIndexesAgain(database: Database): void {
  try {
    database.exec('REINDEX');
  } catch (error) {
    // An index of which SQLite can't make sense: what is read by it is refused in its place.
    if (!(error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CORRUPT')))
      throw error;
  }
}
