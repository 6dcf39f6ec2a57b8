import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { findContradiction, findDamage } from './check-content.ts';
import { applicationId, connect, disconnect } from './connection.ts';
import { copyBeforeMigration } from './copy-before-migration.ts';
import { createLibraryFile } from './create-library-file.ts';
import { hold, keyAt, letGo } from './held-files.ts';
import { inspectFile } from './inspect-file.ts';
import type { LibraryFile } from './library-file.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';
import { allMigrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import type { ReportStore } from './report-store.ts';
import { openingFailureOf, writeFailureOf } from './sqlite-failure.ts';
import { sqliteReportStore } from './sqlite-report-store.ts';

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
    return failed(openingFailureOf(error, path));
  }
  let reports: Result<ReportStore, OpeningFailure> | null = null;
  try {
    reports = openReports(database, { path, ...inspected.value, now, migrations });
  } finally {
    if (!reports?.ok) disconnect(database);
  }
  if (!reports.ok) return reports;

  hold(key);
  let isOpen = true;
  return success({
    path,
    reports: reports.value,
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

function openReports(database: Database, opening: Opening): Result<ReportStore, OpeningFailure> {
  const { path, file, key, migrations } = opening;
  try {
    const refusal = findRefusal(database, path, newestVersion(migrations));
    if (refusal !== null) return failed(refusal);
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
    return success(sqliteReportStore(database, path, () => keyAt(file) === key));
  } catch (error) {
    return failed(openingFailureOf(error, path));
  }
}

/** Asks again what inspect-file.ts asked, now that a crashed transaction is taken back, and then for damage. */
function findRefusal(database: Database, path: string, supported: number): LibraryFailure | null {
  const id = database.pragma('application_id', { simple: true }) as number;
  if (id !== applicationId) return { code: 'library-of-another-program', path, applicationId: id };
  const version = versionOf(database);
  if (version > supported) return { code: 'library-from-the-future', path, version, supported };
  if (version < 1) return { code: 'library-damaged', path, detail: `version ${version}` };
  const damage = findDamage(database);
  return damage === null ? null : { code: 'library-damaged', path, detail: damage };
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
