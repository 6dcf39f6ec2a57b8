import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryWith, report } from '../data/sample-content.ts';
import { kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { testBrowser } from '../support/test-window.ts';
import { complaints } from './axe.ts';
import { button, textbox } from './start-report.ts';
import { waitUntilSaved } from './type-report.ts';
import { longTest } from '../support/long-test.ts';

/* What the program does for the backups and the library by itself, as a person sees it on the page. */

const newFolder = temporaryFolders();
let folder: string;
let library: string;
let context: BrowserContext;
let server: ChildProcess | null = null;

beforeEach(async () => {
  folder = newFolder();
  library = join(folder, '報告.sengen');
  libraryWith(library, report());
  context = await (await testBrowser()).newContext({ locale: 'ja-JP' });
});
afterEach(async () => {
  await context.close();
  if (server !== null) await kill(server);
  server = null;
});

async function open(): Promise<Page> {
  const served = await serveSengen(library, '--port', '0');
  server = served.child;
  const page = await context.newPage();
  await page.goto(served.address);
  await page.getByRole('link', { name: '教育文化部' }).first().waitFor();
  return page;
}

/** The page of backups, once one was made by hand. */
async function openBackups(): Promise<Page> {
  const page = await open();
  await page.goto(new URL('#/backups', page.url()).href);
  await button(page, '今すぐ控えを作る').click();
  await page
    .getByText(/控えを作りました。|控えは、すでにあります。/)
    .first()
    .waitFor();
  await page.getByRole('list', { name: '控えの一覧' }).getByRole('listitem').first().waitFor();
  return page;
}

/** What stands behind a name on the page of backups. */
const fact = (page: Page, name: string) =>
  page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]');

async function chooseSecond(page: Page, place: string): Promise<void> {
  await button(page, '二つ目の場所を選ぶ').click();
  const dialog = page.getByRole('dialog', { name: '控えの二つ目の場所を選ぶ' });
  await dialog.getByRole('textbox').first().fill(place);
  await dialog.getByRole('button', { name: 'この場所にする' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a second place that is chosen gets the backups; taken away it is told, and back it is caught up', async () => {
  const stick = join(folder, 'USBメモリー');
  mkdirSync(stick);
  const page = await openBackups();
  const second = fact(page, '二つ目の場所');
  expect(await second.innerText()).toContain('まだ選んでいません');
  await chooseSecond(page, stick);
  await second.getByText(stick).waitFor();
  await second.getByText('控えまで写してあります').waitFor();
  expect(await second.innerText()).toContain('同じディスクにあります');
  expect(await complaints(page)).toEqual({});
  expect(readdirSync(stick)).not.toEqual([]);

  const elsewhere = join(folder, '抜いたUSBメモリー');
  renameSync(stick, elsewhere);
  await page.reload();
  await second.getByText('今は見つかりません').waitFor();
  expect(await second.innerText()).toContain('これまでどおり作られています');
  renameSync(elsewhere, stick);
  await page.reload();
  await second.getByText('控えまで写してあります').waitFor();

  await button(page, '二つ目の場所に写すのをやめる').click();
  await second.getByText('まだ選んでいません').waitFor();
  // What was copied there stays.
  expect(existsSync(stick) && readdirSync(stick).length > 0).toBe(true);
});

longTest(
  'a drill says what it tried and found; a backup that was damaged leaves the list and stays on the disk',
  async () => {
    const page = await openBackups();
    const drill = fact(page, '控えの点検');
    expect(await drill.innerText()).toContain('まだ行っていません');
    await button(page, '今すぐ控えを点検する').click();
    await drill.getByText('内容に問題はありませんでした。').waitFor();
    expect(await drill.innerText()).toMatch(/控え \d+件を試しに復元して確かめました/);

    // The disk damages all that there are.
    const shelf = await fact(page, '控えのある場所').innerText();
    const list = page.getByRole('list', { name: '控えの一覧' });
    const whole = (): number => readdirSync(shelf).filter((name) => name.endsWith('.sengen')).length;
    for (const name of readdirSync(shelf).filter((each) => each.endsWith('.sengen'))) {
      const bytes = readFileSync(join(shelf, name));
      bytes.fill(0x5a, 8192, 12_288);
      chmodSync(join(shelf, name), 0o600);
      writeFileSync(join(shelf, name), bytes);
    }
    await button(page, '今すぐ控えを点検する').click();
    await drill.getByText('控えは壊れていたため、一覧から外しました').waitFor();
    expect(await drill.innerText()).toContain('今のファイルとほかの控えはそのままです');
    expect(readdirSync(shelf).filter((name) => name.endsWith('.damaged'))).not.toEqual([]);
    await page.reload();
    await drill.waitFor();
    await expect
      .poll(() => list.getByRole('button', { name: /の控えの中身を見る$/ }).count())
      .toBe(whole());
  },
);

longTest(
  'a letter that the disk has changed is given back, and the person is told which, until they have seen it',
  async () => {
    const first = await open();
    await first.getByRole('link', { name: '教育文化部' }).first().click();
    await textbox(first, '取組名').fill('図書館の移動計画を見直す');
    await waitUntilSaved(first);
    await first.close();
    await kill(server!);
    const bytes = readFileSync(library);
    // 計 becomes 訉, by one bit, in the row: behind a step's text stands its end.
    const text = Buffer.from('図書館の移動計画を見直す');
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
      if (bytes[at + text.length] === 0x22) continue;
      const letter = at + Buffer.byteLength('図書館の移動') + 2;
      bytes[letter] = bytes[letter]! ^ 1;
      break;
    }
    writeFileSync(library, bytes);

    const page = await open();
    const notice = page.getByText(/保存したときの文に戻しました/).first();
    await notice.waitFor();
    expect(await notice.innerText()).toContain('図書館の移動計画を見直す');
    expect(await notice.innerText()).toContain('として同じフォルダーに残してあります');
    expect(readdirSync(folder).filter((name) => name.endsWith('.sengen')).length).toBe(2);
    await page.reload();
    await notice.waitFor();
    await button(page, '確認しました').click();
    await button(page, '確認しました').waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('link', { name: '教育文化部' }).first().click();
    await expect.poll(() => textbox(page, '取組名').inputValue()).toBe('図書館の移動計画を見直す');
    expect(await button(page, '確認しました').count()).toBe(0);
  },
);
