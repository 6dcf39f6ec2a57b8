import type { ChildProcess } from 'node:child_process';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryWith, report } from '../data/sample-content.ts';
import { anotherPerson, kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { testBrowser } from '../support/test-window.ts';
import { complaints } from './axe.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { longTest } from '../support/long-test.ts';

/*
 * A browser keeps one storage for whatever library the program serves at an address: what was typed in one library
 * while nobody took it, seen from a copy of it.
 */

const newFolder = temporaryFolders();
const typed = '本体が止まってから書いた文。';
let context: BrowserContext;
let server: ChildProcess;
let port = '0';
let library: string;
let copy: string;

beforeEach(async () => {
  anotherPerson();
  context = await (await testBrowser()).newContext({ locale: 'ja-JP' });
  const folder = newFolder();
  library = join(folder, '報告.sengen');
  copy = join(folder, '写し.sengen');
  libraryWith(library, report());
  copyFileSync(library, copy);
  port = '0';
});
afterEach(async () => {
  await context.close();
  await kill(server);
});

/** Serves a library at the address at which the one before was; the address that lets a browser in. */
async function serve(path: string): Promise<string> {
  const served = await serveSengen(path, '--port', port);
  server = served.child;
  port = new URL(served.address).port;
  return served.address;
}

async function openList(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(await serve(path));
  await page.getByRole('link', { name: '教育文化部' }).first().waitFor();
  return page;
}

async function openReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: '教育文化部' }).first().click();
  await textbox(page, '取組内容').waitFor();
}

/** Types in the library when the program is dead, and closes the page. Both places of the browser hold it then. */
async function typeUnheard(): Promise<void> {
  const page = await openList(library);
  await openReport(page);
  await kill(server);
  await textbox(page, '取組内容').fill(typed);
  await expect.poll(() => page.evaluate(inDatabase)).toContain(typed);
  await page.close();
}

/** What the database of the browser holds of drafts, in the page; a page's own function, so it names nothing of this file. */
async function inDatabase(): Promise<string> {
  const opening = indexedDB.open('sengen.drafts');
  await new Promise((done) => opening.addEventListener('success', done));
  const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
  await new Promise((done) => reading.addEventListener('success', done));
  opening.result.close();
  return JSON.stringify(reading.result);
}

const strays = (page: Page) => page.getByRole('region', { name: '保存できていない書きかけがあります' });
const stored = async (page: Page) => (await storedReport(page)).initiatives[0]?.plan.join('\n');

test('the copy neither shows nor takes it, and the library gets it back', async () => {
  await typeUnheard();

  const other = await openList(copy);
  await openReport(other);
  const before = await stored(other);
  expect(before).not.toContain(typed);
  expect(await textbox(other, '取組内容').inputValue()).toBe(before);
  expect(await other.getByText('復元し').count()).toBe(0);
  // What is written in the copy, and seen on its list, takes nothing of the library away.
  await textbox(other, '取組内容').fill('写しに書いた文。');
  await expect.poll(() => stored(other)).toBe('写しに書いた文。');
  const asked = other.waitForResponse(/drafts\.stray/);
  await other.getByRole('link', { name: '報告の一覧' }).first().click();
  await asked;
  await other.getByRole('link', { name: '教育文化部' }).first().waitFor();
  expect(await strays(other).count()).toBe(0);
  await other.close();
  await kill(server);

  const again = await openList(library);
  expect(await strays(again).count()).toBe(0);
  await openReport(again);
  await again.getByText('前回保存できていなかった入力を復元し、保存しました。').first().waitFor();
  expect(await textbox(again, '取組内容').inputValue()).toBe(typed);
  expect(await stored(again)).toBe(typed);
});

longTest('a library that was renamed is told of it, and takes it when the person says so', async () => {
  await typeUnheard();
  const renamed = `${library.slice(0, -'.sengen'.length)}（部長確認）.sengen`;
  renameSync(library, renamed);

  const page = await openList(renamed);
  await strays(page).waitFor();
  const box = strays(page).getByRole('textbox', { name: /報告\.sengen：ファイルが見つかりません/ });
  expect(await box.inputValue()).toBe(typed);
  expect(await complaints(page)).toEqual({});
  await button(page, 'このファイルの報告に入れる').click();
  await textbox(page, '取組内容').waitFor();
  await expect.poll(() => textbox(page, '取組内容').inputValue()).toBe(typed);
  await expect.poll(() => stored(page)).toBe(typed);
  await page.getByRole('link', { name: '報告の一覧' }).first().click();
  await page.getByRole('link', { name: '教育文化部' }).first().waitFor();
  expect(await strays(page).count()).toBe(0);
});

longTest(
  'what an earlier version of the program left in the browser is found, and taken when the person says so',
  async () => {
    await typeUnheard();
    const address = await serve(library);
    const page = await context.newPage();
    // A page of the program's that runs nothing.
    await page.goto(`${new URL(address).origin}/icon.svg`);
    await page.evaluate(async () => {
      for (const key of Object.keys(localStorage).filter((each) => each.startsWith('sengen.draft.'))) {
        localStorage.removeItem(key);
      }
      const opening = indexedDB.open('sengen.drafts');
      await new Promise((done) => opening.addEventListener('success', done));
      const writing = opening.result.transaction('drafts', 'readwrite');
      const shelf = writing.objectStore('drafts');
      const reading = shelf.getAll();
      reading.addEventListener('success', () => {
        for (const draft of reading.result as Record<string, unknown>[]) {
          // As it was written before drafts named their library.
          delete draft['library'];
          shelf.put(draft);
        }
      });
      await new Promise((done) => writing.addEventListener('complete', done));
      opening.result.close();
    });

    await page.goto(address);
    const box = strays(page).getByRole('textbox', { name: /どのファイルの報告かは記録がありません/ });
    expect(await box.inputValue()).toBe(typed);
    expect(await stored(page)).not.toBe(typed);
    await button(page, 'このファイルの報告に入れる').click();
    await expect.poll(() => textbox(page, '取組内容').inputValue()).toBe(typed);
    await expect.poll(() => stored(page)).toBe(typed);
  },
);
