import { closeSync, fstatSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { LibraryLoss } from '../../../shared/failure.ts';
import { whileHeld } from '../patience.ts';
import { fileKey } from './held-files.ts';

/**
 * Tells whether an open library's file is still what this program wrote.
 *
 * Locks keep out programs that ask for them. One that copies, overwrites, renames or removes files does not ask; what
 * SQLite holds in memory is then the only whole state of the library (connection.ts has it hold all of it).
 */
export interface FileWatch {
  /** What became of the file; null while it stands as it was left. Cheap unless somebody has touched it. */
  loss(): LibraryLoss | null;
  /** To be called when a change was committed: the file as it is now is taken for ours if its form is right. */
  stored(): LibraryLoss | null;
  /** As `loss`, and after own writes every page on the disk is compared with what is held. */
  look(): LibraryLoss | null;
  /** Compares every page on the disk, whoever wrote last. */
  compare(): LibraryLoss | null;
  /** The whole library as it is held, page by page: the bytes of a database file. Throws SqliteError. */
  held(): Buffer;
  /** Must come after the database was closed: closing any handle of a file drops SQLite's locks on it. */
  close(): void;
}

/** Bytes that are read from the disk at once. */
const chunk = 1024 * 1024;
/** Comparing takes at most this share of the time, unless it is asked for. */
const share = 0.02;
/** Bytes of a library that is compared within some 50 ms, in which nobody waits for a save. */
const light = 32 * 1024 * 1024;

/**
 * Begins to watch a library's file. Called before SQLite opens it, so that the handle is the older one; it stays
 * open for as long as SQLite's does. It may be closed twice. Throws the errors of node:fs.
 */
export function watchFile(file: string): { readonly of: (database: Database) => FileWatch; close(): void } {
  const handle = whileHeld('open', () => openSync(file, 'r'));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return { of: (database) => watch(file, handle, database, close), close };
}

function watch(file: string, handle: number, database: Database, close: () => void): FileWatch {
  const key = fileKey(fstatSync(handle, { bigint: true }));
  // What somebody has put behind the last page is no part of the database, and stays until it grows over it.
  const atOpening = fstatSync(handle).size;
  const isOurSize = (size: number, ours: number): boolean =>
    size === ours || (size === atOpening && size > ours);
  let known = statsAt(file);
  /** Written by us, and not compared since: a stranger may have written within the same moment. */
  let isUnseen = true;
  let pauseUntil = 0;

  /** Who stands at the path, without regard to content. */
  const standing = (stats: BigIntStats | null | undefined): LibraryLoss | null => {
    if (stats === undefined) return 'missing';
    return stats !== null && fileKey(stats) !== key ? 'replaced' : null;
  };

  const compare = (): LibraryLoss | null => {
    const stats = statsAt(file);
    const gone = standing(stats);
    if (gone !== null) return gone;
    const begun = performance.now();
    const found = differs(database, handle, isOurSize);
    pauseUntil = performance.now() + (performance.now() - begun) / share;
    if (found === null) return null;
    // Once it was found to be another's, its size and time prove nothing.
    known = found ? undefined : stats;
    isUnseen = found;
    return found ? 'overwritten' : null;
  };

  const loss = (): LibraryLoss | null => {
    const stats = statsAt(file);
    if (stats === undefined || stats === null) return standing(stats);
    return standing(stats) ?? (isSameState(stats, known) ? null : compare());
  };

  return {
    loss,
    compare,
    look: () => {
      const isDue = isUnseen && performance.now() > pauseUntil && (known?.size ?? 0n) <= light;
      return loss() ?? (isDue ? compare() : null);
    },
    stored: () => {
      isUnseen = true;
      const stats = statsAt(file);
      const isOurs = hasOurForm(database, handle, isOurSize);
      known = isOurs ? stats : undefined;
      return standing(stats) ?? (isOurs ? null : 'overwritten');
    },
    held: () => database.serialize(),
    close,
  };
}

/** Undefined when nothing stands there, null when the system does not say. Opens no handle. */
function statsAt(file: string): BigIntStats | null | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return null;
  }
}

function isSameState(is: BigIntStats, was: BigIntStats | null | undefined): boolean {
  return was?.size === is.size && was.mtimeNs === is.mtimeNs;
}

/** SQLite's file format, 1.3. */
const header = { length: 100, magic: 'SQLite format 3\0', pageSizeAt: 16, firstFreeAt: 32 } as const;

/** Whether a file of this size may be a database of so many bytes. */
type SizeRule = (size: number, ours: number) => boolean;

/** Its beginning and its size are those of the database as SQLite holds it. */
function hasOurForm(database: Database, handle: number, isOurSize: SizeRule): boolean {
  const start = Buffer.alloc(header.magic.length);
  try {
    readSync(handle, start, 0, start.length, 0);
    const pages = database.pragma('page_count', { simple: true }) as number;
    const pageSize = database.pragma('page_size', { simple: true }) as number;
    const { size } = fstatSync(handle);
    return start.toString('latin1') === header.magic && isOurSize(size, pages * pageSize);
  } catch {
    // A disk that does not answer says nothing of the content.
    return true;
  }
}

/** Whether a page on the disk is not the page that is held; null when that can't be found out now. */
function differs(database: Database, handle: number, isOurSize: SizeRule): boolean | null {
  if (database.inTransaction) return null;
  try {
    const held = database.serialize();
    if (!isOurSize(fstatSync(handle).size, held.length)) return true;
    const pageSize = pageSizeOf(held);
    const free = freePages(held, pageSize);
    const bytes = Buffer.alloc(chunk);
    for (let at = 0; at < held.length; at += chunk) {
      const length = readSync(handle, bytes, 0, Math.min(chunk, held.length - at), at);
      if (length !== Math.min(chunk, held.length - at)) return true;
      if (bytes.compare(held, at, at + length, 0, length) === 0) continue;
      for (let page = at; page < at + length; page += pageSize) {
        const isSame = bytes.compare(held, page, page + pageSize, page - at, page - at + pageSize) === 0;
        if (!isSame && !free.has(page / pageSize + 1)) return true;
      }
    }
    return false;
  } catch {
    return null;
  }
}

/** One is written as 65,536 can't be. */
function pageSizeOf(held: Buffer): number {
  const size = held.readUInt16BE(header.pageSizeAt);
  return size === 1 ? 65_536 : size;
}

/** Pages that hold nothing: SQLite spares itself writing what it gave back in the transaction that had changed it. */
function freePages(held: Buffer, pageSize: number): Set<number> {
  const free = new Set<number>();
  const seen = new Set<number>();
  for (let trunk = held.readUInt32BE(header.firstFreeAt); trunk !== 0 && !seen.has(trunk);) {
    seen.add(trunk);
    const at = (trunk - 1) * pageSize;
    const leaves = Math.min(held.readUInt32BE(at + 4), pageSize / 4 - 2);
    for (let leaf = 0; leaf < leaves; leaf += 1) free.add(held.readUInt32BE(at + 8 + leaf * 4));
    trunk = held.readUInt32BE(at);
  }
  return free;
}
