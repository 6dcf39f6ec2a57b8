import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { createLibrary } from '../../main/data/opening/open-library.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { must } from '../support/must.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { libraryWith, openReportOf, sampleAsInterchange, showSidePane } from './sample-library.ts';
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
  /** A cell by its name, whether it is selected (a text waits in it) or not (a button leads into it). */
  const cell = (name: string): Locator => page.locator(`[aria-label="${name}を編集"]`);
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
    const stops = table().locator(
      '[data-row] :is([tabindex="0"], textarea, input, select, button:not([tabindex="-1"]))',
    );
    const reached = (of: Locator): Promise<number> =>
      of.evaluateAll((all) => all.filter((it) => it.checkVisibility({ visibilityProperty: true })).length);
    expect(await reached(stops)).toBe(1);
    for (const [key, name] of [
      ['ArrowRight', 'No.1 取組内容を編集'],
      ['ArrowDown', 'No.2 取組内容を編集'],
      ['End', 'No.2 目標達成状況を編集'],
      ['Home', 'No.2 の操作'],
      ['Control+End', 'No.15 目標達成状況を編集'],
      ['ArrowUp', 'No.14 目標達成状況を編集'],
      ['Control+Home', 'No.1 の操作'],
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
    await rows().nth(2).locator('[data-field="outcomes"]').first().click();
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

  test('a row’s menu: by a key, the right button or its number; it names the row and never loses the focus', async () => {
    await openSample();
    const menu = page.getByRole('menu', { name: /^No\.\d+ / });
    const entry = (name: string): Locator => menu.getByRole('menuitem', { name, exact: true });
    const rowText = (number: number): Promise<string> =>
      rows().nth(number).getByRole('cell').first().innerText();
    const isInTable = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.closest('[role="table"]') !== null);
    const press = async (number: number, name: string): Promise<void> => {
      await cell(`No.${number} 取組内容`).focus();
      await page.keyboard.press('Shift+F10');
      await menu.waitFor();
      await entry(name).press('Enter');
      await menu.waitFor({ state: 'hidden' });
    };
    const third = await rowText(3);

    // By its keys, and back: the focus is where it was.
    await way('No.3 取組内容を編集').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: `No.3 ${third.split('\n')[0] ?? ''}` }).waitFor();
    await picture('row-menu');
    for (const name of [
      '上に取組を追加',
      '下に取組を追加',
      '複製',
      '別の報告へ写す…',
      '上へ移動',
      '下へ移動',
      '削除',
    ]) {
      expect(await entry(name).count()).toBe(1);
    }
    await page.keyboard.press('Escape');
    await expect.poll(focusedName).toBe('No.3 取組内容を編集');

    // The right button, on whatever cell; the page break is ticked there.
    await rows().nth(3).locator('[data-field="results"]').click({ button: 'right' });
    const pageBreak = menu.getByRole('menuitemcheckbox', { name: 'この取組の前で改ページする' });
    expect(await pageBreak.getAttribute('aria-checked')).toBe('false');
    await pageBreak.click();
    await page.getByText('ここで改ページ').first().waitFor();
    await expect.poll(isInTable).toBe(true);
    await picture('page-break');

    // By the number itself, with its dots.
    await way('No.3 の操作').focus();
    await page.keyboard.press('Enter');
    await entry('下へ移動').press('Enter');
    await expect.poll(() => rowText(4)).toBe(third);
    await expect.poll(isInTable).toBe(true);
    // Into another group of rows, which are drawn together.
    const tenth = await rowText(10);
    await press(10, '下へ移動');
    await expect.poll(() => rowText(11)).toBe(tenth);
    await expect.poll(isInTable).toBe(true);
    await press(11, '削除');
    await expect.poll(() => rows().count()).toBe(15);
    await expect.poll(focusedName).toBe('No.11 取組内容を編集');
    await page.keyboard.press('Control+z');
    await expect.poll(() => rowText(11)).toBe(tenth);
    await expect.poll(isInTable).toBe(true);

    await press(2, '複製');
    await expect.poll(() => rows().count()).toBe(17);
    await expect.poll(() => textbox('取組名').evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    expect(await rowText(3)).toBe(await rowText(2));
    await press(1, '上に取組を追加');
    await expect.poll(() => textbox('取組名').inputValue()).toBe('');
    await page.keyboard.type('新しい一行目');
    await page.keyboard.press('Escape');
    expect(await rowText(1)).toContain('新しい一行目');
    // The table's last line.
    await page.getByRole('main').getByRole('button', { name: '取組を追加' }).click();
    await expect.poll(() => rows().count()).toBe(19);
    await page.keyboard.type('新しい最後の行');
    await page.keyboard.press('Escape');
    expect(await rowText(18)).toContain('新しい最後の行');
  });

  test('a selected cell is written in by a key or F2, and copied, cut, cleared and pasted as a whole', async () => {
    await openSample();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const cellText = (number: number, field: string): Promise<string> =>
      rows().nth(number).locator(`[data-field="${field}"]`).first().innerText();
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    const plan = await cellText(2, 'plan');

    await way('No.2 取組内容を編集').focus();
    await picture('cell-selected');
    // What was selected looks as it is printed.
    expect(await cellText(2, 'plan')).toBe(plan);
    await page.keyboard.press('a');
    await page.keyboard.type('bc');
    expect(await textbox('取組内容').inputValue()).toMatch(/。abc$/);
    await page.keyboard.press('Escape');
    expect(await cellText(2, 'plan')).toBe(`${plan}abc`);
    await page.keyboard.press('F2');
    await page.keyboard.type('d');
    await page.keyboard.press('F2');
    await page.keyboard.type('e');
    await page.keyboard.press('Escape');
    expect(await cellText(2, 'plan')).toBe(`${plan}abcde`);

    await page.keyboard.press('Control+c');
    await expect.poll(copied).toBe(`${plan}abcde`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+v');
    await expect.poll(() => cellText(3, 'plan')).toBe(`${plan}abcde`);
    await page.keyboard.press('Delete');
    await expect.poll(() => cellText(3, 'plan')).toBe('');
    await page.getByText('No.3 取組内容を空にしました。').first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellText(3, 'plan')).toBe(`${plan}abcde`);

    // Two fields of a cell, and one of several parts: what is copied comes back as it was.
    for (const [name, fields] of [
      ['取組結果・今後の取組の方向性', ['results', 'direction']],
      ['目標達成状況', ['outcomes']],
      ['達成目標', ['targets']],
      ['取組名・担当課名', ['title', 'section']],
    ] as const) {
      const texts = (number: number): Promise<string[]> =>
        Promise.all(fields.map((field) => cellText(number, field)));
      const before = await texts(4);
      await cell(`No.4 ${name}`).focus();
      await page.keyboard.press('Control+x');
      await expect.poll(async () => (await texts(4)).join('')).not.toBe(before.join(''));
      await expect.poll(focusedName).toBe(`No.4 ${name}を編集`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+v');
      await expect.poll(() => texts(5)).toEqual(before);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Control+v');
      await expect.poll(() => texts(4)).toEqual(before);
    }
    // A key that only moves an unseen caret does nothing to the text.
    await way('No.1 取組内容を編集').focus();
    const first = await cellText(1, 'plan');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    expect(await textbox('取組内容').inputValue()).toMatch(/。x$/);
    await page.keyboard.press('Escape');
    expect(await cellText(1, 'plan')).toBe(`${first}x`);
  });

  test('a row is copied into another report, told with the way there, and taken back there', async () => {
    const folder = newFolder();
    const other = { ...sampleAsInterchange(), fiscalYear: 2026, yearLabel: '令和8年度' };
    await libraryWith(folder, sampleAsInterchange(), {
      ...other,
      initiatives: other.initiatives.slice(0, 2),
    });
    shell = await kind.open({ folder });
    page = shell.page;
    await openReportOf(page, '令和7年度', 'くらし安心部');
    await page.getByRole('button', { name: '表全体', exact: true }).click();
    const title = await rows().nth(5).locator('[data-field="title"]').innerText();
    await rows().nth(5).locator('[data-field="title"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '別の報告へ写す…' }).click();
    const dialog = page.getByRole('dialog', { name: 'No.5 を別の報告へ写す' });
    await dialog.getByRole('button', { name: /令和8年度 くらし安心部/ }).waitFor();
    await picture('copy-row');
    await dialog.getByRole('button', { name: /令和8年度 くらし安心部/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText(`No.5「${title}」を「令和8年度 くらし安心部」の No.3 に写しました。`)
      .first()
      .waitFor();
    expect(await rows().count()).toBe(16);
    await page.getByRole('button', { name: '写した取組を開く' }).click();
    await expect.poll(() => rows().count()).toBe(4);
    expect(await rows().nth(3).locator('[data-field="title"]').innerText()).toBe(title);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows().count()).toBe(3);
  });

  test('beside the open pane it stays a table: the list folds to a strip of numbers that keys still walk', async () => {
    await openSample();
    const strip = page.locator('#rows-pane');
    const list = page.getByRole('listbox', { name: '取組の一覧' });
    const wide = (await strip.boundingBox())?.width ?? 0;
    await showSidePane(page);
    if (kind.size.width < 1_600) {
      await expect.poll(async () => (await strip.boundingBox())?.width ?? wide).toBeLessThan(90);
    }
    await standsUnderHeadings(1);
    const cells = await rows().nth(1).getByRole('cell').all();
    const tops = await Promise.all(
      cells.map(async (each) => Math.round((await each.boundingBox())?.y ?? 0)),
    );
    expect(new Set(tops).size).toBe(1);
    await picture('beside-pane');
    // Its names and states are still read, and its keys go through it without leaving it.
    await page.getByRole('option', { name: /^No\.4 .*達成.*未達成/ }).waitFor();
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: /^No\.3 /, selected: true }).waitFor();
    await expect.poll(() => page.url()).toContain('/rows/');
    expect(await list.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(focusedName).toBe('No.3 取組名・担当課名を編集');
    await page.getByRole('button', { name: '取組を追加' }).first().click();
    await expect.poll(() => rows().count()).toBe(17);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '入力フォーム', exact: true }).click();
    await expect.poll(async () => (await strip.boundingBox())?.width).toBe(wide);
  });

  test('columns are drawn wider by mouse and keys, remembered, and put back', async () => {
    await openSample();
    const border = (column: string): Locator =>
      page.getByRole('separator', { name: `「${column}」の列の幅` });
    const width = async (column: number): Promise<number> =>
      Math.round((await rows().nth(0).getByRole('columnheader').nth(column).boundingBox())?.width ?? 0);
    const usual = await width(2);
    const box = await border('取組内容').boundingBox();
    if (box === null) throw new Error('the border is not on show');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y, { steps: 5 });
    await picture('column-drag');
    await page.mouse.up();
    expect(Math.abs((await width(2)) - usual - 80)).toBeLessThan(5);
    await standsUnderHeadings(1);

    // From the first row up, and down again.
    await way('No.1 達成目標を編集').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => border('達成目標').evaluate((it) => it === document.activeElement)).toBe(true);
    const before = await width(3);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await width(3)).toBeGreaterThan(before + 50);
    await page.keyboard.press('ArrowDown');
    await expect.poll(focusedName).toBe('No.1 達成目標を編集');
    const drawn = [await width(2), await width(3)];
    await page.reload();
    await table().waitFor();
    expect([await width(2), await width(3)]).toEqual(drawn);
    await border('達成目標').focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => width(3)).not.toBe(drawn[1]);
    await way('列の幅を元に戻す').click();
    await expect.poll(() => width(2)).toBe(usual);
    expect(await way('列の幅を元に戻す').count()).toBe(0);
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
    expect(await focusedName()).toBe('No.1 の操作');
  });
});
