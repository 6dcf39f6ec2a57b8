import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { button, startSample, textbox } from './start-report.ts';
import { exportTo, fromWordMenu, signOff } from './word-files.ts';
import { WordSurgery } from '../marked/word-surgery.ts';
import { storedReport } from './stored-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('the stage in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  let folder: string;

  beforeEach(async () => {
    folder = newFolder();
    shell = await kind.open({ folder });
    ({ page } = shell);
  });
  afterEach(() => shell.close());

  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `stage-${name}.png`) });
  const results = (): Locator => textbox(page, '取組結果');
  const toList = (): Promise<void> => page.getByRole('link', { name: '報告の一覧' }).click();

  test('a year begins with its declaration, and goes on to the report', async () => {
    await startSample(page);
    await toList();
    await page.getByText('すべて記入済み（15件）').waitFor();
    await button(page, '新しい報告を作る').click();
    await page.getByLabel('前年度の報告').selectOption({ label: '令和7年度 くらし安心部' });
    await page.getByLabel('引き継ぐ取組').selectOption({ label: '取組名・担当課名・取組内容・達成目標' });
    await button(page, 'この内容で作る').click();

    // What is asked for now stands there, and nothing else.
    await page.getByText('段階：目標宣言').waitFor();
    await textbox(page, '取組内容').waitFor();
    expect(await results().count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      '令和8年度 くらし安心部長の目標宣言',
    );
    await button(page, '表全体').click();
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(4);
    await button(page, '入力フォーム').click();
    await picture('declaration');
    await toList();
    await expect
      .poll(() => page.getByRole('list', { name: '令和8年度（2026）の報告' }).innerText())
      .toMatch(/目標宣言[\s\S]*すべて記入済み（15件）/);
    await picture('list');
    await page.getByRole('link', { name: 'くらし安心部' }).first().click();

    await button(page, '達成状況報告を始める').click();
    await results().waitFor();
    await expect.poll(async () => (await storedReport(page)).stage).toBe('report');
    await button(page, '段階：達成状況報告').click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: /^目標宣言の段階に戻す/ })
      .click();
    await results().waitFor({ state: 'detached' });
    // It is one step, and taken back like any other.
    await page.keyboard.press('Control+z');
    await results().waitFor();
  });

  test('what is missing is shown before a file goes out; nothing missing, and it takes two presses', async () => {
    await startSample(page);
    const plan = textbox(page, '取組内容');
    const text = await plan.inputValue();
    await plan.fill('');
    await page.keyboard.press('F12');
    const before = page.getByRole('dialog', { name: '書き出す前に確かめること' });
    await before.getByRole('button', { name: /^No\.1 取組内容が未記入/ }).click();
    await before.waitFor({ state: 'hidden' });
    await expect.poll(() => plan.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('F12');
    await picture('export');
    await before.getByRole('button', { name: 'そのまま書き出す' }).click();
    await page.getByRole('textbox', { name: 'ファイル名' }).waitFor();
    await page.keyboard.press('Escape');

    // From the other document, too, the way back leads to that one.
    await button(page, '書き出しの選択肢').click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: /^目標宣言を/ })
      .click();
    await before.getByText('「目標宣言」を書き出す前に').waitFor();
    await before.getByRole('button', { name: /^No\.1 取組内容が未記入/ }).click();
    await button(page, '書き出しに戻る').click();
    await before.getByText('「目標宣言」を書き出す前に').waitFor();
    await page.keyboard.press('Escape');

    // What was typed in the dialog of the sign-off is there again, and so is the way back to it.
    await fromWordMenu(page, '決裁を記録する');
    const record = page.getByRole('dialog', { name: '決裁を記録する' });
    await record.getByLabel(/^決裁者/).fill('副市長 大野 さくら');
    await record.getByLabel(/^決裁日/).fill('2026-04-24');
    await record.getByLabel(/^備考/).fill('起案 第12号');
    await record.getByRole('button', { name: /^No\.1 取組内容が未記入/ }).click();
    await record.waitFor({ state: 'hidden' });
    await expect.poll(() => plan.evaluate((field) => field === document.activeElement)).toBe(true);
    await picture('way-back');
    await button(page, '決裁の記録に戻る').click();
    expect(await record.getByLabel(/^決裁者/).inputValue()).toBe('副市長 大野 さくら');
    expect(await record.getByLabel(/^決裁日/).inputValue()).toBe('2026-04-24');
    expect(await record.getByLabel(/^備考/).inputValue()).toBe('起案 第12号');
    await page.keyboard.press('Escape');

    await plan.fill(text);
    await page.keyboard.press('F12');
    await page.getByRole('textbox', { name: 'ファイル名' }).waitFor();
    await page.keyboard.press('Enter');
    const banner = page.getByText('達成状況報告を書き出しました。');
    await banner.waitFor();
    // It goes once something else is done.
    await plan.fill(`${text}\nもう一つ書きます。`);
    await banner.waitFor({ state: 'detached' });
  });

  test('a signed report says so in the list and looks locked', async () => {
    await startSample(page);
    const file = join(folder, '決裁.docx');
    await exportTo(shell, file);
    const [one, two] = (await storedReport(page)).initiatives;
    const marked = await WordSurgery.open(readFileSync(file));
    marked.track(one?.id ?? '', 'plan', {
      old: (one?.plan[0] ?? '').slice(0, 4),
      now: '地域の皆さん',
      author: '部長 相沢',
      behind: '・',
    });
    const marks = join(folder, '朱書き.docx');
    writeFileSync(marks, marked.bytes());
    await shell.chooseFile(marks, () => fromWordMenu(page, '朱書きの入ったファイル（.docx）を取り込む'));
    const panel = page.getByRole('tabpanel', { name: '朱書き' });
    await panel.waitFor();

    // What is open is said before it is signed, each with the way to it; nothing that is done is named.
    await fromWordMenu(page, '決裁を記録する');
    const record = page.getByRole('dialog', { name: '決裁を記録する' });
    await record.getByText('決裁を記録する前に、残っていることがあります。').waitFor();
    const open = record.getByRole('region');
    expect(await open.getByRole('heading').allInnerTexts()).toEqual(['未処理の朱書き（1件）']);
    await open.getByRole('button', { name: 'No.1 取組内容（欄へ移動）' }).click();
    await record.waitFor({ state: 'hidden' });
    await expect
      .poll(() => textbox(page, '取組内容').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await signOff(shell, file);
    const add = button(page, '取組を追加');
    await expect.poll(() => add.getAttribute('aria-disabled')).toBe('true');
    expect(await add.getAttribute('title')).toContain('次の版を始めてください');
    await picture('locked');
    const rows = (await storedReport(page)).initiatives.length;
    await add.click({ force: true });
    await page.getByText('第1版は決裁済みのため、書き換えられません。').first().waitFor();
    expect((await storedReport(page)).initiatives).toHaveLength(rows);

    // So does everything else that writes: marks, the palette, the menu of a row, the order of the rows.
    const because = '決裁済みのため使えません。直すときは、次の版を始めてください。';
    const accept = panel.getByRole('button', { name: 'No.1 取組内容（1）：反映' });
    const all = panel.getByRole('button', { name: /の直しをすべて反映/ });
    for (const each of [accept, all]) {
      expect(await each.getAttribute('aria-disabled')).toBe('true');
      expect(await each.getAttribute('title')).toBe(because);
    }
    await picture('locked-marks');
    await page.keyboard.press('Control+k');
    const option = page.getByRole('option', { name: /取組を複製/ });
    await page.keyboard.type('取組を');
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    expect(await option.innerText()).toContain('決裁済みのため使えません');
    await picture('locked-palette');
    await page.keyboard.press('Escape');

    const [from, to] = await Promise.all(
      [1, 3].map((number) =>
        page
          .getByRole('option', { name: new RegExp(`^No\\.${number} `) })
          .first()
          .boundingBox(),
      ),
    );
    if (from === null || to === null || from === undefined || to === undefined) throw new Error('two rows');
    await page.mouse.move(from.x + 60, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 40, { steps: 4 });
    expect(await page.locator('#row-list .drop').count()).toBe(0);
    await page.mouse.up();
    expect((await storedReport(page)).initiatives[1]?.id).toBe(two?.id);

    await button(page, '表全体').click();
    await page.getByRole('row').nth(2).getByRole('button').first().click();
    const menu = page.getByRole('menu');
    const locked = await menu.locator('[aria-disabled="true"]').allInnerTexts();
    expect(locked).toEqual(
      expect.arrayContaining(['上に取組を追加', '複製', 'この取組の前で改ページする', '削除']),
    );
    expect(await menu.locator('button:not([aria-disabled])').allInnerTexts()).toHaveLength(2);
    await picture('locked-menu');
    await menu.getByRole('menuitem', { name: /複製/ }).press('Enter');
    await page.getByText('第1版は決裁済みのため、書き換えられません。').first().waitFor();
    expect((await storedReport(page)).initiatives).toHaveLength(rows);
    await toList();
    await page.getByRole('list', { name: '令和7年度（2025）の報告' }).getByText('決裁済み').waitFor();
  });
});
