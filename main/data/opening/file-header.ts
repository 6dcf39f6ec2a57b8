import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { whileHeld } from '../patience.ts';

/** What a file says about itself before SQLite has seen it. */
export interface FileHeader {
  /** The first bytes are those of an SQLite file. */
  readonly isDatabase: boolean;
  /** The whole header is there. */
  readonly isComplete: boolean;
  readonly applicationId: number;
  /** The number of the last migration. */
  readonly userVersion: number;
}

/** SQLite's file format, 1.3: "SQLite format 3" and a zero byte. */
const magic = Buffer.from('SQLite format 3\0', 'latin1');
const headerLength = 100;
const userVersionAt = 60;
const applicationIdAt = 68;

/**
 * Reads the header of a file that this process does not hold open.
 *
 * Closing any handle of a file drops all POSIX locks that the process has on it, SQLite's too.
 */
export function readFileHeader(path: string): FileHeader {
  const bytes = Buffer.alloc(headerLength);
  const file = whileHeld('open', () => openSync(path, 'r'));
  try {
    const length = readSync(file, bytes, 0, headerLength, 0);
    return {
      isDatabase: bytes.subarray(0, magic.length).equals(magic),
      isComplete: length === headerLength,
      applicationId: bytes.readInt32BE(applicationIdAt),
      userVersion: bytes.readInt32BE(userVersionAt),
    };
  } finally {
    closeSync(file);
  }
}

/**
 * True when a crash left a transaction half written: SQLite takes it back when it opens the file,
 * and until then the header may be the crashed transaction's.
 *
 * A journal begins with zeros until its pages are on the disk: before that no page of the file was changed, and SQLite
 * plays it back into none.
 */
export function hasUnfinishedTransaction(path: string): boolean {
  const journal = `${path}-journal`;
  if (lstatSync(journal, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const first = Buffer.alloc(1);
  const file = whileHeld('open', () => openSync(journal, 'r'));
  try {
    return readSync(file, first, 0, 1, 0) === 1 && first[0] !== 0;
  } finally {
    closeSync(file);
  }
}
