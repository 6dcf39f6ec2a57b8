import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { libraryWith, openReportOf, openSample, openSide, sampleAsInterchange } from './sample-library.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('the side pane in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  const start = async (folder = newFolder()): Promise<Page> => {
    shell = await kind.open({ folder });
    return shell.page;
  };
  const field = (page: Page, name: string): Locator =>
    page.getByRole('main').getByRole('textbox', { name, exact: true });
  const panel = (page: Page): Locator => page.getByRole('tabpanel');
  const picture = (page: Page, name: string): Promise<Buffer> =>
    page.screenshot({ path: join(pictures, `side-${name}.png`) });

  test('shows last year’s row with the differences marked, and copies a field in one step', async () => {
    const folder = newFolder();
    const thisYear = sampleAsInterchange();
    const lastYear = sampleAsInterchange();
    Object.assign(lastYear, { fiscalYear: 2024, yearLabel: '令和6年度' });
    lastYear.initiatives[0]?.plan.splice(0, 9, '古い写真の持ち主から話を聞き取り、小冊子にまとめます。');
    await libraryWith(folder, lastYear, thisYear);
    const page = await start(folder);
    await openReportOf(page, '令和7年度', 'くらし安心部');
    await field(page, '取組内容').focus();
    await openSide(page, '前年度');

    await panel(page).getByRole('heading', { name: '令和6年度 No.1' }).waitFor();
    const then = panel(page).getByRole('region', { name: '取組内容' });
    expect(await then.getAttribute('aria-current')).toBe('true');
    expect((await then.locator('mark').allInnerTexts()).join('')).toContain('小冊子');
    await panel(page).getByRole('radio', { name: '今年度との違い' }).check();
    expect((await then.locator('del').allInnerTexts()).join('')).toContain('小冊子');
    expect((await then.locator('ins').allInnerTexts()).join('')).toContain('公開');
    await picture(page, 'last-year');

    const before = await field(page, '取組内容').inputValue();
    await panel(page).getByRole('button', { name: '前年度の取組内容をこの欄に写す' }).click();
    await expect
      .poll(() => field(page, '取組内容').inputValue())
      .toBe('古い写真の持ち主から話を聞き取り、小冊子にまとめます。');
    await waitUntilSaved(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page, '取組内容').inputValue()).toBe(before);
  });

  test('says when last year has no such row, and what to do', async () => {
    const page = await start();
    await openSample(page);
    await openSide(page, '前年度');
    await panel(page).getByRole('heading', { name: '前年度の取組が見つかりません' }).waitFor();
    expect(await panel(page).innerText()).toContain('取り込む');
  });

  test('gives the guidance of the field that has the focus', async () => {
    const page = await start();
    await openSample(page);
    await openSide(page, '手引');
    for (const name of ['取組内容', '取組結果', '今後の取組の方向性'] as const) {
      await field(page, name).focus();
      await panel(page)
        .getByRole('region', { name: `${name}について` })
        .waitFor();
    }
    expect(await panel(page).getByText('目標宣言（年度当初）').count()).toBe(0);
    await panel(page).getByRole('combobox', { name: '手引を見る欄' }).selectOption({ label: '達成目標' });
    await panel(page).getByRole('region', { name: '達成目標について' }).waitFor();
    await picture(page, 'guidance');
  });

  test('lists what is missing and goes to the field', async () => {
    const page = await start();
    await openSample(page);
    await field(page, '取組名').fill('');
    await openSide(page, '確認');
    await panel(page).getByRole('heading', { name: '未記入の項目 1件' }).waitFor();
    await page.keyboard.press('Alt+PageDown');
    await page.getByRole('heading', { level: 2, name: /^No\.2 / }).waitFor();
    await panel(page).getByRole('radio', { name: 'この取組' }).check();
    await panel(page).getByText('未記入の項目はありません。').waitFor();
    await panel(page).getByRole('radio', { name: '報告全体' }).check();
    await picture(page, 'findings');
    await panel(page).getByRole('button', { name: 'No.1 取組名が未記入（欄へ移動）' }).click();
    await page.getByRole('heading', { level: 2, name: /^No\.1 / }).waitFor();
    await expect
      .poll(() => field(page, '取組名').evaluate((it) => it === document.activeElement))
      .toBe(true);
    await page.keyboard.type('郷土の記憶を伝える事業');
    await panel(page).getByText('未記入の項目はありません。').waitFor();

    // Figures and writing are looked at after each save.
    const found = panel(page).getByRole('list', { name: '指摘' });
    await found.getByRole('button', { name: /^No\.3 ［.*］ 達成状況 1 の実績値がいつ現在/ }).click();
    await page.getByRole('heading', { level: 2, name: /^No\.3 / }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/-statement$/u);
    await picture(page, 'checked-findings');
    await page.keyboard.press('End');
    await page.keyboard.type('取り組みを行いました。');
    await found.getByRole('button', { name: /^No\.3 ［.*］ 「取り組み」は「取組」と書きます。/ }).click();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toBe('取り組み');

    // At the target its figures are read, too: what is read is taken by a press, and never by itself.
    const verdict = page.getByRole('combobox', { name: '達成目標 1 判定', exact: true });
    await verdict.focus();
    await verdict.selectOption({ label: '未達成' });
    await page.getByText('目標3件に対し実績4件（達成率133.3％）で、達成と読めます。').waitFor();
    expect(await verdict.inputValue()).toBe('not-achieved');
    // Who decides otherwise may say why: it becomes a comment at the target.
    await page
      .getByRole('textbox', { name: '達成目標 1 この判定にした理由（任意）' })
      .fill('新規は2件のため');
    await page.getByRole('button', { name: 'コメントに残す' }).click();
    await page.getByText('理由をコメントに残しました。').first().waitFor();
    await page.getByRole('button', { name: '達成目標 1 判定を「達成」にする' }).click();
    await expect.poll(() => verdict.inputValue()).toBe('achieved');
    await expect.poll(() => verdict.evaluate((it) => it === document.activeElement)).toBe(true);

    // A statement that nobody has written is offered as this report says it elsewhere, and put in by a press.
    const statement = page.getByRole('textbox', { name: '達成状況 1 達成状況の説明', exact: true });
    await statement.fill('');
    await page
      .getByRole('button', { name: /^達成状況 1 説明に「.*目標を達成しました。」を入れる$/ })
      .click();
    await expect.poll(() => statement.inputValue()).toMatch(/目標を達成しました。$/u);
    await openSide(page, 'コメント');
    await panel(page).getByText('判定の理由：新規は2件のため').waitFor();
  });

  test('says who changed what, and brings an old text back as an ordinary change', async () => {
    const page = await start();
    await openSample(page);
    const before = await field(page, '取組名').inputValue();
    await field(page, '取組名').fill('郷土の思い出を伝える事業');
    await openSide(page, '履歴');
    await panel(page).getByRole('radio', { name: 'この欄（取組名）' }).check();
    const entries = panel(page).getByRole('list', { name: '変更の履歴' });
    expect(await entries.locator('del').first().innerText()).toContain('記憶');
    expect(await entries.locator('ins').first().innerText()).toContain('思い出');
    await picture(page, 'history');
    await entries
      .getByRole('button', { name: /^取組名を .* の変更前の内容に戻す$/ })
      .first()
      .click();
    await expect.poll(() => field(page, '取組名').inputValue()).toBe(before);
    await waitUntilSaved(page);
    await expect.poll(() => entries.getByRole('listitem').count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page, '取組名').inputValue()).toBe('郷土の思い出を伝える事業');
  });

  test('holds a talk about a piece of a text, and another window hears of it', async () => {
    const page = await start();
    await openSample(page);
    const opened = page.context().waitForEvent('page');
    await page.evaluate(() => void window.open(location.href));
    const other = await opened;
    await other.getByRole('textbox', { name: '取組名', exact: true }).waitFor();
    await page.bringToFront();

    await field(page, '取組名').evaluate((it: HTMLTextAreaElement) => {
      it.focus();
      it.setSelectionRange(0, 5);
    });
    await page.keyboard.press('Control+Alt+m');
    const draft = panel(page).getByRole('region', { name: 'No.1 取組名へのコメント' });
    expect(await draft.getByRole('blockquote').innerText()).toBe('郷土の記憶');
    await page.keyboard.type('「記憶」と「思い出」のどちらにしますか。');
    await page.keyboard.press('Control+Enter');
    const thread = panel(page).getByRole('listitem', { name: 'No.1 取組名のコメント 1' });
    await thread.waitFor();
    // The focus is back where the person was writing.
    await expect
      .poll(() => field(page, '取組名').evaluate((it) => it === document.activeElement))
      .toBe(true);
    await other.getByRole('button', { name: '取組名のコメント（未解決 1件）' }).waitFor();

    await thread.getByRole('button', { name: '返信：No.1 取組名 1件目' }).click();
    await page.keyboard.type('「記憶」のままにします。');
    await panel(page).getByRole('button', { name: '返信する' }).click();
    await thread.getByText('「記憶」のままにします。').waitFor();
    await picture(page, 'comments');
    await page.keyboard.press('Alt+PageDown');
    await page.getByRole('heading', { level: 2, name: /^No\.2 / }).waitFor();
    await thread.getByRole('button', { name: '欄へ移動：No.1 取組名 1件目' }).click();
    await page.getByRole('heading', { level: 2, name: /^No\.1 / }).waitFor();
    await expect
      .poll(() =>
        field(page, '取組名').evaluate((it: HTMLTextAreaElement) =>
          it.value.slice(it.selectionStart, it.selectionEnd),
        ),
      )
      .toBe('郷土の記憶');

    await thread.getByRole('button', { name: '解決済みにする：No.1 取組名 1件目' }).click();
    await panel(page).getByText('未解決のコメントはありません。').waitFor();
    await page.getByRole('button', { name: '取組名にコメント', exact: true }).waitFor();
    await panel(page).getByRole('radio', { name: 'すべて' }).check();
    await thread.getByRole('button', { name: '未解決に戻す：No.1 取組名 1件目' }).click();
    await other.getByRole('button', { name: '取組名のコメント（未解決 1件）' }).waitFor();
  });

  test('lays the row out as it will print, while it is being typed', async () => {
    const page = await start();
    await openSample(page);
    await openSide(page, 'プレビュー');
    const table = panel(page).getByRole('table', { name: '達成状況報告の表' });
    expect(await table.getByRole('columnheader').count()).toBe(6);
    await field(page, '取組名').fill('川辺の木陰づくり');
    await table.getByText('川辺の木陰づくり').waitFor();
    await picture(page, 'preview');
    // What is laid out is the document of the stage.
    await page.getByRole('button', { name: '段階：達成状況報告' }).click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: /^目標宣言の段階に戻す/ })
      .click();
    await panel(page).getByRole('table', { name: '目標宣言の表' }).waitFor();
    expect(await panel(page).getByRole('columnheader').count()).toBe(4);
    await page.getByRole('button', { name: '達成状況報告を始める' }).click();
    await table.waitFor();
    await panel(page).getByRole('radio', { name: '表全体' }).check();
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThanOrEqual(16);
    await panel(page).getByRole('button', { name: '大きく表示' }).click();
    const dialog = page.getByRole('dialog', { name: '印刷プレビュー' });
    await dialog.getByText('川辺の木陰づくり').waitFor();
    await picture(page, 'preview-large');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toBe('大きく表示');
  });
});
