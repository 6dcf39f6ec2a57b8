import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { LibraryFailure, LibraryLoss } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { libraryPathTooLong } from '../../domain/path-limits.ts';
import { findContradiction } from './check-content.ts';
import { abandon, connect, disconnect } from './connection.ts';
import { copyBeforeMigration, type MigrationShelf } from './copy-before-migration.ts';
import { createLibraryFile } from './create-library-file.ts';
import { discard } from './discard.ts';
import { readingFailureOf, writingFailureOf } from './file-failure.ts';
import { watchFile, type FileWatch } from './file-watch.ts';
import { keepHashes } from '../hashes/keep-hashes.ts';
import { hold, letGo } from './held-files.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';
import type { LibraryFile, LibraryStores } from '../library-file.ts';
import { lookThrough } from './look-through.ts';
import { mendAtOpening, type MendedAtOpening } from './mend-at-opening.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';
import { moveContent } from './move-content.ts';
import { allMigrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { openForReading } from './open-for-reading.ts';
import { libraryFile, openStores, type OpeningFailure } from './open-stores.ts';
import { patiently } from '../patience.ts';
import { readWhole } from './read-whole.ts';
import { renewIndexes } from './renew-indexes.ts';
import { readSettled, settleJournals } from './settle-journal.ts';
import { openingFailureOf, writeFailureOf } from '../sqlite-failure.ts';
import { storeAccess, type FileGuard } from '../store-access.ts';

/**
 * Opens a library and keeps every other program out of it until it is closed.
 *
 * A file that is refused is left as it was, with nothing new beside it. One of an older version is
 * copied first, to the shelf of its backups where there is one, and then brought to the newest. One that takes no writes is opened for reading. A journal beside it is
 * played back only if it is its own (settle-journal.ts). A disk that does not answer is asked again a few times.
 */
export function openLibrary(
  path: string,
  now: () => Date,
  { migrations = allMigrations, crashesFolder = null, shelf = null }: OpeningOptions = {},
): Result<LibraryFile, OpeningFailure> {
  const asked = { path, now, migrations, crashesFolder, shelf, aside: { path: null } };
  return patiently(
    () => openJudged(asked),
    (opened) => !opened.ok && opened.failure.code === 'disk-trouble',
  );
}

export interface OpeningOptions {
  readonly migrations?: readonly Migration[];
  /** The folder for what is kept of crashes before they are taken back; nothing is kept when it is left out. */
  readonly crashesFolder?: string | null;
  /** Where the copy before a migration goes; beside the file when it is left out. */
  readonly shelf?: MigrationShelf | null;
}

/** Makes an empty library and opens it. It stands there as a whole or not at all. */
export function createLibrary(path: string, now: () => Date): Result<LibraryFile, OpeningFailure> {
  const created = createLibraryFile(resolve(path), now(), allMigrations);
  return created.ok ? openLibrary(path, now) : created;
}

interface Asked {
  readonly path: string;
  readonly now: () => Date;
  readonly migrations: readonly Migration[];
  readonly crashesFolder: string | null;
  readonly shelf: MigrationShelf | null;
  /** Where a journal was put that is not the library's; it may have been at an earlier try. */
  readonly aside: { path: string | null };
}

type Opening = Asked & InspectedFile;

/**
 * SQLite may take a page that it could not read for a damaged one. Nothing is called damaged that was not found so
 * twice, in a file that can be read from end to end.
 */
function openJudged(asked: Asked): Result<LibraryFile, OpeningFailure> {
  const opened = openOnce(asked);
  if (opened.ok || opened.failure.code !== 'library-damaged') return opened;
  try {
    readWhole(asked.path);
  } catch (error) {
    return failed(readingFailureOf(error, asked.path));
  }
  return openOnce(asked);
}

function openOnce(asked: Asked): Result<LibraryFile, OpeningFailure> {
  const inspected = inspectFile(asked.path, newestVersion(asked.migrations));
  if (!inspected.ok) return inspected;
  const opening = { ...asked, ...inspected.value };
  return inspected.value.isWritable ? openForWriting(opening) : openReadOnly(opening);
}

function openForWriting(opening: Opening): Result<LibraryFile, OpeningFailure> {
  const { aside } = opening;
  const settled = settleJournals(opening);
  if (!settled.ok) return settled;
  aside.path ??= settled.value;
  const opened = openSound(opening);
  if (!opened.ok) return opened;
  const { database, stores, key, watch, mended } = opened.value;
  hold(key);
  return success(
    libraryFile({ path: opening.path, journalAside: aside.path, watch, mended, asOf: null }, stores, () => {
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
  readonly mended: MendedAtOpening | null;
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
    const failure = openingFailureOf(error, path);
    const tooLong = libraryPathTooLong(file, process.platform === 'win32');
    return failed(failure.code === 'library-unreadable' ? (tooLong ?? failure) : failure);
  }
  let stores: Result<LibraryStores, OpeningFailure> | null = null;
  try {
    const { looked, mended } = lookAndMend(database, opening);
    if (!looked.ok) return looked;
    if (looked.value === 'pages' && isMoved) {
      return failed({ code: 'library-damaged', path, detail: 'indexes can not be made again' });
    }
    if (looked.value === 'pages') return openMoved(database, watching, opening);
    const upgraded = upgrade(database, opening);
    if (!upgraded.ok) return upgraded;
    keepHashes(database);
    if (looked.value === 'indexes') renewIndexes(database);
    const watch = watching.of(database);
    const guard = guardOf(watch, path);
    stores = openStores(
      storeAccess(database, path, guard),
      storeAccess(database, path, guard),
      looked.value,
    );
    return stores.ok ? success({ database, stores: stores.value, key, watch, mended }) : stores;
  } finally {
    if (!stores?.ok) {
      if (database.open) disconnect(database);
      watching.close();
    }
  }
}

/** What keeps the library from being opened is given back where it can be proved, and looked at once more. */
function lookAndMend(
  database: Database,
  { path, file, now, migrations }: Opening,
): { readonly looked: ReturnType<typeof lookThrough>; readonly mended: MendedAtOpening | null } {
  const looked = lookThrough(database, path, migrations);
  const contradiction = looked.ok ? contradictionOf(database) : null;
  const isDamaged = looked.ok ? contradiction !== null : looked.failure.code === 'library-damaged';
  if (!isDamaged || versionOf(database) !== newestVersion(migrations)) return { looked, mended: null };
  try {
    const mended = mendAtOpening(database, file, now());
    return mended === null
      ? { looked, mended }
      : { looked: lookThrough(database, path, migrations), mended };
  } catch {
    // Tables that can't be read, or a folder that takes no copy: it stays as it is, and is refused for what it is.
    return { looked, mended: null };
  }
}

function contradictionOf(database: Database): string | null {
  try {
    return findContradiction(database);
  } catch {
    // It is met again, and told, when the stores are opened.
    return null;
  }
}

function guardOf(watch: FileWatch, path: string): FileGuard {
  const failureOf = (how: LibraryLoss | null): LibraryFailure | null =>
    how === null ? null : { code: 'library-lost', path, how, rescued: null };
  return { before: () => failureOf(watch.loss()), after: () => failureOf(watch.stored()) };
}

/** The content is sound, and its indexes are not: it goes on in a new file in the old one's place. */
function openMoved(
  database: Database,
  watching: { close(): void },
  opening: Opening,
): Result<OpenDatabase, OpeningFailure> {
  const { path, file, migrations } = opening;
  try {
    const moved = moveContent(database, file, migrations);
    try {
      disconnect(database);
      watching.close();
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

/** What can't be written is read into memory, and let go of at once. */
function openReadOnly({ path, file, migrations, aside }: Opening): Result<LibraryFile, OpeningFailure> {
  let bytes: Result<Buffer, OpeningFailure>;
  try {
    bytes = readSettled(path, file, migrations);
  } catch (error) {
    return failed(readingFailureOf(error, path));
  }
  if (!bytes.ok) return bytes;
  const about = { path, journalAside: aside.path, mended: null, asOf: null };
  return openForReading(bytes.value, about, { migrations, refusal: { code: 'library-read-only', path } });
}

function upgrade(database: Database, opening: Opening): Result<void, OpeningFailure> {
  const { file, now, migrations } = opening;
  const version = versionOf(database);
  const newest = newestVersion(migrations);
  if (version === newest) return success(undefined);
  const copy = copyBeforeMigration(database, { ...opening, version: newest, at: now() });
  if (!copy.ok) return copy;
  try {
    migrate(database, migrations);
    return success(undefined);
  } catch (error) {
    // Nothing came of it: the file is still what the copy holds, and every new try makes another.
    if (versionOf(database) === version && copy.value !== null) discard(copy.value);
    return failed(writeFailureOf(error, file));
  }
}
