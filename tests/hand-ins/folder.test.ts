import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadlineDay } from '../../shared/model/deadline-day.ts';
import { isLate, mayBeHandIn } from '../../main/domain/folder-of-hand-ins.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { validateWord } from '../support/validate-word.ts';

const newFolder = temporaryFolders();
const section = '市民窓口課';

let folder: string;
let share: string;
let report: string;
const open: TestApplication[] = [];

beforeEach(() => {
  folder = newFolder();
  share = join(folder, '提出用');
  mkdirSync(share);
});
afterEach(async () => {
  for (const application of open.splice(0)) await application.close();
});

test('a deadline names a day however it is written', () => {
  const days = [
    '令和 8 年 4 月 30 日（木）17時まで',
    'Ｒ８．４．３０',
    '2026/4/30',
    '2026-04-30',
    '４月３０日',
    '4/30 17:00',
    '平成31年4月30日',
    '令和元年5月1日',
    '1月10日',
    '2月30日',
    '後日連絡',
    '',
  ].map((text) => deadlineDay(text, '2026-05-02'));
  const day = '2026-04-30';
  expect(days).toEqual([
    ...[day, day, day, day, day, day],
    '2019-04-30',
    '2019-05-01',
    '2027-01-10',
    null,
    null,
    null,
  ]);
  expect(isLate('4月30日', '2026-04-30')).toBe(false);
  expect(isLate('4月30日', '2026-05-01')).toBe(true);
  expect(isLate('追って', '2026-05-01')).toBeNull();
});

test('what is being written, kept beside by Word, or of another kind is no hand-in', () => {
  const names = [
    '提出.sengen-part',
    '提出.DOCX',
    '~$提出.docx',
    '~sengen-ab1-2c-0a1b2c3d.tmp',
    '.DS_Store',
  ];
  expect(
    [...names, 'Thumbs.db', '一覧.xlsx', '部.sengen', '提出.sengen-part.tmp'].map(mayBeHandIn),
  ).toEqual([...[true, true, false, false, false], ...[false, false, false, false]]);
});

test('the folder says what arrived, from whom, which, late or not, taken or not; it may go away and come back', async () => {
  const compiler = opened('取りまとめ.sengen', { lookEvery: 5 });
  ({ report } = must(await compiler.call('sample.add', {})));
  expect(mustFail(await list(compiler))).toEqual({ code: 'cancelled' });
  compiler.files['hand-in-folder'] = share;
  compiler.files.export = join(folder, '配布.sengen-part');
  must(await compiler.call('parts.giveOut', { report, section, deadline: '2026年4月30日' }));
  const own = opened('課.sengen');
  own.files['take-part'] = compiler.files.export;
  own.files['hand-in-folder'] = share;
  must(await own.call('parts.begin', {}));

  const first = await drop(own, '一回目', '2026-04-29T12:00:00Z');
  expect(first).toMatch(/^提出_.*_市民窓口課_\d{14}_[0-9a-f]{8}\.sengen-part$/u);
  writeFileSync(join(share, '途中.sengen-part'), readFileSync(join(share, first)).subarray(0, 400));
  writeFileSync(join(share, '~sengen-ab1-2c-0a1b2c3d.tmp'), 'x');
  writeFileSync(join(share, '一覧.xlsx'), 'x');
  writeFileSync(join(share, '部.sengen'), 'x');
  const one = must(await list(compiler));
  expect(one).toMatchObject({ folder: share, away: false });
  expect(one.files.map(({ fileName, state, nth, late }) => [fileName, state, nth, late])).toEqual([
    [first, 'new', 1, false],
    ['途中.sengen-part', 'arriving', null, null],
  ]);
  expect(one.files[0]?.looked).toMatchObject({ section, note: '一回目', revision: 1, by: '試験担当' });
  expect(one.waiting).not.toContain(section);
  // It stays as it is: it is broken. Whole, it is read.
  expect(must(await list(compiler)).files[1]).toMatchObject({
    state: 'refused',
    failure: { code: 'part-refused', why: 'broken' },
  });
  renameSync(join(share, '途中.sengen-part'), join(folder, '途中.sengen-part'));

  const second = await drop(own, '二回目', '2026-05-01T12:00:00Z');
  const two = must(await list(compiler));
  const files = two.files.toSorted((file, other) => (file.nth ?? 0) - (other.nth ?? 0));
  expect(files.map(({ fileName, state, nth, late }) => [fileName, state, nth, late])).toEqual([
    [first, 'superseded', 1, false],
    [second, 'new', 2, true],
  ]);
  const part = files[1]?.looked?.part ?? '';
  expect(must(await compiler.call('parts.takeIn', { part }))).toMatchObject({
    known: false,
    section,
  });
  expect(must(await list(compiler)).files.map(({ state }) => state)).toEqual(['taken', 'taken']);

  // The share goes away in the middle: what was there stays known, it is said once, and goes on when it is back.
  compiler.sent.length = 0;
  renameSync(share, join(folder, '離れた'));
  await until(() => changes(compiler).length === 1);
  const away = must(await list(compiler));
  expect([away.away, away.files.map(({ state }) => state)]).toEqual([true, ['taken', 'taken']]);
  renameSync(join(folder, '離れた'), share);
  await until(() => changes(compiler).length === 2);
  expect(changes(compiler)).toEqual([{ away: true }, { away: false }]);
  expect(must(await list(compiler)).away).toBe(false);
  expect(readdirSync(share).filter((name) => name.includes('sengen') && !name.endsWith('-part'))).toEqual(
    ['部.sengen', '~sengen-ab1-2c-0a1b2c3d.tmp'].sort(),
  );
});

test('the command lists the folder and takes in what is new; the receipt says what came of it', async () => {
  const library = join(folder, '部.sengen');
  const compiler = opened('部.sengen');
  ({ report } = must(await compiler.call('sample.add', {})));
  await closeAll();
  const run = runSengenHere;
  const word = ['give-out', library, '--section', section, '--word'];
  expect((await run(...word, '--to-folder', share)).code).toBe(0);
  expect((await run(...word, join(folder, 'a.docx'), '--to-folder', share)).code).toBe(2);
  const part = join(folder, '配布.sengen-part');
  expect(
    (await run('give-out', library, '--section', section, part, '--deadline', '2020年4月30日')).code,
  ).toBe(0);
  expect((await run('begin', join(folder, '課.sengen'), part)).code).toBe(0);
  expect(
    (await run('hand-in', join(folder, '課.sengen'), '--section', section, '--to-folder', share)).code,
  ).toBe(0);
  expect((await run('receipt', library, '--section', section, join(folder, '受領書.docx'))).code).toBe(2);

  const listed = await run('inbox', library, share, '--json');
  expect(listed.code).toBe(1);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    files: [
      { state: 'new', section, nth: 1, late: true, deadline: '2020年4月30日', byTitle: false },
      { state: 'given-out', section, late: null },
    ],
  });
  const taken = await run('inbox', library, share, '--take');
  expect(taken).toMatchObject({ code: 0, stdout: expect.stringContaining('取込済') as string });
  expect(await run('inbox', library, join(folder, 'ない'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('つながりません') as string,
  });
  const receipt = join(folder, '受領書.docx');
  expect((await run('receipt', library, '--section', section, receipt)).code).toBe(0);
  const bytes = readFileSync(receipt);
  expect(await validateWord(bytes)).toEqual([]);
  const text = JSON.stringify(must(await readWordDocument(bytes)).body);
  for (const said of ['受領書', '市民窓口課 御中', '照合番号', '記入が不足している箇所'])
    expect(text).toContain(said);
});

function opened(name: string, more: Parameters<typeof openTestApplication>[5] = {}): TestApplication {
  const application = openTestApplication(folder, name, undefined, undefined, undefined, {
    ...more,
  });
  open.push(application);
  return application;
}

async function closeAll(): Promise<void> {
  for (const application of open.splice(0)) await application.close();
}

function list(application: TestApplication) {
  return application.call('handIns.folder', { report });
}

/** Hands in to the share; answers the file's name. `at`: when the share says that it came. */
async function drop(own: TestApplication, note: string, at: string): Promise<string> {
  const before = readdirSync(share);
  must(await own.call('parts.handIn', { report, section, note, toFolder: true }));
  const name = readdirSync(share).find((each) => !before.includes(each)) ?? '';
  utimesSync(join(share, name), new Date(at), new Date(at));
  return name;
}

function changes({ sent }: TestApplication): unknown[] {
  return sent.filter(({ name }) => name === 'handIns.changed').map(({ payload }) => payload);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
