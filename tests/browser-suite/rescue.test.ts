import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { libraryWith, report } from '../data/sample-content.ts';
import { anotherPerson, kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { testBrowser } from '../support/test-window.ts';
import { complaints } from './axe.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

test('the page of a damaged file offers what can be read, opens it, and says what came back', async () => {
  const file = join(newFolder(), '報告.sengen');
  libraryWith(file, report());
  const bytes = readFileSync(file);
  bytes.fill(0, 0, 4096);
  writeFileSync(file, bytes);
  const { child, address } = await serveSengen(file, '--port', '0');
  const context = await (await testBrowser()).newContext({ locale: 'ja-JP' });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: '読み取れる内容を取り出す' }).click();
    const dialog = page.getByRole('dialog', { name: '壊れたファイルから取り出した内容' });
    await dialog.getByText('報告 1件（取組 2件）を取り出しました。').waitFor();
    await dialog.getByText('■ 令和8年度 教育文化部').waitFor();
    expect(await complaints(page)).toEqual({});
    await dialog.getByRole('button', { name: '閉じる' }).last().click();
    await page
      .getByRole('link', { name: /教育文化部/ })
      .first()
      .click();
    await page.getByText('読書の機会を広げる取組').first().waitFor();
  } finally {
    await context.close();
    await kill(child);
  }
});

longTest(
  'a library that is found damaged while it is open: the page goes on with what was taken out, and says what is lost',
  async () => {
    const file = join(newFolder(), '報告.sengen');
    libraryWith(file, report());
    const database = new SqliteDatabase(file);
    // A list of lines that is none: the file opens, and this row can't be read.
    database.exec("UPDATE initiatives SET plan = '[1]' WHERE position = 0");
    database.close();
    anotherPerson();
    const { child, address } = await serveSengen(file, '--port', '0');
    const context = await (await testBrowser()).newContext({ locale: 'ja-JP' });
    try {
      const page = await context.newPage();
      await page.goto(address);
      const check = page.getByRole('dialog', { name: 'ファイルの点検' });
      const lookThrough = async (): Promise<void> => {
        await page.locator('summary', { hasText: '報告.sengen' }).click();
        await button(page, 'ファイルを点検').click();
      };
      await lookThrough();
      await check.getByRole('button', { name: '読み取れる内容を取り出す' }).click();

      const dialog = page.getByRole('dialog', { name: '壊れたファイルから取り出した内容' });
      await dialog.getByText('取組 1件は、すべてまたは一部が取り出せていません。').waitFor();
      await dialog
        .getByText('1番「読書の機会を広げる取組」: 「取組内容」を取り出せませんでした。')
        .waitFor();
      expect(await check.count()).toBe(0);
      expect(await complaints(page)).toEqual({});
      await dialog.getByRole('button', { name: '閉じる' }).last().click();

      // The same page writes in it.
      await page.getByRole('link', { name: '教育文化部' }).first().click();
      await textbox(page, '取組内容').fill('書き足した文。');
      await expect
        .poll(async () => (await storedReport(page)).initiatives[0]?.plan)
        .toEqual(['書き足した文。']);
      await page.reload();
      await expect.poll(() => textbox(page, '取組内容').inputValue()).toBe('書き足した文。');
      expect(
        readdirSync(dirname(file)).filter((name) => /^報告\.damaged-.*\.sengen$/u.test(name)),
      ).toHaveLength(1);
      await page.getByRole('link', { name: '報告の一覧' }).first().click();
      await lookThrough();
      await check.getByText('問題は見つかりませんでした').waitFor();
    } finally {
      await context.close();
      await kill(child);
    }
  },
);
