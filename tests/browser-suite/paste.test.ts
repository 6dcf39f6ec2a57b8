import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { pasteInto } from './clipboard.ts';
import { button, startEmptyReport, textbox } from './start-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('pasting in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  const box = (name: string): Locator => textbox(shell.page, name);

  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    await startEmptyReport(shell.page);
    await button(shell.page, '取組を追加').first().click();
    await box('取組名').waitFor();
  });
  afterEach(() => shell.close());

  test('lines of a mail become bullets, and one Ctrl+Z takes them back', async () => {
    await box('取組内容').click();
    await shell.page.keyboard.type('見回りをします。');
    await shell.page.keyboard.press('Enter');
    await pasteInto(shell.page, { text: '・枝を切ります。\r\n\r\n・苗木を植えます。\r\n' });
    expect(await box('取組内容').inputValue()).toBe('見回りをします。\n枝を切ります。\n苗木を植えます。');
    await shell.page.keyboard.type('（秋）');
    await waitUntilSaved(shell.page);
    await shell.page.keyboard.press('Control+z');
    await expect
      .poll(() => box('取組内容').inputValue())
      .toBe('見回りをします。\n枝を切ります。\n苗木を植えます。');
    await shell.page.keyboard.press('Control+z');
    await expect.poll(() => box('取組内容').inputValue()).toBe('見回りをします。');
  });

  test('line breaks become a space in a field of one line', async () => {
    for (const name of ['取組名', '担当課名']) {
      await shell.page.getByLabel(name, { exact: true }).click();
      await pasteInto(shell.page, { text: '公園\r\n見守り\r\n' });
      expect(await shell.page.getByLabel(name, { exact: true }).inputValue()).toBe('公園 見守り');
    }
  });

  test('a row of Excel is shown first, then fills the fields of the row as one step', async () => {
    await box('取組内容').click();
    await pasteInto(shell.page, {
      text: '"公園の見守り\n(公園みどり課)"\t"・見守ります。\n・直します。"\t巡回の回数(夜間) 20回\t巡回しました。\t"巡回しました。\n【令和8年3月31日時点】\n巡回 22回"\r\n',
    });
    const dialog = shell.page.getByRole('dialog', { name: '表を貼り付ける' });
    await dialog.getByText('1行を読み取りました').waitFor();
    expect(await dialog.getByRole('radio', { name: /No\.1 に入れる/ }).isChecked()).toBe(true);
    await shell.page.screenshot({ path: join(pictures, 'paste-table.png') });
    // Enter does what the paste was for; it does not throw it away.
    await shell.page.keyboard.press('Enter');
    await expect.poll(() => box('取組名').inputValue()).toBe('公園の見守り');
    expect(await shell.page.getByLabel('担当課名', { exact: true }).inputValue()).toBe('公園みどり課');
    expect(await box('取組内容').inputValue()).toBe('見守ります。\n直します。');
    expect(await box('達成目標 1 補足').inputValue()).toBe('夜間');
    expect(await box('達成状況 1 の1件目の 実績値').inputValue()).toBe('22回');
    await waitUntilSaved(shell.page);
    await shell.page.keyboard.press('Control+z');
    await expect.poll(() => box('取組名').inputValue()).toBe('');
    expect(await box('取組内容').inputValue()).toBe('');
  });

  test('what a column holds can be chosen, and the paste be taken as text instead', async () => {
    await box('取組結果').click();
    const text = '巡回しました。\t続けます。\r\n';
    await pasteInto(shell.page, { text });
    const dialog = shell.page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: '2列目の内容' })
      .selectOption({ label: '今後の取組の方向性' });
    await dialog.getByRole('combobox', { name: '1列目の内容' }).selectOption({ label: '取組結果' });
    await dialog.getByRole('button', { name: 'この内容で貼り付ける' }).click();
    await expect.poll(() => box('今後の取組の方向性').inputValue()).toBe('続けます。');
    expect(await box('取組結果').inputValue()).toBe('巡回しました。');

    // The dialog gives the focus back when it is gone; a click before that would be undone by it.
    await dialog.waitFor({ state: 'hidden' });
    await box('取組内容').click();
    await pasteInto(shell.page, { text });
    await dialog.getByRole('button', { name: '文字として貼り付ける' }).click();
    await expect.poll(() => box('取組内容').inputValue()).toContain('巡回しました。 続けます。');
  });

  test('a list of Word is no table, and what a paste would overwrite stands on its button', async () => {
    const item = (text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span></span>${text}</p>`;
    await box('達成目標 1 目標の内容').fill('巡回の回数');
    await box('達成目標 1 目標値').fill('20回');
    await box('取組内容').click();
    await pasteInto(shell.page, {
      text: 'l\t見守ります。\r\nl\t直します。\r\n',
      html: `<html><body>${item('見守ります。')}${item('直します。')}</body></html>`,
    });
    await expect.poll(() => box('取組内容').inputValue()).toBe('見守ります。\n直します。');
    expect(await shell.page.getByRole('dialog').count()).toBe(0);

    await box('取組結果').click();
    await pasteInto(shell.page, { text: '22回\t見守りました。\r\n' });
    const dialog = shell.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '1列目の内容' }).selectOption({ label: '目標値だけ' });
    await dialog.getByRole('combobox', { name: '2列目の内容' }).selectOption({ label: '取組内容' });
    await dialog.getByRole('radio', { name: /No\.1 に入れる/ }).check();
    const over = dialog.getByRole('button', { name: '書いてある2欄を置き換えて貼り付ける' });
    await over.waitFor();
    await shell.page.screenshot({ path: join(pictures, 'paste-over.png') });
    await over.click();
    await expect.poll(() => box('達成目標 1 目標値').inputValue()).toBe('22回');
    expect(await box('達成目標 1 目標の内容').inputValue()).toBe('巡回の回数');
    expect(await box('取組内容').inputValue()).toBe('見守りました。');
  });

  test('a pasted page runs no script and loads nothing', async () => {
    const asked: string[] = [];
    shell.page.on('request', (request) => asked.push(request.url()));
    await box('取組内容').click();
    await pasteInto(shell.page, {
      text: 'a\tb',
      html: '<table><tr><td>公園<img src="http://127.0.0.1:9/x" onerror="document.title=1"><script>document.title=2</script></td><td>見守ります。</td></tr></table>',
    });
    await shell.page.getByRole('dialog').getByText('1行を読み取りました').waitFor();
    expect(await shell.page.title()).not.toMatch(/^[12]$/);
    expect(asked.filter((url) => url.includes(':9/'))).toEqual([]);
  });
});
