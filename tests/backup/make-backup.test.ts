import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { examineApart } from '../../main/backup/apart.ts';
import { makeBackup } from '../../main/backup/make-backup.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import type { Report } from '../../shared/model/report.ts';
import { now, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { libraryIn, openLibraryIn, rename } from './library-in.ts';
import { trustRuns } from '../support/trust-runs.ts';

test('a backup holds what the library holds, is read by its owner alone, and opens as a library to look at', async () => {
  const folder = temporaryFolder();
  const { library, content } = libraryIn(folder);
  const shelf = new BackupShelf(join(folder, '控え'), library);
  expect(await makeBackup(library, shelf, 'open', now())).toMatchObject({
    ok: true,
    value: { kind: 'made' },
  });
  const [backup, ...others] = await shelf.list();
  expect(others).toEqual([]);
  expect(backup).toMatchObject({ number: 1, reason: 'open', reports: 1, rows: 3, steps: 0 });
  expect(readdirSync(shelf.folder)).toEqual([backup!.name]);
  if (process.platform !== 'win32') {
    expect(statSync(backup!.path).mode & 0o777).toBe(0o400);
    expect(statSync(shelf.folder).mode & 0o777).toBe(0o700);
  }
  const opened = valueOf(openLibrary(backup!.path, now));
  expect(opened.isReadOnly).toBe(true);
  expect(valueOf(opened.reports.read(content.id)).report).toEqual(content);
  opened.close();
});

test('the same content makes none, whatever was done in between; what was signed gets one for ever', async () => {
  const folder = temporaryFolder();
  const { library, content } = libraryIn(folder);
  const shelf = new BackupShelf(join(folder, '控え'), library);
  const make = async (reason: 'work' | 'sign-off') =>
    valueOf(await makeBackup(library, shelf, reason, now())).kind;
  expect(await make('work')).toBe('made');
  // The index of words is derived: bringing it up changes nothing of the content.
  valueOf(library.search.bringUp(100));
  expect(await make('work')).toBe('same');
  rename(library, content, 0, '新しい名前');
  expect(await make('work')).toBe('made');
  expect(await make('sign-off')).toBe('made');
  expect((await shelf.list()).map(({ number, reason, steps }) => [number, reason, steps])).toEqual([
    // Number 2 said the same as the one that was made for the sign-off.
    [3, 'sign-off', 1],
    [1, 'work', 0],
  ]);
});

test('saves go on while a library is copied, none of them waits, and all are in the copy or in the next', async () => {
  const folder = temporaryFolder();
  const { library, content } = libraryIn(folder, 400);
  const shelf = new BackupShelf(join(folder, '控え'), library);
  let isDone = false;
  // What the backup does in one turn of the loop is what a save may have to wait for. Counted in the thread's own
  // processor time: a busy machine makes it no longer.
  let longest = 0;
  let before = process.threadCpuUsage();
  const made = makeBackup(library, shelf, 'work', now()).finally(() => (isDone = true));
  let saves = 0;
  for (let turn = 0; !isDone; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    if (turn % 20 === 0) {
      rename(library, content, saves % 400, `保存${saves}`);
      saves += 1;
    }
    before = process.threadCpuUsage();
  }
  expect(await made).toMatchObject({ ok: true });
  expect(saves).toBeGreaterThan(2);
  expect(longest).toBeLessThan(100);
  expect(valueOf(await makeBackup(library, shelf, 'close', now())).kind).toBe('made');
  const [last] = await shelf.list();
  expect(last?.steps).toBe(saves);
  console.log(`${saves} saves during a backup, its longest piece ${longest.toFixed(1)} ms`);
});

/** Bad on purpose: what the examination must catch. */
test.each<[string, (copy: string) => void]>([
  ['a page of another time', (copy) => patch(copy, 4096 * 5, Buffer.alloc(4096, 0x5a))],
  ['a cut-off end', (copy) => patch(copy, 28, Buffer.from([0, 0, 0, 200]))],
  [
    'rows without their report',
    (copy) =>
      changed(copy, (database) => {
        database.pragma('foreign_keys = OFF');
        database.exec('DELETE FROM reports');
      }),
  ],
  [
    'a log that lost its end',
    (copy) => changed(copy, (database) => database.exec('UPDATE reports SET sequence = 9')),
  ],
])('a copy with %s is found out', async (_name, spoil) => {
  const folder = temporaryFolder();
  const { library } = libraryIn(folder, 40);
  const copy = join(folder, 'copy.sengen');
  await library.copies.copyTo(copy);
  expect((await examineApart(copy)).ok).toBe(true);
  spoil(copy);
  expect((await examineApart(copy)).ok).toBe(false);
});

test('a copy that is whole and holds something else is not shelved, and nothing stays of it', async () => {
  const folder = temporaryFolder();
  const { library } = libraryIn(folder);
  const shelf = new BackupShelf(join(folder, '控え'), library);
  const copies = {
    ...library.copies,
    copyTo: async (file: string) => {
      await library.copies.copyTo(file);
      changed(file, (database) => database.exec("UPDATE initiatives SET title = '訉'"));
    },
  };
  expect((await makeBackup({ ...library, copies }, shelf, 'open', now())).ok).toBe(false);
  expect(readdirSync(shelf.folder)).toEqual([]);
});

const histories = trustRuns('backups', { quick: 10, whole: 2_000 });

test(
  `every backup that is kept of ${histories.count} histories is what the library was then`,
  histories.timeout,
  async () => {
    const folder = temporaryFolder();
    for (const { number, random } of histories) {
      const own = join(folder, String(number));
      mkdirSync(own);
      const { library, content, close } = openLibraryIn(own, 2);
      const shelf = new BackupShelf(join(own, '控え'), library);
      const states = new Map<number, Report>();
      for (let count = 0; count < 4; count += 1) {
        rename(library, content, random.below(2), `履歴${number}の${count}`);
        // A clock that jumps ten years either way.
        const at = new Date(Date.UTC(2026 + random.of([-10, 0, 0, 10]), 3, 1 + count));
        valueOf(await makeBackup(library, shelf, 'work', at));
        const { report: is, sequence } = valueOf(library.reports.read(content.id));
        states.set(sequence, is);
      }
      const kept = await shelf.list();
      expect(kept).toHaveLength(4);
      const { path, steps } = random.of(kept);
      const opened = valueOf(openLibrary(path, now));
      expect(valueOf(opened.reports.read(content.id)).report).toEqual(states.get(steps));
      opened.close();
      close();
      rmSync(own, { recursive: true });
    }
  },
);

function patch(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

function changed(path: string, change: (database: SqliteDatabase.Database) => unknown): void {
  const database = new SqliteDatabase(path);
  change(database);
  database.close();
}
