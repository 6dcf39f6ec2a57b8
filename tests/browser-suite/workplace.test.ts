import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  let page: Page;
  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    page = shell.page;
  });
  afterEach(() => shell.close());

  const rowList = (): Locator => page.getByRole('listbox', { name: '取組の一覧', exact: true });
  const rows = (): Locator => rowList().getByRole('option');
  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `${name}.png`) });
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const notice = (): Locator => page.getByRole('status', { name: 'お知らせ' });

  async function openSample(): Promise<void> {
    await button('見本を入れる').click();
    await rowList().waitFor();
  }

  /** Titles as the list shows them, in order. */
  async function titles(count = 5): Promise<string[]> {
    const texts = await rows().locator('[title]:first-of-type').allTextContents();
    return texts
      .map((text) => text.trim())
      .filter((text) => /^No\.\d+ /.test(text))
      .map((text) => text.replace(/^No\.\d+ /, ''))
      .slice(0, count);
  }

  async function fitsAcross(): Promise<void> {
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(window ?? 0);
  }

  test('the first start offers four ways to begin, and the bin gives a report back', async () => {
    await page.getByRole('heading', { name: '最初の報告を作りましょう' }).waitFor();
    for (const way of ['新しい報告を作る', '見本を入れる', '別のファイルを開く', 'ファイルから取り込む']) {
      expect(await button(way).last().isVisible()).toBe(true);
    }
    await picture('first-start');
    await openSample();
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.getByText('すべて記入済み（15件）').waitFor();
    await picture('reports');

    await button(/くらし安心部をごみ箱に移す/).click();
    await notice().getByText('ごみ箱に移しました').waitFor();
    expect(await page.getByRole('link', { name: /^ごみ箱/ }).textContent()).toContain('1件');
    await notice().getByRole('button', { name: '元に戻す' }).click();
    await page.getByRole('link', { name: 'くらし安心部' }).waitFor();

    await button(/くらし安心部をごみ箱に移す/).click();
    await page.getByRole('link', { name: /^ごみ箱/ }).click();
    await page.getByRole('list', { name: 'ごみ箱の報告' }).waitFor();
    await picture('bin');
    await button(/くらし安心部を元に戻す/).click();
    await page.getByRole('heading', { name: 'ごみ箱は空です' }).waitFor();
  });

  test('the keyboard walks, moves and removes rows, several as one step', async () => {
    await openSample();
    const [first = '', second = '', third = '', fourth = ''] = await titles();
    await rowList().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: `No.2 ${second}` }).waitFor();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect.poll(() => titles(3)).toEqual([second, first, third]);
    await expect.poll(() => notice().textContent()).toContain('No.1 に移動しました');

    await page.keyboard.press('Shift+ArrowDown');
    expect(await rowList().getByRole('option', { selected: true }).count()).toBe(2);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(() => titles(4)).toEqual([third, second, first, fourth]);
    await page.keyboard.press('Delete');
    await page.getByRole('heading', { name: '取組（13件）' }).waitFor();
    expect(await titles(2)).toEqual([third, fourth]);
    await waitUntilSaved(page);
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: '取組（15件）' }).waitFor();
    expect(await titles(4)).toEqual([third, second, first, fourth]);

    await rowList().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `No.1 ${third}` }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('place-heading');
  });

  test('the mouse chooses several rows and drags them, with a line where they will stand', async () => {
    await openSample();
    const [first = '', second = '', third = '', fourth = ''] = await titles();
    await rows().nth(0).click();
    await rows()
      .nth(1)
      .click({ modifiers: ['Shift'] });
    const from = await rows().nth(0).boundingBox();
    const to = await rows().nth(3).boundingBox();
    if (from === null || to === null) throw new Error('the rows are not on show');
    await page.mouse.move(from.x + 80, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + 60, { steps: 3 });
    await page.mouse.move(to.x + 80, to.y + to.height - 4, { steps: 3 });
    await picture('workplace-drag');
    await page.mouse.up();
    await expect.poll(() => titles(4)).toEqual([third, fourth, first, second]);

    await button('複数を選ぶ').click();
    await rows().nth(0).click();
    await page.getByText(/3件を選択中/).waitFor();
    await button('選んだ取組を削除').click();
    await page.getByRole('heading', { name: '取組（12件）' }).waitFor();
    await button('削除を取り消す').click();
    await page.getByRole('heading', { name: '取組（15件）' }).waitFor();
    expect(await titles(4)).toEqual([third, fourth, first, second]);
  });

  test('rows are picked out by section and state, say what they lack, and the filter is cleared', async () => {
    await openSample();
    await page.getByLabel('状態で絞り込む').selectOption({ label: '未達成あり' });
    await page.getByText(/絞り込み中：15件中/).waitFor();
    expect(await rows().count()).toBeLessThan(15);
    await picture('workplace-filtered');
    await button('絞り込みを解除').click();
    await expect.poll(() => page.getByText(/絞り込み中/).count()).toBe(0);

    await button('取組を追加').click();
    const added = rowList().getByRole('option', { selected: true });
    expect(await added.textContent()).toMatch(/担当課名なし.*未記入$/);
    await page.getByRole('textbox', { name: '取組名', exact: true }).fill('雨水ますの点検');
    await expect.poll(() => added.textContent()).toContain('担当課名が未記入');
    await page.getByLabel('状態で絞り込む').selectOption({ label: '一部未記入' });
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByLabel('担当課で絞り込む').selectOption({ index: 1 });
    await expect.poll(() => rows().count()).toBe(1);
  });

  test('text size, spacing and theme hold before the first paint, and everything still fits', async () => {
    await openSample();
    await button('表示の設定').click();
    const dialog = page.getByRole('dialog', { name: '表示の設定' });
    await dialog.getByRole('radio', { name: '暗い' }).check();
    await dialog.getByLabel('文字の大きさ').selectOption({ label: '200％' });
    await dialog.getByLabel('行間と余白').selectOption({ label: '125％' });
    await dialog.getByRole('button', { name: '閉じる' }).last().click();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
    await fitsAcross();
    await picture('workplace-dark-200');
    await page.reload();
    await rowList().waitFor();
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(scheme).toBe('dark');
    // The first thing that was drawn was drawn with the rows' own size.
    expect(await page.evaluate(() => document.documentElement.dataset['textSize'])).toBe('200');

    await button('表示の設定').click();
    await dialog.getByRole('button', { name: '標準に戻す' }).click();
    await page.keyboard.press('Escape');
    for (const width of [320, 640, 1920]) {
      await page.setViewportSize({ width, height: width === 1920 ? 1080 : 640 });
      await fitsAcross();
      await picture(`workplace-${width}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.getByRole('link', { name: 'くらし安心部' }).waitFor();
    await fitsAcross();
    await picture('reports-320');
  });

  test('what cannot be saved is said whole, and is saved when it can be', async () => {
    await openSample();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: '取組名', exact: true }).fill('海辺の清掃');
    await page.getByText('保存できていません', { exact: true }).waitFor();
    for (const sentence of [
      /本体とつながりません/,
      /この画面に残っています/,
      /つながると自動で保存します/,
    ]) {
      expect(await page.getByText(sentence).count()).toBeGreaterThan(0);
    }
    await picture('workplace-save-failed');
    await page.context().setOffline(false);
    await button('もう一度保存').click();
    await waitUntilSaved(page);
    expect(await page.getByText('保存できていません', { exact: true }).count()).toBe(0);
  });

  test('on paper there is the official table alone', async () => {
    await openSample();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const table = page.getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('columnheader').count()).toBe(6);
    expect(await table.getByRole('row').count()).toBe(16);
    expect(await page.getByText('くらし安心部長 山辺 みのり').last().isVisible()).toBe(true);
    expect(await rowList().count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await rowList().waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});
