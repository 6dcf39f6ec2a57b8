import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { LibraryFailure, LibraryLoss, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { libraryPathTooLong } from '../../domain/path-limits.ts';
import { findContradiction, type CheckedContent } from './check-content.ts';
import { abandon, connect, connectInMemory, disconnect } from './connection.ts';
import { copyBeforeMigration } from './copy-before-migration.ts';
import { createLibraryFile } from './create-library-file.ts';
import { hasUnfinishedTransaction } from './file-header.ts';
import { readingFailureOf, writingFailureOf } from './file-failure.ts';
import { watchFile, type FileWatch } from './file-watch.ts';
import { keepHashes } from '../hashes/keep-hashes.ts';
import { hold, letGo } from './held-files.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';
import type { LibraryFile, LibraryStores } from '../library-file.ts';
import { libraryStores } from '../library-stores.ts';
import { lookThrough } from './look-through.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';
import { moveContent } from './move-content.ts';
import { allMigrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { patiently } from '../patience.ts';
import { readWhole } from './read-whole.ts';
import { openingFailureOf, writeFailureOf } from '../sqlite-failure.ts';
import { storeAccess, type FileGuard, type StoreAccess } from '../store-access.ts';

type OpeningFailure = LibraryFailure | WriteFailure;

/**
 * Opens a library and keeps every other program out of it until it is closed.
 *
 * A file that is refused is left as it was, with nothing new beside it. One of an older version is
 * copied first and then brought to the newest. One that takes no writes is opened for reading. A disk that does
 * not answer is asked again a few times.
 */
export function openLibrary(
  path: string,
  now: () => Date,
  migrations: readonly Migration[] = allMigrations,
): Result<LibraryFile, OpeningFailure> {
  return patiently(
    () => openJudged(path, now, migrations),
    (opened) => !opened.ok && opened.failure.code === 'disk-trouble',
  );
}

/** Makes an empty library and opens it. It stands there as a whole or not at all. */
export function createLibrary(path: string, now: () => Date): Result<LibraryFile, OpeningFailure> {
  const created = createLibraryFile(resolve(path), now(), allMigrations);
  return created.ok ? openLibrary(path, now) : created;
}

interface Opening extends InspectedFile {
  readonly path: string;
  readonly now: () => Date;
  readonly migrations: readonly Migration[];
}

/**
 * SQLite may take a page that it could not read for a damaged one. Nothing is called damaged that was not found so
 * twice, in a file that can be read from end to end.
 */
function openJudged(
  path: string,
  now: () => Date,
  migrations: readonly Migration[],
): Result<LibraryFile, OpeningFailure> {
  const opened = openOnce(path, now, migrations);
  if (opened.ok || opened.failure.code !== 'library-damaged') return opened;
  try {
    readWhole(path);
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
  return openOnce(path, now, migrations);
}

function openOnce(
  path: string,
  now: () => Date,
  migrations: readonly Migration[],
): Result<LibraryFile, OpeningFailure> {
  const inspected = inspectFile(path, newestVersion(migrations));
  if (!inspected.ok) return inspected;
  const opening = { path, ...inspected.value, now, migrations };
  return inspected.value.isWritable ? openForWriting(opening) : openForReading(opening);
}

function openForWriting(opening: Opening): Result<LibraryFile, OpeningFailure> {
  const { path } = opening;
  const opened = openSound(opening);
  if (!opened.ok) return opened;
  const { database, stores, key, watch } = opened.value;
  hold(key);
  return success(
    libraryFile(path, stores, watch, () => {
      if (watch.loss() === null) disconnect(database);
      else abandon(database, opening.file);
      watch.close();
      letGo(key);
    }),
  );
}

interface OpenDatabase {
  readonly database: Database;
  readonly stores: LibraryStores;
  /** Of the file that stands there now. */
  readonly key: string;
  readonly watch: FileWatch;
}

function openSound(opening: Opening, isMoved = false): Result<OpenDatabase, OpeningFailure> {
  const { path, file, key } = opening;
  let watching: ReturnType<typeof watchFile>;
  try {
    watching = watchFile(file);
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
  let database: Database;
  try {
    database = connect(file);
  } catch (error) {
    watching.close();
    return failed(libraryPathTooLong(file, process.platform === 'win32') ?? openingFailureOf(error, path));
  }
  let stores: Result<LibraryStores, OpeningFailure> | null = null;
  try {
    const looked = lookThrough(database, path, opening.migrations);
    if (!looked.ok) return looked;
    if (looked.value === 'pages' && isMoved) {
      return failed({ code: 'library-damaged', path, detail: 'indexes can not be made again' });
    }
    if (looked.value === 'pages') return openMoved(database, opening);
    const upgraded = upgrade(database, opening);
    if (!upgraded.ok) return upgraded;
    keepHashes(database);
    const watch = watching.of(database);
    const guard = guardOf(watch, path);
    stores = openStores(
      storeAccess(database, path, guard),
      storeAccess(database, path, guard),
      looked.value,
    );
    return stores.ok ? success({ database, stores: stores.value, key, watch }) : stores;
  } finally {
    if (!stores?.ok) {
      if (database.open) disconnect(database);
      watching.close();
    }
  }
}

function guardOf(watch: FileWatch, path: string): FileGuard {
  const failureOf = (how: LibraryLoss | null): LibraryFailure | null =>
    how === null ? null : { code: 'library-lost', path, how, rescued: null };
  return { before: () => failureOf(watch.loss()), after: () => failureOf(watch.stored()) };
}

/** The content is sound, and its indexes are not: it goes on in a new file in the old one's place. */
function openMoved(database: Database, opening: Opening): Result<OpenDatabase, OpeningFailure> {
  const { path, file, migrations } = opening;
  try {
    const moved = moveContent(database, file, migrations);
    try {
      disconnect(database);
      moved.takePlace();
    } finally {
      moved.cleanUp();
    }
  } catch (error) {
    return failed(writingFailureOf(error, path));
  }
  const inspected = inspectFile(path, newestVersion(migrations));
  return inspected.ok ? openSound({ ...opening, ...inspected.value }, true) : inspected;
}

/**
 * Opens what can't be written: a copy in memory, brought to the newest version there. Nothing is stored in it but
 * the search index.
 */
function openForReading({ path, file, migrations }: Opening): Result<LibraryFile, OpeningFailure> {
  // What a crash left half written can only be taken back by writing.
  if (hasUnfinishedTransaction(file)) return failed({ code: 'library-read-only', path });
  let database: Database;
  try {
    database = connectInMemory(file);
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
  let stores: Result<LibraryStores, OpeningFailure> | null = null;
  try {
    const looked = lookThrough(database, path, migrations);
    if (!looked.ok) return looked;
    migrate(database, migrations);
    const access = storeAccess(database, path, {
      before: () => ({ code: 'library-read-only', path }),
      after: () => null,
    });
    const ofSearch = storeAccess(database, path, { before: () => null, after: () => null });
    stores = openStores(access, ofSearch, looked.value);
    return stores.ok ? success(libraryFile(path, stores.value, null, () => database.close())) : stores;
  } finally {
    if (!stores?.ok) database.close();
  }
}

function openStores(
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
    const rebuilt = derived === 'sound' ? success(undefined) : stores.search.rebuild();
    return rebuilt.ok ? success(stores) : rebuilt;
  } catch (error) {
    return failed(openingFailureOf(error, path));
  }
}

function libraryFile(
  path: string,
  stores: LibraryStores,
  watch: FileWatch | null,
  letGoOfFile: () => void,
): LibraryFile {
  let isOpen = true;
  return {
    path,
    isReadOnly: watch === null,
    watch,
    ...stores,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      letGoOfFile();
    },
  };
}

function upgrade(database: Database, { file, now, migrations }: Opening): Result<void, OpeningFailure> {
  const version = versionOf(database);
  const newest = newestVersion(migrations);
  if (version === newest) return success(undefined);
  const copy = copyBeforeMigration(database, file, newest, now());
  if (!copy.ok) return copy;
  try {
    migrate(database, migrations);
    return success(undefined);
  } catch (error) {
    // Nothing came of it: the file is still what the copy holds, and every new try makes another.
    if (versionOf(database) === version) rmSync(copy.value, { force: true });
    return failed(writeFailureOf(error, file));
  }
}
