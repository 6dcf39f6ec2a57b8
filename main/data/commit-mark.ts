import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { sha256Of } from './sha256.ts';

/** Names one state of a library: the connection that stored it, and how many states that had stored before. */
export interface StateName {
  /** 16 hexadecimal digits, new for each connection that writes. */
  readonly session: string;
  readonly count: number;
}

/**
 * Which state a library is in, and which it was in before. It stands on a page of its own and is the first that every
 * transaction changes: so each rollback journal holds the mark of the state that it leads back to (docs/decisions/0038).
 */
export interface CommitMark extends StateName {
  readonly before: StateName;
}

/** Fixed in length, so that it always stands in the same place of its page. */
const form =
  /^sengen-mark\/1 (?<session>[0-9a-f]{16}) (?<count>\d{12}) (?<beforeSession>[0-9a-f]{16}) (?<beforeCount>\d{12}) (?<check>[0-9a-f]{8})$/u;
const length = 82;

/** The mark of a library that nothing was stored in yet. */
export function firstMark(): CommitMark {
  return { session: newSession(), count: 0, before: { session: '0'.repeat(16), count: 0 } };
}

export function markText({ session, count, before }: CommitMark): string {
  const text = `sengen-mark/1 ${nameText({ session, count })} ${nameText(before)}`;
  return `${text} ${checkOf(text)}`;
}

/** Null for a text that is no mark, or one of which only a part was written. */
export function readMark(text: string): CommitMark | null {
  const { session, count, beforeSession, beforeCount, check } = form.exec(text)?.groups ?? {};
  if (session === undefined || beforeSession === undefined) return null;
  if (checkOf(text.slice(0, -9)) !== check) return null;
  return {
    session,
    count: Number(count),
    before: { session: beforeSession, count: Number(beforeCount) },
  };
}

/** The mark that a page of a database file holds; null for any other page. */
export function markOnPage(page: Buffer): CommitMark | null {
  // A table's leaf with one record, whose text SQLite writes at the page's end (file format, 1.6).
  if (page.length < length || page[0] !== 0x0d || page.readUInt16BE(3) !== 1) return null;
  return readMark(page.subarray(page.length - length).toString('latin1'));
}

export function isSameState(one: StateName, other: StateName): boolean {
  return one.session === other.session && one.count === other.count;
}

/** Moves the mark of one open library on. */
export interface Marker {
  /**
   * Makes the mark this connection's own, in a transaction that changes nothing else; does nothing once it is. A copy
   * that was made of the file before is told from it from now on. Throws SqliteError.
   */
  takeUp(): void;
  /**
   * To be the first change of a transaction; gives the mark that it leads to. Does nothing in a library that has no mark
   * yet. Throws SqliteError.
   */
  moveOn(): StateName | null;
  /** Whether the library is in this state. Throws SqliteError. */
  isIn(state: StateName): boolean;
}

const markers = new WeakMap<Database, Marker>();

/** All that write through a connection share its marker. */
export function markerOf(database: Database): Marker {
  const known = markers.get(database) ?? makeMarker(database);
  markers.set(database, known);
  return known;
}

/** Gives a file that is a copy a mark of its own, as its pages may be arranged otherwise. Throws SqliteError. */
export function markAnew(database: Database): void {
  if (!hasMark(database)) return;
  database.prepare('UPDATE commit_mark SET mark = ?').run(markText(firstMark()));
}

function makeMarker(database: Database): Marker {
  const session = newSession();
  let statements: ReturnType<typeof prepare> | null = null;

  /** Null while there is none: a library of an older version gets one on its way to the newest. */
  const present = (): CommitMark | null => {
    statements ??= hasMark(database) ? prepare(database) : null;
    // One that can't be read was changed by somebody else: what comes after it is ours.
    return statements && (readMark(statements.read.get() ?? '') ?? firstMark());
  };
  const moveOn = (): StateName | null => {
    const before = present();
    if (before === null) return null;
    const count = before.session === session ? before.count + 1 : 0;
    statements?.write.run(markText({ session, count, before }));
    return { session, count };
  };

  return {
    moveOn,
    isIn: (state) => {
      const mark = present();
      return mark !== null && isSameState(mark, state);
    },
    takeUp: () => {
      const mark = present();
      if (mark === null || mark.session === session) return;
      database.transaction(moveOn).immediate();
    },
  };
}

function prepare(database: Database) {
  return {
    read: database.prepare<[], string>('SELECT mark FROM commit_mark').pluck(),
    write: database.prepare<[string]>('UPDATE commit_mark SET mark = ?'),
  };
}

function hasMark(database: Database): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'commit_mark'").get() !== undefined;
}

function newSession(): string {
  return randomBytes(8).toString('hex');
}

function nameText({ session, count }: StateName): string {
  return `${session} ${String(count).padStart(12, '0')}`;
}

function checkOf(text: string): string {
  return sha256Of(text).slice(0, 8);
}
