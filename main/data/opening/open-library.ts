import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { libraryPathTooLong } from '../../domain/path-limits.ts';
import { checkContent, findContradiction } from './check-content.ts';
import { applicationId, connect, disconnect } from './connection.ts';
import { copyBeforeMigration } from './copy-before-migration.ts';
import { createLibraryFile } from './create-library-file.ts';
import { hold, keyAt, letGo } from './held-files.ts';
import { inspectFile } from './inspect-file.ts';
import type { LibraryFile, LibraryStores } from '../library-file.ts';
import { libraryStores } from '../library-stores.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';
import { allMigrations } from '../migrations/all.ts';
import type { Migration } from '../migrations/migration.ts';
import { openingFailureOf, writeFailureOf } from '../sqlite-failure.ts';
import { storeAccess } from '../store-access.ts';

type OpeningFailure = LibraryFailure | WriteFailure;

/**
 * Opens a library and keeps every other program out of it until it is closed.
 *
 * A file that is refused is left as it was, with nothing new beside it. One of an older version is
 * copied first and then brought to the newest.
 */
export function openLibrary(
  path: string,
  now: () => Date,
  migrations: readonly Migration[] = allMigrations,
): Result<LibraryFile, OpeningFailure> {
  const inspected = inspectFile(path, newestVersion(migrations));
  if (!inspected.ok) return inspected;
  const { file, key } = inspected.value;

  let database: Database;
  try {
    database = connect(file);
  } catch (error) {
    return failed(libraryPathTooLong(file, process.platform === 'win32') ?? openingFailureOf(error, path));
  }
  let stores: Result<LibraryStores, OpeningFailure> | null = null;
  try {
    stores = openStores(database, { path, ...inspected.value, now, migrations });
  } finally {
    if (!stores?.ok) disconnect(database);
  }
  if (!stores.ok) return stores;

  hold(key);
  let isOpen = true;
  return success({
    path,
    ...stores.value,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      disconnect(database);
      letGo(key);
    },
  });
}

/** Makes an empty library and opens it. It stands there as a whole or not at all. */
export function createLibrary(path: string, now: () => Date): Result<LibraryFile, OpeningFailure> {
  const created = createLibraryFile(resolve(path), now(), allMigrations);
  return created.ok ? openLibrary(path, now) : created;
}

interface Opening {
  readonly path: string;
  readonly file: string;
  readonly key: string;
  readonly now: () => Date;
  readonly migrations: readonly Migration[];
}

function openStores(database: Database, opening: Opening): Result<LibraryStores, OpeningFailure> {
  const { path, file, key, migrations } = opening;
  let indexIsBroken: boolean;
  try {
    const refusal = findRefusal(database, path, newestVersion(migrations));
    if (refusal !== null) return failed(refusal);
    const { damage, ...content } = checkContent(database);
    if (damage !== null) return failed({ code: 'library-damaged', path, detail: damage });
    indexIsBroken = content.indexIsBroken;
  } catch (error) {
    return failed(openingFailureOf(error, path));
  }
  const upgraded = upgrade(database, opening);
  if (!upgraded.ok) return upgraded;
  try {
    const contradiction = findContradiction(database);
    if (contradiction !== null) {
      return failed({ code: 'library-damaged', path, detail: contradiction });
    }
    const stores = libraryStores(storeAccess(database, path, () => keyAt(file) === key));
    // The index holds nothing of its own, so it is no reason to refuse a library.
    const rebuilt = indexIsBroken ? stores.search.rebuild() : success(undefined);
    return rebuilt.ok ? success(stores) : rebuilt;
  } catch (error) {
    return failed(openingFailureOf(error, path));
  }
}

/** Asks again what inspect-file.ts asked, now that a crashed transaction is taken back. */
function findRefusal(database: Database, path: string, supported: number): LibraryFailure | null {
  const id = database.pragma('application_id', { simple: true }) as number;
  if (id !== applicationId) return { code: 'library-of-another-program', path, applicationId: id };
  const version = versionOf(database);
  if (version > supported) return { code: 'library-from-the-future', path, version, supported };
  if (version < 1) return { code: 'library-damaged', path, detail: `version ${version}` };
  return null;
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
