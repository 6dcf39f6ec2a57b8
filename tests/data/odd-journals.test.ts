import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { examineCopy } from '../../main/data/backup/examine-copy.ts';
import { markOnPage, markerOf } from '../../main/data/commit-mark.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { playBack, readJournal } from '../../main/data/opening/rollback-journal.ts';
import { onWindows } from '../support/on-windows.ts';
import { actor, identifier, initiative, libraryWith, now, report, valueOf } from './sample-content.ts';
import { folderState, temporaryFolder } from './temporary-folder.ts';

/** What may lie beside a library under the name of its journal, and what becomes of it. */

let folder: string;
let path: string;
let crashesFolder: string;
const content = report({ initiatives: [initiative({ title: '港の見回り' }), initiative()] });

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'a.sengen');
  crashesFolder = join(temporaryFolder(), 'crashes');
  libraryWith(path, content);
});

describe('is set aside unread, and the library opens as it stands:', () => {
  const odd: readonly [name: string, put: (journal: string) => void][] = [
    ['a text', (journal) => writeFileSync(journal, '別のファイルの残り')],
    ['the beginning of a header', (journal) => writeFileSync(journal, crashed().journal.subarray(0, 20))],
    ['a folder', (journal) => mkdirSync(journal)],
    ['a link to a file of somebody else', (journal) => linkTo(journal, crashed().journal)],
    ['a link that leads nowhere', (journal) => symlinkSync(join(folder, 'nowhere'), journal)],
    [
      'a journal of another page size',
      (journal) => writeFileSync(journal, withPageSize(crashed().journal)),
    ],
    [
      'a journal that is part of a transaction over several databases',
      (journal) => writeFileSync(journal, ofSeveral(crashed().journal)),
    ],
  ];

  // Links need a right on Windows, and Wine only says that it makes them.
  const here = odd.filter(([name]) => !onWindows || !name.startsWith('a link'));

  test.each(here)('%s', (_name, put) => {
    put(`${path}-journal`);
    const before = readFileSync(path);
    const other = existsSync(join(folder, 'other')) ? readFileSync(join(folder, 'other')) : null;
    const kind = lstatSync(`${path}-journal`).mode;
    const library = valueOf(openLibrary(path, now, { crashesFolder }));
    expect(library.journalAside).toBe(`${path}-journal.old`);
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
    library.close();
    expect(readFileSync(path)).toEqual(before);
    expect(lstatSync(`${path}-journal.old`).mode).toBe(kind);
    if (other !== null) expect(readFileSync(join(folder, 'other'))).toEqual(other);
    expect(existsSync(crashesFolder)).toBe(false);
  });

  test('but not while the library itself is refused: then all stays as it was', () => {
    writeFileSync(path, '部長の目標宣言'.repeat(100));
    mkdirSync(`${path}-journal`);
    const before = folderState(folder);
    expect(openLibrary(path, now, { crashesFolder })).toMatchObject({ ok: false });
    expect(folderState(folder)).toEqual(before);
  });

  test('a write-ahead log, which SQLite would read as part of it', () => {
    const other = join(temporaryFolder(), 'a.sengen');
    copyFileSync(path, other);
    const writer = new SqliteDatabase(other);
    writer.pragma('journal_mode = WAL');
    writer.exec("UPDATE initiatives SET title = '別の写しの題'");
    copyFileSync(`${other}-wal`, `${path}-wal`);
    writer.close();
    const wrong = join(temporaryFolder(), 'wrong.sengen');
    for (const ending of ['', '-wal']) copyFileSync(`${path}${ending}`, `${wrong}${ending}`);
    const database = new SqliteDatabase(wrong);
    expect(database.prepare('SELECT DISTINCT title FROM initiatives').pluck().all()).toEqual([
      '別の写しの題',
    ]);
    database.close();

    const library = valueOf(openLibrary(path, now));
    expect(library.journalAside).toBe(`${path}-wal.old`);
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
    library.close();
    expect(readdirSync(folder).sort()).toEqual(['a.sengen', 'a.sengen-wal.old']);
  });

  test('a second one, beside the first that was set aside', () => {
    for (const name of ['.old', '-2.old']) {
      writeFileSync(`${path}-journal`, `残り${name}`);
      const library = valueOf(openLibrary(path, now));
      expect(library.journalAside).toBe(`${path}-journal${name}`);
      library.close();
      expect(readFileSync(`${path}-journal${name}`, 'utf8')).toBe(`残り${name}`);
    }
  });
});

test.each([
  ['that is empty', () => Buffer.alloc(0)],
  ['of zeros, as a power cut may leave one', () => Buffer.alloc(9_000)],
  ['that was not whole yet, so that no page of the library was changed', () => unsynced(crashed().journal)],
])('a journal %s is none: SQLite plays it back into no file', (_name, journal) => {
  writeFileSync(`${path}-journal`, journal());
  const before = readFileSync(path);
  const library = valueOf(openLibrary(path, now, { crashesFolder }));
  expect(library.journalAside).toBeNull();
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  library.close();
  expect(readFileSync(path)).toEqual(before);
  expect(readdirSync(folder)).toEqual(['a.sengen']);
  expect(existsSync(crashesFolder)).toBe(false);
});

describe('a journal without a mark, as an older version or another program leaves it', () => {
  test('is played back where the library is whole only then', () => {
    const { library, journal } = crashed({ marked: false });
    const before = readFileSync(path);
    put(library, journal);
    const opened = valueOf(openLibrary(path, now, { crashesFolder }));
    expect(opened.journalAside).toBeNull();
    expect(valueOf(opened.reports.read(content.id)).report).toEqual(content);
    opened.close();
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['a.sengen']);
  });

  test('is set aside where the library is whole as it stands', () => {
    const { journal } = crashed({ marked: false });
    const later = valueOf(openLibrary(path, now));
    const added = report();
    valueOf(later.reports.create(added, actor));
    later.close();
    writeFileSync(`${path}-journal`, journal);
    const opened = valueOf(openLibrary(path, now, { crashesFolder }));
    expect(opened.journalAside).toBe(`${path}-journal.old`);
    expect(valueOf(opened.reports.read(added.id)).report).toEqual(added);
    opened.close();
  });

  test('beside a library that is whole in neither way: all stays as it was', () => {
    const { library, journal } = crashed({ marked: false });
    library.fill(0xaa, 4096 * 3, 4096 * 9);
    put(library, journal.subarray(0, journal.length >> 1));
    const before = folderState(folder);
    expect(openLibrary(path, now, { crashesFolder })).toMatchObject({
      failure: { code: 'library-damaged', path },
    });
    expect(folderState(folder)).toEqual(before);
    expect(existsSync(crashesFolder)).toBe(false);
  });
});

describe("the library's own journal", () => {
  test('is kept with the library before it is played back: the last five, for their owner, not to be written', () => {
    const states = Array.from({ length: 7 }, (_, at) => {
      const state = crashed({ title: `途中の題${at}` });
      put(state.library, state.journal);
      valueOf(openLibrary(path, now, { crashesFolder })).close();
      // The same again is kept once.
      put(state.library, state.journal);
      valueOf(openLibrary(path, now, { crashesFolder })).close();
      return state;
    });
    const own = join(crashesFolder, readdirSync(crashesFolder)[0]!);
    const kept = readdirSync(own).sort();
    expect(kept.map((name) => Number.parseInt(name, 10))).toEqual([3, 4, 5, 6, 7]);
    const names = ['a.sengen', 'a.sengen-journal'];
    expect(kept.map((name) => readdirSync(join(own, name)).sort())).toEqual(kept.map(() => names));
    expect(readFileSync(join(own, kept[4]!, 'a.sengen'))).toEqual(states[6]!.library);
    expect(readFileSync(join(own, kept[4]!, 'a.sengen-journal'))).toEqual(states[6]!.journal);
    if (process.platform !== 'win32') {
      expect(statSync(own).mode & 0o777).toBe(0o700);
      expect(statSync(join(own, kept[4]!, 'a.sengen')).mode & 0o777).toBe(0o400);
    }
    // What is kept can be looked at and stays as it is.
    const before = folderState(own);
    const looked = valueOf(openLibrary(join(own, kept[4]!, 'a.sengen'), now));
    expect(looked.isReadOnly).toBe(true);
    expect(valueOf(looked.reports.read(content.id)).report).toEqual(content);
    looked.close();
    expect(folderState(own)).toEqual(before);
  });

  test('is not played back while it can not be kept', () => {
    const { library, journal } = crashed();
    put(library, journal);
    writeFileSync(crashesFolder, 'no folder');
    const before = folderState(folder);
    expect(openLibrary(path, now, { crashesFolder })).toMatchObject({ ok: false });
    expect(folderState(folder)).toEqual(before);
  });

  test('is left to the program that is just writing', () => {
    const writer = new SqliteDatabase(path);
    writer.pragma('locking_mode = EXCLUSIVE');
    spill(writer, { marked: true, title: '書いている題' });
    const journal = readFileSync(`${path}-journal`);
    expect(openLibrary(path, now, { crashesFolder })).toMatchObject({
      failure: { code: 'library-in-use', path },
    });
    expect(readFileSync(`${path}-journal`)).toEqual(journal);
    writer.exec('COMMIT');
    writer.close();
    const library = valueOf(openLibrary(path, now));
    expect(valueOf(library.reports.read(content.id)).report.initiatives[0]?.title).toBe('書いている題');
    library.close();
  });

  test('is played back in memory for a file that is only looked at, which stays as it is', () => {
    const { library, journal } = crashed();
    put(library, journal);
    chmodSync(path, 0o444);
    const before = folderState(folder);
    const opened = valueOf(openLibrary(path, now, { crashesFolder }));
    expect(opened.isReadOnly).toBe(true);
    expect(valueOf(opened.reports.read(content.id)).report).toEqual(content);
    opened.close();
    expect(examineCopy(path)).toMatchObject({ ok: true, value: { reports: 1, rows: 2 } });
    expect(folderState(folder)).toEqual(before);
  });
});

test('a journal of many parts, as one too large for the memory, is read as SQLite reads it', () => {
  const { library, journal } = crashed({ marked: true });
  const read = readJournal(journal)!;
  expect(countOf(journal, Buffer.from('d9d505f920a163d7', 'hex'))).toBeGreaterThan(2);
  expect(markOnPage(read.written[0]!.bytes)).not.toBeNull();
  const ours = playBack(library, read);
  const before = readFileSync(path);
  put(library, journal);
  const database = new SqliteDatabase(path);
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  database.close();
  expect(readFileSync(path)).toEqual(ours);
  expect(ours).toEqual(before);
});

interface Crash {
  /** As every transaction of this program begins. */
  readonly marked?: boolean;
  readonly title?: string;
}

/** The library and its journal as a kill leaves them in the middle of a large transaction. */
function crashed({ marked = true, title = '途中の題' }: Crash = {}): { library: Buffer; journal: Buffer } {
  const copy = join(temporaryFolder(), 'crashed.sengen');
  copyFileSync(path, copy);
  const writer = new SqliteDatabase(copy);
  spill(writer, { marked, title });
  const state = { library: readFileSync(copy), journal: readFileSync(`${copy}-journal`) };
  writer.exec('ROLLBACK');
  writer.close();
  return state;
}

/** Begins a transaction of which SQLite writes pages long before its end, and leaves it open. */
function spill(writer: SqliteDatabase.Database, { marked, title }: Required<Crash>): void {
  writer.pragma('cache_size = 1');
  writer.pragma('cache_spill = ON');
  writer.exec('BEGIN IMMEDIATE');
  if (marked) markerOf(writer).moveOn();
  const insert = writer.prepare('INSERT INTO phrases (id, position, text) VALUES (?, ?, ?)');
  for (let count = 0; count < 60; count += 1) {
    writer.prepare('UPDATE initiatives SET title = ?').run(count === 59 ? title : `${title}${count}`);
    insert.run(identifier(), count, '新しい文。'.repeat(150));
  }
  // What no transaction leaves so: a library that is taken as it stands is not sound.
  writer.exec('UPDATE reports SET sequence = sequence + 1');
  writer.exec("UPDATE phrases SET text = text || '続き'");
  if (title === '書いている題') writer.exec('UPDATE reports SET sequence = sequence - 1');
}

function put(library: Buffer, journal: Buffer): void {
  writeFileSync(path, library);
  writeFileSync(`${path}-journal`, journal);
}

function linkTo(journal: string, bytes: Buffer): void {
  writeFileSync(join(folder, 'other'), bytes);
  symlinkSync(join(folder, 'other'), journal);
}

/** As SQLite writes it before its pages are on the disk. */
function unsynced(journal: Buffer): Buffer {
  return Buffer.from(journal).fill(0, 0, 12);
}

function withPageSize(journal: Buffer): Buffer {
  const other = Buffer.from(journal);
  other.writeUInt32BE(8_192, 24);
  return other;
}

function ofSeveral(journal: Buffer): Buffer {
  const name = Buffer.from('/tmp/several-mj01');
  const end = Buffer.alloc(16);
  end.writeUInt32BE(name.length, 0);
  journal.copy(end, 8, 0, 8);
  return Buffer.concat([journal, name, end]);
}

function countOf(bytes: Buffer, part: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) count += 1;
  return count;
}
