import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupName } from '../../main/backup/backup-name.ts';
import { BackupShelf } from '../../main/backup/backup-shelf.ts';
import { makeBackup } from '../../main/backup/make-backup.ts';
import { SecondPlace } from '../../main/backup/second-place.ts';
import { now, valueOf } from '../data/sample-content.ts';
import { temporaryFolder } from '../data/temporary-folder.ts';
import { flipBits } from './flip-bits.ts';
import { libraryIn, rename } from './library-in.ts';

async function placesIn(folder: string) {
  const { library, content } = libraryIn(folder);
  const [backups, stick] = [join(folder, '控え'), join(folder, 'USB')];
  mkdirSync(stick);
  let changes = 0;
  const second = new SecondPlace(backups, () => (changes += 1));
  const first = new BackupShelf(backups, library);
  let count = 0;
  const make = async (reason: 'work' | 'sign-off' = 'work') => {
    count += 1;
    rename(library, content, count % 3, `変更${count}`);
    valueOf(await makeBackup(library, first, reason, now()));
  };
  const names = async () => (await first.list()).map(({ name }) => name);
  const there = async () => (await second.shelf(library)!.list()).map(({ name }) => name);
  return { library, backups, stick, second, first, make, names, there, changes: () => changes };
}

test('the second place holds what the first does, byte for byte and for its owner alone, and is remembered', async () => {
  const { library, stick, backups, second, first, make, names, there } = await placesIn(temporaryFolder());
  await make();
  await make();
  expect(second.state).toEqual({ kind: 'none' });
  valueOf(await second.choose(stick));
  await second.bringUp(library);
  expect(second.state).toEqual({ kind: 'held' });
  expect(await there()).toEqual(await names());
  const shelf = second.shelf(library)!;
  for (const { name, path } of await shelf.list()) {
    expect(readFileSync(path).equals(readFileSync(join(first.folder, name)))).toBe(true);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o400);
  }
  if (process.platform !== 'win32') expect(statSync(shelf.folder).mode & 0o777).toBe(0o700);
  expect(second.held.map(({ name }) => name)).toEqual(await names());
  // The next start of the program knows it.
  expect(new SecondPlace(backups, () => undefined).folder).toBe(stick);
  await second.leave();
  expect(second.state).toEqual({ kind: 'none' });
  expect(await shelf.list()).toHaveLength(2);
  expect(new SecondPlace(backups, () => undefined).folder).toBeNull();
});

test('a stick that is pulled is told, is never written beside, and is caught up when it is back', async () => {
  const folder = temporaryFolder();
  const { library, stick, second, make, names, there, changes } = await placesIn(folder);
  valueOf(await second.choose(stick));
  await make();
  await second.bringUp(library);
  renameSync(stick, join(folder, 'pulled'));
  // As with a mount point: the folder is there, and the stick is not.
  mkdirSync(stick);
  await make();
  const before = changes();
  await second.bringUp(library);
  expect(second.state).toEqual({ kind: 'absent' });
  expect(second.held).toEqual([]);
  expect(changes()).toBe(before + 1);
  expect(readdirSync(stick)).toEqual([]);
  renameSync(stick, join(folder, 'empty'));
  renameSync(join(folder, 'pulled'), stick);
  await second.bringUp(library);
  expect(second.state).toEqual({ kind: 'held' });
  expect(await there()).toEqual(await names());
  expect(await there()).toHaveLength(2);
});

test('the second place keeps by the rule, and what need not be kept is not copied again', async () => {
  const { library, stick, second, first, make, there } = await placesIn(temporaryFolder());
  valueOf(await second.choose(stick));
  await make('sign-off');
  // The same state under other numbers: it counts once, and for ever where it was signed.
  const [signed] = await first.list();
  const again = (number: number, reason: 'work' | 'sign-off') =>
    copyFileSync(signed!.path, join(first.folder, backupName({ ...signed!, number, reason })));
  again(2, 'work');
  again(3, 'work');
  again(4, 'sign-off');
  await second.bringUp(library);
  expect((await second.shelf(library)!.list()).map(({ number }) => number)).toEqual([4, 1]);
  const folder = second.shelf(library)!.folder;
  const files = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).ino]);
  const before = files();
  await second.bringUp(library);
  expect(files()).toEqual(before);
  // The first is lost with its disk, and begins anew: nothing goes from the second for that.
  for (const { path } of await first.list()) renameSync(path, `${path}.gone`);
  await make();
  await second.bringUp(library);
  expect(await there()).toHaveLength(3);
});

test('what is damaged in the first place is not spread to the second', async () => {
  const { library, stick, second, first, make, there } = await placesIn(temporaryFolder());
  valueOf(await second.choose(stick));
  await make();
  await make();
  const [latest, older] = await first.list();
  flipBits(latest!.path, '港の見回り');
  await second.bringUp(library);
  expect(await there()).toEqual([older!.name]);
});

test.skipIf(process.platform === 'win32')(
  'a place that takes no writes, that is the first, or that is gone can not be chosen',
  async () => {
    const folder = temporaryFolder();
    const { backups, stick, second } = await placesIn(folder);
    mkdirSync(join(backups, '中'), { recursive: true });
    for (const place of [backups, join(backups, '中'), folder])
      expect(await second.choose(place)).toMatchObject({
        ok: false,
        failure: { code: 'second-place-is-first' },
      });
    expect(await second.choose(join(folder, 'なし'))).toMatchObject({
      ok: false,
      failure: { code: 'target-folder-missing' },
    });
    writeFileSync(join(stick, '目標宣言の控え'), 'a file where the folder should be');
    expect((await second.choose(stick)).ok).toBe(false);
    expect(second.folder).toBeNull();
    expect(existsSync(join(backups, 'second-place.json'))).toBe(false);
  },
);

test('closing waits for the second place, and not longer than it is told', async () => {
  const { library, stick, second, make, there } = await placesIn(temporaryFolder());
  valueOf(await second.choose(stick));
  await make();
  void second.bringUp(library);
  await second.settled(60_000);
  expect(await there()).toHaveLength(1);
  await make();
  void second.bringUp(library);
  await second.settled(0);
  const left = await second.shelf(library)!.list();
  expect(left.length).toBeGreaterThanOrEqual(1);
  // Whatever was cut off is caught up.
  await second.bringUp(library);
  expect(await there()).toHaveLength(2);
  expect(readdirSync(second.shelf(library)!.folder).filter((name) => name.startsWith('~'))).toEqual([]);
});
