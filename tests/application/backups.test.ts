import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';

import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;

const open = (): TestApplication =>
  openTestApplication(folder, '報告.sengen', join(folder, 'recent.json'), readerHere, join(folder, '控え'));

beforeEach(async () => {
  folder = newFolder();
  application = open();
  ({ report } = must(await application.call('sample.add', {})));
  // The backup of the opening may be under way: it holds the sample or not.
  must(await application.call('backups.make', {}));
});
afterEach(() => application.close());

async function rowsNow() {
  return must(await application.call('reports.read', { report })).report.initiatives;
}

async function removeFirstRow(): Promise<void> {
  const [initiative] = await rowsNow();
  const edits = [{ kind: 'remove-initiative', at: 0, initiative: initiative! } as const];
  must(await application.call('reports.edit', { report, step: { id: newIdentifier(), edits } }));
}

async function latest() {
  return must(await application.call('backups.list', {})).backups[0]!;
}

test('the whole library is restored, and that is taken back', async () => {
  await removeFirstRow();
  const before = await rowsNow();
  expect(must(await application.call('backups.make', {}))).toEqual({ made: 'made' });
  expect(must(await application.call('backups.make', {}))).toEqual({ made: 'same' });
  const good = await latest();
  await removeFirstRow();
  const after = await rowsNow();
  const list = must(await application.call('backups.list', {}));
  expect(list.present).toEqual({ reports: 1, rows: before.length - 1, steps: good.steps + 1 });
  expect(good).toMatchObject({ reports: 1, rows: before.length, isOfThisFile: true });

  const restored = must(await application.call('backups.restore', { name: good.name }));
  expect(await rowsNow()).toEqual(before);
  expect(application.sent.some(({ name }) => name === 'library.changed')).toBe(true);
  must(await application.call('backups.restore', { name: restored.before }));
  expect(await rowsNow()).toEqual(after);
  // It goes on as a library that can be written in, with nothing left beside it.
  await removeFirstRow();
  expect(readdirSync(folder).filter((name) => name.startsWith('~') || name.includes('.old'))).toEqual([]);
});

test('one row and one report come back as steps that can be undone, from the bin and from nothing too', async () => {
  const before = await rowsNow();
  must(await application.call('backups.make', {}));
  const { name } = await latest();
  await removeFirstRow();
  await removeFirstRow();
  const content = must(await application.call('backups.look', { name }));
  expect(content.reports).toMatchObject([{ id: report, now: 'other' }]);
  expect(content.reports[0]!.rows.map(({ title }) => title)).toEqual(before.map(({ title }) => title));

  must(await application.call('backups.restoreRow', { name, report, row: before[0]!.id }));
  expect((await rowsNow()).map(({ id }) => id)).toEqual(
    [before[0], ...before.slice(2)].map((row) => row!.id),
  );
  must(await application.call('backups.restoreReport', { name, report }));
  expect(await rowsNow()).toEqual(before);
  must(await application.call('reports.undo', { report }));
  expect(await rowsNow()).toHaveLength(before.length - 1);

  must(await application.call('reports.remove', { report }));
  expect(must(await application.call('backups.look', { name })).reports[0]?.now).toBe('missing');
  must(await application.call('backups.restoreReport', { name, report }));
  expect(await rowsNow()).toEqual(before);
});

test('a backup opens to be looked at and not to be changed, and the library is gone back to', async () => {
  must(await application.call('backups.make', {}));
  const { name } = await latest();
  const rows = await rowsNow();
  await removeFirstRow();
  expect(must(await application.call('backups.view', { name }))).toMatchObject({
    isReadOnly: true,
    isBackup: true,
  });
  expect(await rowsNow()).toEqual(rows);
  expect(mustFail(await application.call('reports.remove', { report })).code).toBe('library-read-only');
  expect(mustFail(await application.call('backups.restore', { name })).code).toBe('library-read-only');
  const [own] = must(await application.call('library.recent', {}));
  must(await application.call('library.openRecent', { id: own!.id }));
  expect(await rowsNow()).toHaveLength(rows.length - 1);
});

test('what was written is backed up when the program closes; nothing new makes no new one', async () => {
  await removeFirstRow();
  await application.close();
  application = open();
  const closed = await latest();
  expect(closed).toMatchObject({ reason: 'close', reports: 1 });
  await application.close();
  application = open();
  expect((await latest()).name).toBe(closed.name);
  expect(mustFail(await application.call('backups.restore', { name: 'x' }))).toEqual({
    code: 'backup-missing',
    name: 'x',
  });
});

test('a backup of the program’s own that can not be made is told to the pages', async () => {
  const place = newFolder();
  writeFileSync(join(place, '控え'), 'a file where the folder should be');
  const other = openTestApplication(place, '甲.sengen', undefined, readerHere, join(place, '控え'));
  const failures = () => other.sent.filter(({ name }) => name === 'backups.failed');
  await expect.poll(failures).toHaveLength(1);
  expect(failures()[0]?.payload).toMatchObject({
    cause: expect.stringMatching(/ENOTDIR|EEXIST/u) as string,
  });
  // What a person asks for is answered, and not told twice.
  expect(mustFail(await other.call('backups.make', {})).code).toBe('backup-failed');
  expect(failures()).toHaveLength(1);
  await other.close();
});
