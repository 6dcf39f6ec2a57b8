import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { libraryWith, openReportOf, openSample, sampleAsInterchange } from './sample-library.ts';
import { pressExport } from './word-files.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('finding one’s way in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  const start = async (folder = newFolder()): Promise<Page> => {
    shell = await kind.open({ folder });
    // Keys are heard once the page is there.
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    return shell.page;
  };
  const title = (page: Page): Locator => page.getByRole('textbox', { name: '取組名', exact: true });
  const palette = (page: Page): Locator => page.getByRole('combobox', { name: /実行したいこと/ });
  const focused = (locator: Locator): Promise<boolean> =>
    locator.evaluate((it) => it === document.activeElement);
  const picture = (page: Page, name: string): Promise<Buffer> =>
    page.screenshot({ path: join(pictures, `orientation-${name}.png`) });

  test('the file is looked through from the place where it is named', async () => {
    const page = await start();
    await openSample(page);
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.locator('summary', { hasText: '報告.sengen' }).click();
    await page.getByRole('button', { name: 'ファイルを点検' }).click();
    const dialog = page.getByRole('dialog', { name: 'ファイルの点検' });
    await dialog.getByText('問題は見つかりませんでした。').waitFor();
    await dialog.getByText(/^報告 1件（取組 15件）/).waitFor();
    await picture(page, 'checked-library');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('a file that was open before is opened again from where the open one is named, and from the palette', async () => {
    const folder = newFolder();
    const page = await start(folder);
    await openSample(page);
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await shell.chooseFile(join(folder, '教育部.sengen'), () =>
      page.getByRole('button', { name: '新しいファイルを作る' }).click(),
    );
    await page.getByRole('heading', { name: '最初の報告を作りましょう' }).waitFor();
    const file = page.locator('summary');
    await file.filter({ hasText: '教育部.sengen' }).click();
    const recent = page.locator('header').getByRole('region', { name: '最近使ったファイル' });
    await picture(page, 'recent-files');
    await recent.getByRole('button', { name: /^報告\.sengen / }).click();
    await page.getByRole('link', { name: /くらし安心部/ }).waitFor();

    await page.keyboard.press('Control+k');
    await palette(page).fill('教育部');
    await page.keyboard.press('Enter');
    await file.filter({ hasText: '教育部.sengen' }).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: '「報告.sengen」をこの一覧から外す（ファイルは消えません）' })
      .click();
    await expect.poll(() => page.getByRole('region', { name: '最近使ったファイル' }).count()).toBe(0);
  });

  test('the palette goes to rows and runs commands, and Esc gives the focus back', async () => {
    const page = await start();
    await openSample(page);
    await title(page).focus();
    await page.keyboard.press('Control+k');
    await palette(page).waitFor();
    await picture(page, 'palette');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(title(page))).toBe(true);

    await page.keyboard.press('Control+k');
    await palette(page).fill('No.3');
    const first = page.getByRole('option').first();
    expect(await first.innerText()).toContain('No.3へ移動');
    expect(await palette(page).getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: /^No\.3 / }).waitFor();

    await page.keyboard.press('Control+k');
    await palette(page).fill('Word書き出す宣言');
    await page.getByText('「Word書き出す宣言」に当てはまるものはありません。').first().waitFor();
    await palette(page).fill('宣言書出');
    await expect
      .poll(() => page.getByRole('option').first().innerText())
      .toContain('目標宣言を Word に書き出す');
    await palette(page).fill('サクジョ');
    await expect.poll(() => page.getByRole('option').first().innerText()).toContain('この取組を削除');
    await palette(page).fill('次の取');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: /^No\.4 / }).waitFor();

    await page.keyboard.press('Control+k');
    await palette(page).fill('くらし安心部長を開く');
    await expect.poll(() => page.getByRole('option').first().innerText()).toContain('くらし安心部長');
  });

  test('the palette waits for the input method', async () => {
    const page = await start();
    await openSample(page);
    await page.keyboard.press('Control+k');
    await palette(page).waitFor();
    const all = await page.getByRole('option').count();
    const browser = await page.context().newCDPSession(page);
    await browser.send('Input.imeSetComposition', { text: 'ついか', selectionStart: 3, selectionEnd: 3 });
    expect(await page.getByRole('option').count()).toBe(all);
    await browser.send('Input.insertText', { text: '追加' });
    await expect.poll(() => page.getByRole('option').first().innerText()).toContain('取組を追加');
    expect(await palette(page).inputValue()).toBe('追加');
  });

  test('the keys: a list of them, F2, and Ctrl+S that reassures', async () => {
    const page = await start();
    await openSample(page);
    await page.getByRole('textbox', { name: '取組内容', exact: true }).focus();
    await page.keyboard.press('Control+/');
    const list = page.getByRole('dialog', { name: 'キー操作の一覧' });
    await list.getByText('すべての報告から探す').waitFor();
    await picture(page, 'keys');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await expect
      .poll(() => focused(page.getByRole('textbox', { name: '取組内容', exact: true })))
      .toBe(true);
    await page.keyboard.press('F2');
    await expect.poll(() => focused(title(page))).toBe(true);
    await page.keyboard.press('Control+s');
    await page.getByText('保存済みです。').first().waitFor();
    await expect
      .poll(() => page.locator('[aria-live="polite"]').allInnerTexts())
      .toContain('保存済みです。入力した内容は、いつも自動で保存されます。');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('status', { name: 'お知らせ' }).innerText()).toBe('');
  });

  test('F1 opens the manual beside the report: one stays where one writes, looks into it, and is back', async () => {
    const page = await start();
    await openSample(page);
    await page.keyboard.press('Alt+PageDown');
    await page.getByRole('heading', { level: 2, name: /^No\.2 / }).waitFor();
    const plan = page.getByRole('textbox', { name: /^取組内容/ }).first();
    await plan.focus();
    await page.keyboard.press('F1');
    const manual = page.getByRole('complementary', { name: '使い方' });
    await manual.getByRole('heading', { name: '項目の入力と貼り付け' }).waitFor();
    await picture(page, 'manual-beside');
    expect(await focused(plan)).toBe(true);

    await page.keyboard.press('F6');
    const query = manual.getByRole('textbox', { name: '使い方の中を探す' });
    expect(await focused(query)).toBe(true);
    await page.keyboard.type('見え消し　郵便番号');
    await manual.getByText('見つかりません。').waitFor();
    await query.fill('見え消し');
    await manual.getByText('1項目に見つかりました。').waitFor();
    expect(await manual.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      '使い方',
      '見え消し・新旧対照表を作る',
    ]);
    expect(await manual.locator('mark').first().innerText()).toBe('見え消し');
    await page.keyboard.press('Escape');
    await manual.waitFor({ state: 'hidden' });
    expect(await focused(plan)).toBe(true);
    await page.keyboard.press('F1');
    await manual.waitFor();
    await page.keyboard.press('F1');
    await manual.waitFor({ state: 'hidden' });
    expect(await focused(plan)).toBe(true);
  });

  longTest(
    'elsewhere F1 opens the manual as a screen, its contents lead to each part, Esc goes back',
    async () => {
      const page = await start();
      await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
      await page.keyboard.press('F1');
      await page.getByRole('heading', { level: 1, name: '使い方' }).waitFor();
      await picture(page, 'help');
      const contents = page.getByRole('navigation', { name: '目次' }).getByRole('link');
      expect(await contents.count()).toBeGreaterThan(9);
      for (const link of await contents.all()) {
        const name = await link.innerText();
        await link.click();
        expect(await focused(page.getByRole('heading', { level: 2, name, exact: true }))).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
    },
  );

  test('search finds one character in all years, marks it, and opens the row with it selected', async () => {
    const folder = newFolder();
    const lastYear = sampleAsInterchange();
    Object.assign(lastYear, { fiscalYear: 2024, yearLabel: '令和6年度' });
    await libraryWith(folder, lastYear, sampleAsInterchange());
    const page = await start(folder);
    await openReportOf(page, '令和7年度', 'くらし安心部');
    await page.keyboard.press('Control+Shift+f');
    const field = page.getByRole('searchbox', { name: '探す言葉' });
    await expect.poll(() => focused(field)).toBe(true);
    await page.getByText('年度や部をまたいで').waitFor();

    await page.keyboard.type('橇');
    await page.getByText('「橇」を含む取組はありません。').first().waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('園');
    const hits = page.getByRole('list', { name: '令和7年度 くらし安心部で見つかった取組' });
    await hits.getByRole('link', { name: /^No\.9 / }).waitFor();
    await page.getByRole('list', { name: '令和6年度 くらし安心部で見つかった取組' }).waitFor();
    expect(await hits.locator('mark').allInnerTexts()).toEqual(['園']);
    // Typing goes on where it was.
    await page.keyboard.type('に');
    await expect.poll(() => hits.locator('mark').allInnerTexts()).toEqual(['園に']);
    await picture(page, 'search');
    await hits.getByRole('link', { name: /^No\.9 / }).click();
    await page.getByRole('heading', { level: 2, name: /^No\.9 / }).waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const it = document.activeElement;
          return it instanceof HTMLTextAreaElement
            ? it.value.slice(it.selectionStart, it.selectionEnd)
            : '';
        }),
      )
      .toBe('園に');
    await page.goBack();
    await expect.poll(() => field.inputValue()).toBe('園に');
    await hits.getByRole('link', { name: /^No\.9 / }).waitFor();
  });

  longTest('long lists of hits go on, and each query is asked once the input method is done', async () => {
    const folder = newFolder();
    const many = sampleAsInterchange();
    many.initiatives = Array.from({ length: 130 }, (_, at) => ({
      ...(many.initiatives[0] ?? many.initiatives.at(-1)!),
      number: at + 1,
      title: `花壇の手入れ その${at + 1}`,
    }));
    await libraryWith(folder, many);
    const page = await start(folder);
    await page.keyboard.press('Control+Shift+f');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('search.find')) asked.push(request.postData() ?? '');
    });
    const browser = await page.context().newCDPSession(page);
    await page.getByRole('searchbox').waitFor();
    await browser.send('Input.imeSetComposition', { text: 'かだん', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(400);
    expect(asked).toEqual([]);
    await browser.send('Input.insertText', { text: '花壇' });
    await page.getByText('50件見つかりました（続きがあります）。').first().waitFor();
    expect(asked.length).toBe(1);
    await page.getByRole('button', { name: 'さらに表示' }).click();
    await page.getByText('100件見つかりました（続きがあります）。').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('その51');
    await page.getByRole('button', { name: 'さらに表示' }).click();
    await page.getByText('130件見つかりました。').first().waitFor();
    expect(await page.getByRole('button', { name: 'さらに表示' }).count()).toBe(0);
  });

  longTest('a long export shows how far it is and can be stopped', async () => {
    const folder = newFolder();
    const long = sampleAsInterchange();
    const rows = long.initiatives;
    long.initiatives = Array.from({ length: 8_000 }, (_, at) => ({
      ...(rows[at % rows.length] ?? rows.at(-1)!),
      number: at + 1,
    }));
    await libraryWith(folder, long);
    const page = await start(folder);
    await openReportOf(page, '令和7年度', 'くらし安心部');
    const out = join(folder, '長い報告.docx');
    await shell.chooseFile(out, () => pressExport(page));
    const progress = page.getByRole('region', { name: '進み具合' });
    await progress.getByRole('progressbar', { name: /書き出しています/ }).waitFor();
    await progress.getByRole('button', { name: '中止' }).click();
    await progress.waitFor({ state: 'hidden' });
    expect(existsSync(out)).toBe(false);
    expect(await page.getByText('達成状況報告を書き出しました').count()).toBe(0);
  });
});
