import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let list: string;

beforeEach(() => {
  folder = newFolder();
  list = join(folder, '自分用', 'recent-libraries.json');
});

function open(name: string): TestApplication {
  const application = openTestApplication(folder, name, list);
  onTestFinished(() => application.close());
  return application;
}

const recentOf = async (application: TestApplication) => must(await application.call('library.recent', {}));
const namesOf = async (application: TestApplication): Promise<string[]> =>
  (await recentOf(application)).map(({ name }) => name);

test('a file that was open before is listed, and opened again by one press', async () => {
  const application = open('総務部.sengen');
  expect(await recentOf(application)).toEqual([]);
  application.files['create-library'] = join(folder, '教育部.sengen');
  must(await application.call('library.create', {}));
  const [before, ...others] = await recentOf(application);
  expect(others).toEqual([]);
  expect(before).toMatchObject({ name: '総務部.sengen', folder, openedAt: '2026-05-01T00:00:00.000Z' });

  const opened = must(await application.call('library.openRecent', { id: before?.id ?? '' }));
  expect(opened.path).toBe(join(folder, '総務部.sengen'));
  expect(await namesOf(application)).toEqual(['教育部.sengen']);
});

test('the next start knows them, the latest first and each once', async () => {
  for (const name of ['一.sengen', '二.sengen', '一.sengen', '三.sengen']) await open(name).close();
  expect(await namesOf(open('四.sengen'))).toEqual(['三.sengen', '一.sengen', '二.sengen']);
});

test('no more are kept than a menu shows', async () => {
  for (let at = 1; at <= 12; at += 1) await open(`${at}.sengen`).close();
  expect(await namesOf(open('12.sengen'))).toEqual([11, 10, 9, 8, 7, 6, 5].map((at) => `${at}.sengen`));
});

test('one whose file is gone is refused by name, leaves the open one in use, and can be taken out', async () => {
  await open('前の部.sengen').close();
  const application = open('今の部.sengen');
  rmSync(join(folder, '前の部.sengen'));
  const [gone] = await recentOf(application);
  const id = gone?.id ?? '';
  expect(mustFail(await application.call('library.openRecent', { id }))).toEqual({
    code: 'library-missing',
    path: join(folder, '前の部.sengen'),
  });
  must(await application.call('reports.list', {}));
  must(await application.call('library.forgetRecent', { id }));
  expect(await recentOf(application)).toEqual([]);
  expect(mustFail(await application.call('library.openRecent', { id })).code).toBe('cancelled');
});

test.each([
  ['not JSON', '{"recent": ['],
  ['of another shape', '{"recent": [{"path": 3}]}'],
  ['empty', ''],
])('a list that is %s is begun anew', async (_what, content) => {
  mkdirSync(join(folder, '自分用'));
  writeFileSync(list, content);
  await open('総務部.sengen').close();
  expect(await namesOf(open('教育部.sengen'))).toEqual(['総務部.sengen']);
  await open('教育部.sengen').close();
});

test('where the list can’t be written, the program goes on', async () => {
  mkdirSync(join(folder, '自分用'));
  writeFileSync(list, '{"recent": []}');
  chmodSync(list, 0o444);
  const application = open('総務部.sengen');
  must(await application.call('reports.list', {}));
  await application.close();
  expect(readFileSync(list, 'utf8')).toBe('{"recent": []}');
});
