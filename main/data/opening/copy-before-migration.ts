import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { markAnew } from '../commit-mark.ts';
import { discard } from './discard.ts';
import { writingFailureOf } from './file-failure.ts';
import { whileHeld } from '../patience.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import { syncFolder } from './sync-folder.ts';
import { freePath } from './free-path.ts';

/** Where a library is kept before its tables change. */
export interface MigrationShelf {
  /** Keeps all of a library's pages as a backup, once that was read through and is on the disk. Throws. */
  keep(library: { readonly path: string; readonly madeAt: string; readonly pages: Uint8Array }): void;
}

/** A library whose tables are about to change. */
export interface Migrating {
  /** As it was asked for. */
  readonly path: string;
  readonly file: string;
  /** The version that it goes to. */
  readonly version: number;
  readonly at: Date;
  readonly shelf: MigrationShelf | null;
}

/**
 * Copies an open library before its tables change: to the shelf of its backups, or, where that can't be, beside itself:
 * `NAME.before-v2-20260401-083000.sengen`.
 *
 * Answers the path of a copy beside it, null for one on the shelf, once the copy is whole, checked and on disk; leaves
 * nothing otherwise.
 */
export function copyBeforeMigration(
  database: Database,
  migrating: Migrating,
): Result<string | null, WriteFailure | LibraryFailure> {
  return isOnShelf(database, migrating) ? success(null) : copyBeside(database, migrating);
}

function isOnShelf(database: Database, { path, shelf }: Migrating): boolean {
  if (shelf === null) return false;
  try {
    const madeAt = database
      .prepare<[], string>("SELECT value FROM library_facts WHERE key = 'created_at'")
      .pluck()
      .get();
    shelf.keep({ path, madeAt: madeAt ?? '', pages: database.serialize() });
    return true;
  } catch {
    // The program's own folder is full or takes no writes; beside the library there may be room.
    return false;
  }
}

function copyBeside(
  database: Database,
  { file, version, at }: Migrating,
): Result<string, WriteFailure | LibraryFailure> {
  const copy = freePath(`${file.replace(/\.sengen$/u, '')}.before-v${version}-${stampOf(at)}`);
  try {
    database.prepare('VACUUM INTO ?').run(copy);
    giveMark(copy);
    check(copy);
    sync(copy);
    return success(copy);
  } catch (error) {
    discard(copy);
    return failed(writingFailureOf(error, copy));
  }
}

/** Its pages are arranged otherwise: no journal of the file that it was copied from may be taken for its own. */
function giveMark(copy: string): void {
  const database = new SqliteDatabase(copy, { fileMustExist: true });
  try {
    database.transaction(markAnew).immediate(database);
  } finally {
    database.close();
  }
}

function check(copy: string): void {
  const database = new SqliteDatabase(copy, { readonly: true, fileMustExist: true });
  try {
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new DamagedContent(String(found));
  } finally {
    database.close();
  }
}

function sync(copy: string): void {
  const handle = whileHeld('open', () => openSync(copy, 'r+'));
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(dirname(copy));
}

/** Local time, as a person will look for it: 20260401-083000 */
export function stampOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}` +
    `-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
  );
}
