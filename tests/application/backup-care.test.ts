import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import { flipBits } from '../backup/flip-bits.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/** What becomes of backups after they were made: the second place, the drill, damage on the shelf. */

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;

beforeEach(async () => {
  folder = newFolder();
  mkdirSync(join(folder, 'USB'));
  const own = [join(folder, 'recent.json'), readerHere, join(folder, '控え')] as const;
  application = openTestApplication(folder, '報告.sengen', ...own);
  ({ report } = must(await application.call('sample.add', {})));
  must(await application.call('backups.make', {}));
});
afterEach(() => application.close());

const list = async () => must(await application.call('backups.list', {}));
const rows = async () => must(await application.call('reports.read', { report })).report.initiatives;

async function changedTitle(after: string): Promise<void> {
  const [row] = await rows();
  const edit = { kind: 'set-field', owner: 'row', initiative: row!.id, field: 'title' } as const;
  const step = { id: newIdentifier(), edits: [{ ...edit, before: row!.title, after }] };
  must(await application.call('reports.edit', { report, step }));
}

async function backedUp(): Promise<string> {
  must(await application.call('backups.make', {}));
  return (await list()).backups[0]!.name;
}

const pathOf = async (name: string) => join((await list()).folder!, name);

test('a second place is chosen, told while it is away, and gives back what the first has lost', async () => {
  expect((await list()).second).toBeNull();
  expect(mustFail(await application.call('backups.chooseSecond', {})).code).toBe('cancelled');
  application.files['second-backups'] = join(folder, 'USB');
  must(await application.call('backups.chooseSecond', {}));
  await expect.poll(async () => (await list()).second).toMatchObject({ state: 'held', isOnSameDisk: true });
  expect(new Set((await list()).backups.map(({ where }) => where))).toEqual(new Set(['both']));
  expect(application.sent.some(({ name }) => name === 'backups.changed')).toBe(true);

  await changedTitle('二つ目の場所');
  const before = await rows();
  const name = await backedUp();
  await expect.poll(async () => (await list()).backups[0]).toMatchObject({ name, where: 'both' });
  await changedTitle('あとの変更');
  // Damaged in the first place: the second gives its own, and mends the first.
  const path = await pathOf(name);
  flipBits(path, '二つ目の場所');
  must(await application.call('backups.restoreReport', { name, report }));
  expect(await rows()).toEqual(before);
  expect(readdirSync(join(path, '..')).filter((each) => each.endsWith('.damaged'))).toHaveLength(1);
  expect(readFileSync(path).includes('二つ目の場所')).toBe(true);
  // Gone from the first: it still stands in the list.
  rmSync(path, { force: true });
  expect((await list()).backups.find((each) => each.name === name)).toMatchObject({ where: 'second' });
  must(await application.call('backups.restore', { name }));
  expect(await rows()).toEqual(before);

  renameSync(join(folder, 'USB'), join(folder, 'pulled'));
  await expect.poll(async () => (await list()).second?.state).toBe('absent');
  await changedTitle('抜いたあと');
  await backedUp();
  renameSync(join(folder, 'pulled'), join(folder, 'USB'));
  await expect.poll(async () => (await list()).second?.state).toBe('held');
  must(await application.call('backups.leaveSecond', {}));
  expect((await list()).second).toBeNull();
  expect(application.sent.filter((each) => each.name === 'backups.failed')).toEqual([]);
});

test('a damaged backup is not restored: it goes out of the list, and the next older one that is whole is named', async () => {
  await changedTitle('良い控え');
  const good = await backedUp();
  await changedTitle('壊れる控え');
  const bad = await backedUp();
  flipBits(await pathOf(bad), '壊れる控え');
  await changedTitle('今の内容');
  const now = await rows();
  const { stamp } = (await list()).backups[1]!;
  expect(mustFail(await application.call('backups.restore', { name: bad }))).toEqual({
    code: 'backup-damaged',
    stamp,
    older: stamp,
  });
  expect(await rows()).toEqual(now);
  const { backups } = await list();
  expect(backups.map(({ name }) => name)).not.toContain(bad);
  expect(backups.map(({ name }) => name)).toContain(good);
  must(await application.call('backups.restore', { name: good }));
});

test('the drill restores the latest and an older one, compares them with the log, and leaves nothing behind', async () => {
  expect((await list()).drill).toBeNull();
  await changedTitle('一つ目');
  await backedUp();
  await changedTitle('二つ目');
  await backedUp();
  await changedTitle('三つ目');
  const { folder: shelf } = await list();
  const before = readdirSync(shelf!);
  const { drill } = must(await application.call('backups.drill', {}));
  expect(drill?.backups.map(({ outcome }) => outcome)).toEqual(['good', 'good']);
  expect((await list()).drill).toEqual(drill);
  expect(
    readdirSync(shelf!).filter((name) => !before.includes(name) && !name.startsWith('drill-')),
  ).toEqual([]);

  // Restored to an earlier state, the library goes another way: the backups are none the worse for it.
  const [, older] = (await list()).backups;
  must(await application.call('backups.restore', { name: older!.name }));
  await changedTitle('別の道');
  const again = must(await application.call('backups.drill', {}));
  expect(again.drill?.backups.map(({ outcome }) => outcome)).not.toContain('damaged');
});

test('the drill finds the latest backup damaged, says so, and a new one is made at once', async () => {
  await changedTitle('壊れる控え');
  const bad = await backedUp();
  flipBits(await pathOf(bad), '壊れる控え');
  const { drill } = must(await application.call('backups.drill', {}));
  expect(drill?.backups.map(({ outcome }) => outcome)).toContain('damaged');
  expect(application.sent).toContainEqual({
    name: 'backups.damaged',
    payload: { stamp: drill!.backups[0]!.stamp },
  });
  const { backups } = await list();
  expect(backups.map(({ name }) => name)).not.toContain(bad);
  expect(backups[0]).toMatchObject({ steps: 1 });
  const { drill: next } = must(await application.call('backups.drill', {}));
  expect(next?.backups[0]?.outcome).toBe('good');
});

test('what a backup holds is told with its last steps, and a row that was restored is taken back', async () => {
  await changedTitle('前の名前');
  const name = await backedUp();
  await changedTitle('今の名前');
  const looked = must(await application.call('backups.look', { name })).reports[0]!;
  expect(looked).toMatchObject({ now: 'other', stepsSince: 1 });
  expect(looked.last).toMatchObject([{ author: '試験担当', kind: 'do', step: { field: 'title', row: 1 } }]);
  const [row] = await rows();
  const restored = must(await application.call('backups.restoreRow', { name, report, row: row!.id }));
  expect((await rows())[0]!.title).toBe('前の名前');
  must(await application.call('backups.takeBack', restored));
  expect((await rows())[0]!.title).toBe('今の名前');

  // From the bin, and back into it; refused once something else was done.
  must(await application.call('reports.remove', { report }));
  const fromBin = must(await application.call('backups.restoreReport', { name, report }));
  expect(fromBin.was).toBe('in-bin');
  must(await application.call('backups.takeBack', fromBin));
  expect(must(await application.call('reports.listRemoved', {}))).toHaveLength(1);
  const again = must(await application.call('backups.restoreReport', { name, report }));
  await changedTitle('あとから');
  expect(mustFail(await application.call('backups.takeBack', again)).code).toBe('stale-edit');
  expect((await rows())[0]!.title).toBe('あとから');
});

test('where the library is lost, a new file is made of a backup that is looked at', async () => {
  await changedTitle('失われる前');
  const before = await rows();
  const name = await backedUp();
  must(await application.call('backups.view', { name }));
  application.files['create-library'] = join(folder, '新しい.sengen');
  expect(must(await application.call('backups.adopt', {}))).toMatchObject({
    name: '新しい.sengen',
    isBackup: false,
    isReadOnly: false,
  });
  expect(await rows()).toEqual(before);
  await changedTitle('続き');
  // It finds the backups of the library that it goes on from.
  expect((await list()).backups.map((each) => each.name)).toContain(name);
  must(await application.call('backups.view', { name }));
  expect(mustFail(await application.call('backups.adopt', {})).code).toBe('library-exists');
});
