import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { libraryWith, report } from '../data/sample-content.ts';
import { anotherPerson, kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { testBrowser } from '../support/test-window.ts';
import { complaints } from './axe.ts';
import { openSide } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { longTest } from '../support/long-test.ts';

/*
 * What is typed beside a report's fields and not sent yet, through the death of the page, of the browser and of the
 * program.
 */

const newFolder = temporaryFolders();
let context: BrowserContext;
let server: ChildProcess;
let library: string;

beforeEach(async () => {
  anotherPerson();
  context = await newBrowser();
  library = join(newFolder(), '報告.sengen');
  libraryWith(library, report());
});
afterEach(async () => {
  await context.close();
  await kill(server);
});

/** A browser of its own, as far as what it stores goes. */
async function newBrowser(): Promise<BrowserContext> {
  return (await testBrowser()).newContext({ locale: 'ja-JP' });
}

async function openReport(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('link', { name: '教育文化部' }).first().click();
  await textbox(page, '取組内容').waitFor();
  return page;
}

async function serve(): Promise<string> {
  const served = await serveSengen(library);
  server = served.child;
  return served.address;
}

/** Begins a comment on the name of the first row, and a reason for which it was not signed yet. */
async function writeComment(page: Page, text: string): Promise<void> {
  await textbox(page, '取組名').focus();
  await page.keyboard.press('Control+Alt+m');
  await page.getByRole('region', { name: 'No.1 取組名へのコメント' }).waitFor();
  await page.keyboard.type(text);
}

async function openSigning(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /実行したいこと/ }).fill('決裁');
  await page
    .getByRole('option', { name: /決裁.*記録/ })
    .first()
    .click();
  await textbox(page, '備考').waitFor();
}

const comment = (page: Page) =>
  page.getByRole('region', { name: 'No.1 取組名へのコメント' }).getByRole('textbox', { name: 'コメント' });
const left = (page: Page) => page.getByRole('region', { name: '送る前の文が残っています' });

/** Main has been told of a draft in which a text does not stand any more: until then a new page is given it once more. */
async function withoutText(page: Page, text: string, work: () => Promise<void>): Promise<void> {
  const told = page.waitForResponse(
    (response) =>
      response.url().endsWith('drafts.keep') && !(response.request().postData() ?? text).includes(text),
  );
  await work();
  await told;
}

test('a page that crashes gives back the comment, and what stood in a dialog', async () => {
  const page = await openReport(await serve());
  await openSigning(page);
  await textbox(page, '備考').fill('議会の前に一度見せる。');
  await page.keyboard.press('Escape');
  await writeComment(page, 'この名前で良いです');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await context.newPage();
  await again.goto(page.url());
  await textbox(again, '取組内容').waitFor();
  // The side pane stands open with the comments, as it was left: the box says by itself what it holds.
  await expect.poll(() => comment(again).inputValue()).toBe('この名前で良いです');
  const note = left(again).getByRole('textbox', { name: '「備考」に入力した文' });
  expect(await note.inputValue()).toBe('議会の前に一度見せる。');
  expect(await complaints(again)).toEqual({});
  await openSigning(again);
  expect(await textbox(again, '備考').inputValue()).toBe('議会の前に一度見せる。');
  await again.keyboard.press('Escape');
  await left(again).waitFor({ state: 'detached' });

  // Sent, it is a draft no more.
  await comment(again).press('End');
  await again.keyboard.type('か。');
  await withoutText(again, 'この名前で', () => again.keyboard.press('Control+Enter'));
  await again
    .getByRole('listitem', { name: 'No.1 取組名のコメント 1' })
    .getByText('この名前で良いですか。')
    .waitFor();
  await again.reload();
  await textbox(again, '取組内容').waitFor();
  await left(again).getByRole('textbox', { name: '「備考」に入力した文' }).waitFor();
  expect(await left(again).getByRole('textbox').count()).toBe(1);
  await withoutText(again, '議会の前', () => button(again, '要らないので消す：備考').click());
  await left(again).waitFor({ state: 'detached' });
  await again.reload();
  await textbox(again, '取組内容').waitFor();
  await openSide(again, 'コメント');
  await again.getByRole('listitem', { name: 'No.1 取組名のコメント 1' }).waitFor();
  expect(await left(again).count()).toBe(0);
  expect(await comment(again).count()).toBe(0);
});

longTest(
  'a program and a browser that die together give it back, in another browser at another port',
  async () => {
    const page = await openReport(await serve());
    const kept = page.waitForResponse(
      async (response) =>
        response.url().endsWith('drafts.keep') &&
        (response.request().postData() ?? '').includes('電源が切れる前'),
    );
    await writeComment(page, '電源が切れる前');
    await kept;
    await kill(server);
    await context.close();

    context = await newBrowser();
    const again = await openReport(await serve());
    await openSide(again, 'コメント');
    await expect.poll(() => comment(again).inputValue()).toBe('電源が切れる前');
  },
);
