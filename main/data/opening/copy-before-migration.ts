import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
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

/**
 * Copies an open library beside itself before its tables change: `NAME.before-v2-20260401-083000.sengen`.
 *
 * Answers the copy's path once the copy is whole, checked and on disk; leaves nothing otherwise.
 */
export function copyBeforeMigration(
  database: Database,
  file: string,
  version: number,
  at: Date,
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

function freePath(stem: string): string {
  for (let count = 1; ; count += 1) {
    const path = `${stem}${count === 1 ? '' : `-${count}`}.sengen`;
    if (!existsSync(path)) return path;
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
