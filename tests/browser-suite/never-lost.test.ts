import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWayIn } from '../../scripts/window/way-in.ts';
import { libraryWith, report } from '../data/sample-content.ts';
import { kill, serveSengen } from '../support/run-sengen.ts';
import { smallDisk } from '../support/small-disk.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { cleanSharedWindow, sharedWindow, testBrowser } from '../support/test-window.ts';
import { windowSizes, viewportOf } from '../support/window-sizes.ts';
import { startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';
import { howMany } from '../support/how-many.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();
let context: BrowserContext;
/** The window that tests share, for the first page of one that neither closes nor crashes it. */
let shared: Page;
let server: ChildProcess;
let address = '';
let library: string;

/** Always at the same address: what the browser keeps of the page's scripts and fonts is read anew for no test. */
const start = async (): Promise<void> => {
  const port = address === '' ? '0' : new URL(address).port;
  const served = await serveSengen(library, '--port', port);
  ({ child: server, address } = served);
};
const open = async (page: Page): Promise<Page> => {
  await page.goto(address);
  return page;
};
const openAnother = async (): Promise<Page> => open(await context.newPage());
const openReport = async (): Promise<Page> => {
  const page = await openAnother();
  await page
    .getByRole('link', { name: /くらし安心部/ })
    .first()
    .click();
  // The view is remembered: the form, or the table.
  await textbox(page, '取組内容').or(page.getByRole('table')).first().waitFor();
  return page;
};
const storedRow = async (page: Page) => (await storedReport(page)).initiatives[0];
/** Opens a cell of the first row in the table. */
const openCell = async (page: Page, cell: string): Promise<void> => {
  await page.getByRole('button', { name: '表全体', exact: true }).click();
  await page.getByRole('button', { name: `No.1 ${cell}を編集` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table').getByRole('textbox').first().waitFor();
};
const putIn = (page: Page) => page.getByRole('button', { name: /^この文に置き換える/ });
const unsaved = (page: Page) => page.getByText(/保存できて?いません|保存できません/).first();

describe.each(windowSizes())('at $name', (size) => {
  beforeEach(async () => {
    shared = await sharedWindow(size);
    context = shared.context();
  });
  afterEach(async () => {
    await cleanSharedWindow(new URL(address).origin);
    await kill(server);
  });

  describe('a program that dies under the page', () => {
    beforeEach(async () => {
      library = join(newFolder(), '報告.sengen');
      await start();
    });

    test('leaves the text there and says so; started again, it stores all that was typed meanwhile', async () => {
      const page = await open(shared);
      await startSample(page);
      const plan = textbox(page, '取組内容');
      await plan.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('停止の前に書いた文。');
      await kill(server);
      await page.keyboard.press('Enter');
      await page.keyboard.type('停止の後に書いた文。');
      await unsaved(page).waitFor();
      expect(await plan.inputValue()).toBe('停止の前に書いた文。\n停止の後に書いた文。');
      await textbox(page, '取組結果').fill('ほかの欄にも書いた文。');
      expect(await unsaved(page).isVisible()).toBe(true);

      await start();
      const again = await openAnother();
      await again
        .getByRole('link', { name: /くらし安心部/ })
        .first()
        .waitFor();
      await waitUntilSaved(page);
      expect(await storedRow(again)).toMatchObject({
        plan: ['停止の前に書いた文。', '停止の後に書いた文。'],
        results: ['ほかの欄にも書いた文。'],
      });
      expect(await plan.inputValue()).toBe('停止の前に書いた文。\n停止の後に書いた文。');
    });

    longTest(
      'lets its browser go on by itself when it is started again, and tells another one what to do',
      async () => {
        // As the program's own window comes in: from a file, which is another site.
        const page = await context.newPage();
        const wayIn = writeWayIn(newFolder(), address);
        await page.goto(wayIn.address);
        await startSample(page);
        wayIn.remove();
        expect(page.url()).not.toContain('code');
        expect(await page.evaluate(() => [document.cookie, sessionStorage.length])).toEqual(['', 0]);
        await page.reload();
        await textbox(page, '取組内容').waitFor();
        await kill(server);
        await page.getByText('本体とつながっていません').waitFor();
        await textbox(page, '取組内容').fill('起動し直す前に書いた文。');
        // The line at the top says that it is not stored; why, the notice alone.
        await page.getByText('保存できません', { exact: true }).waitFor();
        expect(await page.getByText('保存できていません', { exact: true }).count()).toBe(0);
        await start();
        await page.getByText('本体とつながっていません').waitFor({ state: 'detached' });
        await waitUntilSaved(page);
        expect((await storedRow(page))?.plan).toEqual(['起動し直す前に書いた文。']);

        // One window more of this browser comes in without a code; another browser does not, not even by the code.
        const second = await context.newPage();
        await second.goto(new URL(address).origin);
        await second
          .getByRole('link', { name: /くらし安心部/ })
          .first()
          .waitFor();
        await openAnother();
        const other = await (
          await testBrowser()
        ).newContext({ viewport: viewportOf(size), locale: 'ja-JP' });
        const stranger = await other.newPage();
        await stranger.goto(address);
        const told = stranger.getByRole('alert').filter({ hasText: 'つながっていません' });
        await told.waitFor();
        expect(await told.innerText()).toMatch(/一度だけ使えます.*もう一度起動し、新しいアドレス/s);
        expect(await stranger.getByText('一度だけ使えます').count()).toBe(1);
        await other.close();
      },
    );

    longTest('and a page closed with it: what was typed is stored at the next start', async () => {
      const page = await openAnother();
      await startSample(page);
      await waitUntilSaved(page);
      await kill(server);
      await textbox(page, '取組内容').fill('誰も受け取らなかった文。');
      await page.close();
      await start();
      const again = await openReport();
      await again.getByText('前回保存できていなかった入力を復元し、保存しました。').first().waitFor();
      expect(await textbox(again, '取組内容').inputValue()).toBe('誰も受け取らなかった文。');
      expect((await storedRow(again))?.plan).toEqual(['誰も受け取らなかった文。']);
    });

    longTest(
      'while a cell of the table is typed in: the cell keeps it and says so, and it is stored',
      async () => {
        const page = await openAnother();
        await startSample(page);
        await openCell(page, '取組内容');
        await kill(server);
        await page.keyboard.press('Control+a');
        await page.keyboard.type('表の中で書いた文。');
        await unsaved(page).waitFor();
        expect(await page.getByRole('table').getByRole('textbox').first().inputValue()).toBe(
          '表の中で書いた文。',
        );
        await page.close();
        await start();
        const again = await openReport();
        expect((await storedRow(again))?.plan).toEqual(['表の中で書いた文。']);
      },
    );

    test.each(['the form', 'the table'].slice(0, howMany({ usual: 1, long: 2 })))(
      'a page that crashes while %s is typed in loses nothing',
      async (view) => {
        const page = await openAnother();
        await startSample(page);
        await waitUntilSaved(page);
        if (view === 'the table') await openCell(page, '取組内容');
        else await textbox(page, '取組内容').click();
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText('落ちる直前の文。');
        const crashed = page.waitForEvent('crash');
        const session = await context.newCDPSession(page);
        // It answers nothing any more.
        void session.send('Page.crash').catch(() => undefined);
        await crashed;
        const again = await openReport();
        await expect.poll(async () => (await storedRow(again))?.plan).toEqual(['落ちる直前の文。']);
      },
    );

    test('a page that is closed in the middle of a word leaves it stored', async () => {
      const page = await openAnother();
      await startSample(page);
      await textbox(page, '取組内容').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('閉じる直前の文');
      await page.close({ runBeforeUnload: false });
      const again = await openReport();
      await expect.poll(() => textbox(again, '取組内容').inputValue()).toBe('閉じる直前の文');
    });
  });

  longTest(
    'a journal of another file that lies beside the library: the page says where it is kept',
    async () => {
      library = join(newFolder(), '報告.sengen');
      libraryWith(library, report());
      writeFileSync(`${library}-journal`, '別のファイルの残り');
      await start();
      const page = await open(shared);
      const told = page.getByText(`「${library}-journal.old」という名前に変えて残しました`, {
        exact: false,
      });
      await told.first().waitFor();
      await page.getByRole('button', { name: '閉じる', exact: true }).click();
      await told.first().waitFor({ state: 'hidden' });
      await page.getByRole('link', { name: '教育文化部' }).first().waitFor();
      expect(readFileSync(`${library}-journal.old`, 'utf8')).toBe('別のファイルの残り');
    },
  );

  describe('two windows', () => {
    beforeEach(async () => {
      library = join(newFolder(), '報告.sengen');
      await start();
    });

    longTest('that write in different fields both see both', async () => {
      const one = await open(shared);
      await startSample(one);
      const other = await openReport();
      await Promise.all([
        textbox(one, '取組内容').pressSequentially('一', { delay: 30 }),
        textbox(other, '取組結果').pressSequentially('二', { delay: 30 }),
      ]);
      for (let at = 0; at < 15; at += 1) {
        await textbox(one, '取組内容').press('End');
        await textbox(one, '取組内容').pressSequentially('い');
        await textbox(other, '取組結果').press('End');
        await textbox(other, '取組結果').pressSequentially('ろ');
      }
      await waitUntilSaved(one);
      await waitUntilSaved(other);
      await expect
        .poll(() => textbox(one, '取組結果').inputValue())
        .toBe(await textbox(other, '取組結果').inputValue());
      await expect
        .poll(() => textbox(other, '取組内容').inputValue())
        .toBe(await textbox(one, '取組内容').inputValue());
      expect((await textbox(one, '取組内容').inputValue()).split('い').length).toBeGreaterThanOrEqual(16);
      expect((await textbox(one, '取組結果').inputValue()).split('ろ').length).toBeGreaterThanOrEqual(16);
      expect(await one.getByText('反映できなかった入力があります').count()).toBe(0);
    });

    test('that write in the same field: one is stored, the other is kept beside it', async () => {
      const one = await open(shared);
      await startSample(one);
      await waitUntilSaved(one);
      const other = await openReport();
      await Promise.all([
        textbox(one, '取組内容').fill('一つ目の画面の文。'),
        textbox(other, '取組内容').fill('二つ目の画面の文。'),
      ]);
      await waitUntilSaved(one);
      await waitUntilSaved(other);
      const written = async (page: Page): Promise<string[]> => [
        await textbox(page, '取組内容').inputValue(),
        ...(await page
          .getByRole('textbox', { name: 'No.1 取組内容に入力した文' })
          .all()
          .then((all) => Promise.all(all.map((each) => each.inputValue())))),
      ];
      await expect
        .poll(async () => new Set([...(await written(one)), ...(await written(other))]))
        .toEqual(new Set(['一つ目の画面の文。', '二つ目の画面の文。']));
      const stored = await storedRow(one);
      expect((await written(one))[0]).toBe(stored?.plan.join('\n'));
      expect((await written(other))[0]).toBe(stored?.plan.join('\n'));

      const [later, earlier] = (await putIn(one).count()) > 0 ? [one, other] : [other, one];
      const [theirs = '', mine = ''] = await written(later);
      await putIn(later).click();
      await expect.poll(() => written(later)).toEqual([mine]);
      await waitUntilSaved(later);
      await expect.poll(() => textbox(earlier, '取組内容').inputValue()).toBe(mine);
      expect((await storedRow(later))?.plan).toEqual([mine]);
      await later.keyboard.press('Control+z');
      await expect.poll(() => textbox(later, '取組内容').inputValue()).toBe(theirs);
      await expect.poll(async () => (await storedRow(later))?.plan).toEqual([theirs]);
    });

    longTest(
      'that write of the same target, one in the form and one in the table: each can be had',
      async () => {
        const one = await open(shared);
        await startSample(one);
        await waitUntilSaved(one);
        const other = await openReport();
        await openCell(other, '達成目標');
        const field = '達成目標 1 目標値';
        await Promise.all([
          textbox(one, field).fill('40回'),
          other.getByRole('table').getByRole('textbox', { name: field, exact: true }).fill('60回'),
        ]);
        await Promise.all([waitUntilSaved(one), waitUntilSaved(other)]);
        const value = async () => (await storedRow(one))?.targets[0]?.value;
        await expect.poll(async () => (await putIn(one).count()) + (await putIn(other).count())).toBe(1);
        const first = await value();
        const later = (await putIn(one).count()) > 0 ? one : other;
        await putIn(later).click();
        await expect.poll(value).toBe(first === '40回' ? '60回' : '40回');
        expect(await putIn(later).count()).toBe(0);
      },
    );
  });

  test.for(['the form', 'the table'].slice(0, howMany({ usual: 1, long: 2 })))(
    'a full disk is told in %s, nothing is lost, and all is stored once there is room',
    async (view, { skip }) => {
      const disk = smallDisk();
      if (disk === null) return skip();
      library = join(disk.folder, '報告.sengen');
      await start();
      const page = await open(shared);
      await startSample(page);
      await waitUntilSaved(page);
      disk.fill();
      const long = 'ディスクがいっぱいの間に書いた文。'.repeat(400);
      if (view === 'the table') await openCell(page, '取組内容');
      await textbox(page, '取組内容').fill(long);
      await unsaved(page).waitFor();
      await page.getByText(/空き/).first().waitFor();
      expect(await textbox(page, '取組内容').inputValue()).toBe(long);
      if (view === 'the table')
        await page.getByRole('button', { name: '入力フォーム', exact: true }).click();
      await textbox(page, '取組結果').fill('続けて書いた文。');
      disk.empty();
      await waitUntilSaved(page);
      expect(await storedRow(page)).toMatchObject({ plan: [long], results: ['続けて書いた文。'] });
    },
  );
});
