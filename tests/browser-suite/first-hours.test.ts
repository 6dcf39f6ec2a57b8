import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openSide } from './sample-library.ts';
import { button, startEmptyReport, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

/** Where somebody who saw the program for the first time stopped to think. */
describe.each(availableShells())('first hours with the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    page = shell.page;
  });
  afterEach(() => shell.close());

  const focused = (locator: Locator): Promise<boolean> =>
    locator.evaluate((element) => element === document.activeElement);
  const rows = (): Locator => page.getByRole('listbox', { name: /取組/ }).getByRole('option');

  test('the next year’s report begins with the last one’s heading and rows, and their texts stand beside', async () => {
    await startSample(page);
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await button(page, '新しい報告を作る').click();
    const earlier = page.getByLabel('前年度の報告');
    await expect.poll(() => focused(earlier)).toBe(true);
    await earlier.selectOption({ label: '令和7年度 くらし安心部' });
    expect(await page.getByLabel(/^部名/).inputValue()).toBe('くらし安心部');
    expect(await page.getByLabel(/^年度の表記/).inputValue()).toBe('令和8年度');
    await button(page, 'この内容で作る').click();

    await page.getByRole('heading', { level: 2, name: 'No.1 郷土の記憶を伝える事業' }).waitFor();
    expect(await textbox(page, '取組内容').inputValue()).toBe('');
    await openSide(page, '前年度');
    await page.getByRole('heading', { name: '令和7年度 No.1' }).waitFor();
    await button(page, '空いている欄にまとめて写す').click();
    await expect.poll(() => textbox(page, '取組内容').inputValue()).not.toBe('');
    await waitUntilSaved(page);
    const [first] = (await storedReport(page)).initiatives;
    expect(first?.targets.length).toBeGreaterThan(0);
    expect(first?.results).toEqual([]);

    // A row without a name is like none: the person says which one it goes on from.
    await button(page, '取組を追加').click();
    await page.getByRole('heading', { name: 'どの取組の続きですか' }).waitFor();
    await page.getByRole('button', { name: /^No\.2 町内会の情報発信支援/ }).click();
    await page.getByRole('heading', { name: '令和7年度 No.2' }).waitFor();
  });

  test('Enter leads from a line to the next field, and a row is added by keys', async () => {
    await startEmptyReport(page);
    await button(page, '最初の取組を追加').click();
    await expect.poll(() => focused(textbox(page, '取組名'))).toBe(true);
    await page.keyboard.type('桜並木の手入れ');
    await page.keyboard.press('Enter');
    const section = page.getByRole('combobox', { name: '担当課名', exact: true });
    await expect.poll(() => focused(section)).toBe(true);
    await page.keyboard.type('公園みどり課');
    await page.keyboard.press('Control+Shift+Enter');
    await expect.poll(() => rows().count()).toBe(2);
    await expect.poll(() => focused(textbox(page, '取組名'))).toBe(true);
    await waitUntilSaved(page);
    expect((await storedReport(page)).initiatives.map(({ title, section }) => [title, section])).toEqual([
      ['桜並木の手入れ', '公園みどり課'],
      ['', ''],
    ]);
  });

  test('Tab goes from field to field, a typed mark goes, a warning leads to its field', async () => {
    await startEmptyReport(page);
    await button(page, '最初の取組を追加').click();
    await expect.poll(() => focused(textbox(page, '取組名'))).toBe(true);
    await page.keyboard.type('桜並木の手入れ');
    await page.keyboard.press('Tab');
    expect(await focused(page.getByRole('combobox', { name: '担当課名' }))).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('・枝を切る');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('・');
    await page.keyboard.insertText('苗木を植える');
    expect(await textbox(page, '取組内容').inputValue()).toBe('枝を切る\n苗木を植える');
    await rows()
      .first()
      .getByText(/担当課名が未記入/)
      .click();
    await expect.poll(() => focused(page.getByRole('combobox', { name: '担当課名' }))).toBe(true);
  });

  test('a row whose move is taken back stays on show', async () => {
    await startSample(page);
    await rows().nth(2).click();
    await page.getByRole('heading', { level: 2, name: 'No.3 提案型まちづくり事業' }).waitFor();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await page.getByRole('heading', { level: 2, name: 'No.2 提案型まちづくり事業' }).waitFor();
    await waitUntilSaved(page);
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 2, name: 'No.3 提案型まちづくり事業' }).waitFor();
  });

  test('a row that is added to the whole table is written in at once', async () => {
    await startEmptyReport(page);
    await page.getByText('表全体', { exact: true }).click();
    // Above the list of rows; the table's last line has one too.
    await button(page, '取組を追加').first().click();
    await expect.poll(() => focused(textbox(page, '取組名'))).toBe(true);
    await page.keyboard.type('ほたるの里づくり');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.title)
      .toBe('ほたるの里づくり');
  });

  test('the preview and the keys print the document of the stage', async () => {
    await startSample(page);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    // The browser's own event: it comes while the page is paused.
    await page.evaluate(() =>
      window.addEventListener('beforeprint', ({ isTrusted }) => {
        const rows = document.querySelectorAll('.print-sheet tbody tr').length;
        if (isTrusted) document.documentElement.dataset['rows'] = `${rows}`;
      }),
    );
    await button(page, '取組を追加').waitFor();
    await page.keyboard.press('Control+p');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['rows'])).toBe('15');
    expect(errors).toEqual([]);
    // From here on instead of a printer: what would stand on the paper.
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        const columns = [...document.querySelectorAll('.print-sheet th')].map(
          ({ textContent }) => textContent,
        );
        document.documentElement.dataset['printed'] = columns.join(' ');
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    const printed = (): Promise<string> =>
      page.evaluate(() => document.documentElement.dataset['printed'] ?? '');
    await openSide(page, 'プレビュー');
    await page.getByRole('tabpanel').getByRole('button', { name: '印刷' }).click();
    expect(await printed()).toContain('目標達成状況');
    await button(page, '段階：達成状況報告').click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: /^目標宣言の段階に戻す/ })
      .click();
    await button(page, '達成状況報告を始める').waitFor();
    await page.keyboard.press('Control+p');
    await expect.poll(printed).not.toContain('目標達成状況');
    expect(await printed()).toContain('達成目標');
  });
});
