import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { pasteInto } from './clipboard.ts';
import { libraryWith, openReportOf, openSide, sampleAsInterchange } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('what undo and redo are called in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  const box = (name: string): Locator => textbox(page, name);
  const press = (name: string): Promise<void> => button(page, name).first().click();

  beforeEach(async () => {
    const folder = newFolder();
    const thisYear = sampleAsInterchange();
    const lastYear = { ...sampleAsInterchange(), fiscalYear: 2024, yearLabel: '令和6年度' };
    for (const row of thisYear.initiatives) row.plan = ['見守ります。'];
    await libraryWith(folder, lastYear, thisYear);
    shell = await kind.open({ folder });
    page = shell.page;
    await openReportOf(page, '令和7年度', 'くらし安心部');
    // The third row: number and field stand in every name.
    await page.getByRole('listbox', { name: /^取組の?一覧$/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { level: 2, name: /^No\.3 / }).waitFor();
  });
  afterEach(() => shell.close());

  /** Does something, and sees its name on the button, its tooltip, in what is said, and on the way back. */
  async function expectNamed(name: string, act: () => Promise<unknown>): Promise<void> {
    const before = (await storedReport(page)).initiatives;
    await act();
    await waitUntilSaved(page);
    const undo = button(page, `元に戻す：${name}`);
    await undo.waitFor();
    expect(await undo.getAttribute('title')).toBe(`元に戻す：${name}（Ctrl+Z）`);
    const after = (await storedReport(page)).initiatives;
    expect(after).not.toEqual(before);
    await undo.click();
    await page.getByRole('status', { name: 'お知らせ' }).getByText(`元に戻しました：${name}`).waitFor();
    await expect.poll(async () => (await storedReport(page)).initiatives).toEqual(before);
    const redo = page.getByRole('button', { name: /^やり直す：/ });
    await redo.click();
    await page
      .getByRole('status', { name: 'お知らせ' })
      .getByText(/^やり直しました：/)
      .waitFor();
    await expect.poll(async () => (await storedReport(page)).initiatives).toEqual(after);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await storedReport(page)).initiatives).toEqual(before);
  }

  /** Through the palette, wherever the page is. */
  const goToThird = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /実行したいこと/ }).fill('No.3へ');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: /^No\.3 / }).waitFor();
  };

  test('typing, in each field of a row', async () => {
    for (const [field, name] of [
      ['取組内容', '取組内容'],
      ['今後の取組の方向性', '今後の取組の方向性'],
      ['達成目標 1 目標値', '達成目標'],
      ['達成状況 1 達成状況の説明', '目標達成状況'],
    ] as const) {
      await expectNamed(`No.3 ${name}を変更`, () => box(field).fill('書き換えました。'));
    }
    await expectNamed('No.3 担当課名を変更', () =>
      page.getByRole('combobox', { name: '担当課名', exact: true }).fill('別の課'),
    );
  });

  longTest('choices, and what comes, goes and moves inside a row', async () => {
    await expectNamed('No.3 判定を変更', () =>
      page
        .getByRole('combobox', { name: '達成目標 1 判定', exact: true })
        .selectOption({ label: '評価不能' }),
    );
    await expectNamed('No.3 改ページを変更', () =>
      page.getByRole('checkbox', { name: 'この取組の前で改ページする' }).click(),
    );
    // What was asked for stands ready, and is added with its first words.
    await expectNamed('No.3 達成目標を追加', async () => {
      await press('達成目標を追加');
      await box('達成目標 2 目標の内容').fill('見守り協力店 20店');
    });
    await expectNamed('No.3 達成目標を削除', () => press('達成目標 1 を削除'));
    await expectNamed('No.3 目標達成状況を追加', async () => {
      await press('達成状況を追加');
      await box('達成状況 2 達成状況の説明').fill('協力店が増えました。');
    });
    await expectNamed('No.3 目標達成状況を削除', () => press('達成状況 1 を削除'));
    await press('達成目標を追加');
    await box('達成目標 2 目標の内容').fill('見守り協力店 20店');
    await waitUntilSaved(page);
    await expectNamed('No.3 達成目標を並べ替え', () => press('達成目標 1 を下へ'));
  });

  longTest('rows that come, go and move', async () => {
    await expectNamed('No.4 取組を追加', () => press('取組を追加'));
    await goToThird();
    await expectNamed('No.4 取組を移動', () => press('この取組を下へ'));
    await expectNamed('取組を削除', () => press('この取組を削除'));
  });

  longTest('a paste of rows, a replacement, and last year’s text', async () => {
    await expectNamed('表の貼り付け（2行）', async () => {
      await page.getByRole('heading', { level: 2 }).first().click();
      const row = (title: string): string =>
        `${title}\t公園みどり課\t見守ります。\t巡回 20回\t巡回しました。`;
      await pasteInto(page, { text: `${row('公園の見守り')}\r\n${row('花壇の手入れ')}\r\n` });
      const dialog = page.getByRole('dialog', { name: '表を貼り付ける' });
      for (const [at, field] of ['取組名', '担当課名', '取組内容', '達成目標', '取組結果'].entries()) {
        await dialog.getByRole('combobox', { name: `${at + 1}列目の内容` }).selectOption({ label: field });
      }
      await dialog.getByRole('button', { name: 'この内容で貼り付ける' }).click();
      await dialog.waitFor({ state: 'hidden' });
    });
    const places = JSON.stringify((await storedReport(page)).initiatives).split('見守ります').length - 1;
    const replacing = `「見守ります」を「見守りました」に置き換え（${places}か所）`;
    await expectNamed(replacing, async () => {
      await page.keyboard.press('Control+h');
      await box('探す言葉').fill('見守ります');
      await box('置換後の文字列').fill('見守りました');
      await page.getByRole('button', { name: /^選んだ.*か所を置換$/ }).click();
      await page
        .getByText(/か所を置き換えました。/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
    });
    await goToThird();
    await openSide(page, '前年度');
    await expectNamed('No.3 取組内容を令和6年度の報告から転記', () =>
      press('前年度の取組内容をこの欄に写す'),
    );
    await openSide(page, '履歴');
    const entries = page.getByRole('list', { name: '変更の履歴' }).getByRole('listitem');
    await entries.filter({ hasText: '元に戻す' }).filter({ hasText: replacing }).first().waitFor();
  });
});
