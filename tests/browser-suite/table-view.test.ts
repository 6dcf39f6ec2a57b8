import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { createLibrary } from '../../main/data/opening/open-library.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { reportForm } from '../../shared/model/form.ts';
import { must } from '../support/must.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { libraryWith, openReportOf, sampleAsInterchange } from './sample-library.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('the table in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  let page: Page;
  afterEach(() => shell.close());

  const table = (): Locator => page.getByRole('table', { name: '取組の表' });
  const rows = (): Locator => table().getByRole('row');
  const way = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const textbox = (name: string): Locator => table().getByRole('textbox', { name, exact: true });
  const focusedName = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `table-${name}.png`) });

  async function openSample(): Promise<void> {
    const folder = newFolder();
    await libraryWith(folder, sampleAsInterchange());
    shell = await kind.open({ folder });
    page = shell.page;
    await openReportOf(page, '令和7年度', 'くらし安心部');
    await page.getByRole('button', { name: '表全体', exact: true }).click();
    await table().waitFor();
  }

  /** Every cell of a row has the place and width of its column's heading, also while one is written in. */
  async function standsUnderHeadings(row: number): Promise<void> {
    const spans = (of: Locator): Promise<number[][]> =>
      of.evaluate((line) =>
        [...line.children].map((cell) => {
          // What is written below its row leaves its text standing in its place.
          const seen = cell.checkVisibility() && cell.clientWidth > 0 ? cell : cell.firstElementChild;
          const { left, width } = (seen ?? cell).getBoundingClientRect();
          return [Math.round(left), Math.round(width)];
        }),
      );
    expect(await spans(rows().nth(row))).toEqual(await spans(rows().nth(0)));
  }

  test('shows the columns, labels and texts of the official table, and what is typed into a cell', async () => {
    await openSample();
    const headings = await table().getByRole('columnheader').allInnerTexts();
    expect(headings.map((text) => text.split('\n'))).toEqual(
      reportForm.columns.map(({ heading }) => [...heading]),
    );
    expect(await rows().count()).toBe(16);
    for (const label of ['[目標値]', '[今後の取組の方向性]', '[実績値]']) {
      expect(await rows().nth(1).innerText()).toContain(label);
    }
    await picture('whole');

    await way('No.2 取組内容を編集').focus();
    await page.keyboard.press('Enter');
    await textbox('取組内容').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('回覧の電子化について、説明会を開きます。');
    await picture('plan-in-work');
    await standsUnderHeadings(2);
    await page.keyboard.press('Escape');
    await expect.poll(focusedName).toBe('No.2 取組内容を編集');
    expect(await rows().nth(2).innerText()).toContain('・回覧の電子化について、説明会を開きます。');

    await waitUntilSaved(page);
    await page.reload();
    await table().waitFor();
    await expect
      .poll(() => rows().nth(2).innerText())
      .toContain('回覧の電子化について、説明会を開きます。');
  });

  test('is walked, opened and left by the keyboard alone, and is one stop of Tab', async () => {
    await openSample();
    await way('No.1 取組名・担当課名を編集').focus();
    expect(await table().locator('[tabindex="0"]').count()).toBe(1);
    for (const [key, name] of [
      ['ArrowRight', 'No.1 取組内容を編集'],
      ['ArrowDown', 'No.2 取組内容を編集'],
      ['End', 'No.2 目標達成状況を編集'],
      ['Home', 'No.2 の位置と改ページを編集'],
      ['Control+End', 'No.15 目標達成状況を編集'],
      ['ArrowUp', 'No.14 目標達成状況を編集'],
      ['Control+Home', 'No.1 の位置と改ページを編集'],
      ['ArrowRight', 'No.1 取組名・担当課名を編集'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focusedName()).toBe(name);
    }
    await page.keyboard.press('F2');
    await textbox('取組名').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    // Past the cell's last field stands the next cell.
    await page.keyboard.press('Tab');
    await expect.poll(focusedName).toBe('No.1 取組内容を編集');
    await page.keyboard.press('Enter');
    await textbox('取組内容').waitFor();
    await page.keyboard.press('Shift+Tab');
    await expect.poll(focusedName).toBe('No.1 取組名・担当課名を編集');
  });

  test('opens by the mouse where it was pressed, and keeps marked text alone', async () => {
    await openSample();
    const direction = rows().nth(1).locator('[data-field="direction"]');
    await direction.click();
    await expect
      .poll(() => textbox('今後の取組の方向性').evaluate((it) => it === document.activeElement))
      .toBe(true);
    await rows().nth(2).locator('[data-field="outcomes"]').click();
    await textbox('達成状況 1 達成状況の説明').waitFor();
    expect(await textbox('今後の取組の方向性').count()).toBe(0);
    await picture('outcomes-in-work');
    await standsUnderHeadings(2);
    await table().getByRole('group', { name: 'No.2 目標達成状況' }).waitFor();
    await table().getByRole('button', { name: '書き終える（Esc）' }).click();
    await expect.poll(focusedName).toBe('No.2 目標達成状況を編集');
    expect(await table().locator('[data-open]').count()).toBe(0);
    await rows().nth(2).locator('[data-field="outcomes"]').click();
    await textbox('達成状況 1 達成状況の説明').waitFor();
    await page.keyboard.press('Escape');

    const text = await rows().nth(3).locator('[data-field="plan"] p').first().boundingBox();
    if (text === null) throw new Error('the text is not on show');
    await page.mouse.move(text.x + 20, text.y + 8);
    await page.mouse.down();
    await page.mouse.move(text.x + 90, text.y + 8, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).not.toBe('');
    expect(await table().locator('[data-open]').count()).toBe(0);
  });

  test('marks where a page begins, moves and removes rows, and never loses the focus', async () => {
    await openSample();
    const keepsFocus = async (): Promise<void> => {
      await page.waitForTimeout(150);
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    };
    await way('No.3 の位置と改ページを編集').focus();
    await page.keyboard.press('Enter');
    const pageBreak = table().getByRole('checkbox', { name: 'この取組の前で改ページする' });
    await pageBreak.check();
    await keepsFocus();
    await page.getByText('ここで改ページ').first().waitFor();
    await picture('page-break');
    const before = await rows().nth(3).getByRole('cell').first().innerText();
    await table().getByRole('button', { name: 'この取組を下へ' }).click();
    await keepsFocus();
    await expect.poll(() => rows().nth(4).getByRole('cell').first().innerText()).toBe(before);
    await page.keyboard.press('Escape');
    await keepsFocus();
    await way('No.10 の位置と改ページを編集').focus();
    await page.keyboard.press('Enter');
    // Into another group of rows, which are drawn together.
    await table().getByRole('button', { name: 'この取組を下へ' }).click();
    await keepsFocus();
    await table().getByRole('button', { name: 'この取組を削除' }).click();
    await keepsFocus();
    await expect.poll(() => rows().count()).toBe(15);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows().count()).toBe(16);
    await keepsFocus();
    await page.getByRole('button', { name: '取組を追加' }).first().click();
    await expect.poll(() => rows().count()).toBe(17);
    await keepsFocus();
  });

  test('holds 1,500 rows, draws those near the screen, and a key in one draws no other anew', async () => {
    const folder = newFolder();
    const report = variedReport(1_500);
    const library = must(createLibrary(join(folder, '報告.sengen'), () => new Date()));
    must(library.reports.create(report, { author: '試験', at: new Date() }));
    library.close();
    shell = await kind.open({ folder });
    page = shell.page;
    await page.getByRole('link', { name: /環境経済部/ }).click();
    await page.getByRole('button', { name: '表全体', exact: true }).click();
    await table().waitFor();
    const drawn = (): Promise<number> => table().locator('[data-row]').count();
    await expect.poll(drawn).toBeGreaterThan(100);
    expect(await table().getAttribute('aria-rowcount')).toBe('1501');

    // Chosen in the list of rows: it comes into sight, far from what was drawn.
    await page.getByRole('listbox', { name: '取組の一覧' }).focus();
    await page.keyboard.press('End');
    const last = rows().and(page.locator('[aria-rowindex="1501"]'));
    await last.waitFor();
    await expect
      .poll(() => last.evaluate((row) => row.getBoundingClientRect().top < innerHeight))
      .toBe(true);

    // Scrolled by the mouse: what comes into sight is drawn, what is far from it is let go of.
    const middle = page.getByRole('region', { name: /目標宣言/ });
    const scrollTo = (share: number): Promise<void> =>
      middle.evaluate((view, to) => view.scrollTo(0, view.scrollHeight * to), share);
    const inSight = (): Promise<number[]> =>
      middle.evaluate((view) =>
        [...view.querySelectorAll('[data-row]')].flatMap((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > 0 && top < innerHeight ? [Number(row.getAttribute('aria-rowindex'))] : [];
        }),
      );
    for (const share of [0.5, 0.2, 0.8, 0]) {
      await scrollTo(share);
      await expect.poll(async () => (await inSight()).length).toBeGreaterThan(1);
    }
    expect(await inSight()).toContain(2);
    expect(await drawn()).toBeLessThan(200);

    await way('No.1 取組内容を編集').focus();
    await page.keyboard.press('Control+End');
    expect(await focusedName()).toBe('No.1500 目標達成状況を編集');
    for (let row = 1_499; row > 1_480; row -= 1) {
      await page.keyboard.press('ArrowUp');
      expect(await focusedName()).toBe(`No.${row} 目標達成状況を編集`);
    }
    await picture('1500-rows');

    await way('No.1481 取組内容を編集').focus();
    await page.keyboard.press('Enter');
    await textbox('取組内容').waitFor();
    // The cell in work stays, however far it is scrolled away.
    await scrollTo(0);
    await page.waitForTimeout(500);
    expect(await textbox('取組内容').evaluate((it) => it === document.activeElement)).toBe(true);
    await page.evaluate(() => {
      const changed = new Set<string>();
      Object.assign(window, { changed });
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const row = element?.closest<HTMLElement>('[data-row]');
          if (row !== null && row !== undefined) changed.add(row.dataset['row'] ?? '');
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.keyboard.type('abc');
    await waitUntilSaved(page);
    const changed = await page.evaluate(() => [...(window as unknown as { changed: Set<string> }).changed]);
    expect(changed.filter((row) => row !== report.initiatives[1_480]?.id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(focusedName).toBe('No.1481 取組内容を編集');
    await page.keyboard.press('Control+Home');
    expect(await focusedName()).toBe('No.1 の位置と改ページを編集');
  });
});
