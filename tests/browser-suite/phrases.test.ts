import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { usualSize } from '../support/window-sizes.ts';
import { Keyboard } from './keyboard.ts';
import { startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells([usualSize]))('phrases of one’s own in the $name', (kind) => {
  let shell: Shell;
  afterEach(() => shell.close());

  test('are made of what is selected, edited, arranged, and put where the caret is in one step', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    await startSample(page);
    const keys = new Keyboard(page);
    const picker = page.getByRole('dialog', { name: '定型文を入れる' });
    const editor = page.getByRole('dialog', { name: '定型文を編集' });
    const phrase = (number: number) =>
      editor.getByRole('textbox', { name: `定型文 ${number}`, exact: true });

    // Nothing is selected yet; then a piece of a text is.
    await textbox(page, '取組内容').fill('関係課と連携して進めます。');
    await keys.press('Alt+F3');
    await page.getByText('定型文にする文を欄の中で選んでから、もう一度お試しください。').first().waitFor();
    await textbox(page, '取組内容').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 13));
    await keys.press('Alt+F3');
    await page.getByText('「連携して進めます。」を定型文に加えました。').first().waitFor();
    await keys.press('Alt+F3');
    await page.getByText('この文は、すでに定型文に入っています。').first().waitFor();

    await keys.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await keys.type('定型文を編集');
    await page.getByRole('option').first().waitFor();
    await keys.press('Enter');
    await editor.waitFor();
    await editor.getByRole('button', { name: '定型文を追加' }).click();
    await phrase(2).fill('目標を上回りました。\n引き続き取り組みます。');
    await editor.getByRole('button', { name: '定型文を追加' }).click();
    await phrase(3).fill('書きかけ');
    await editor.getByRole('button', { name: '定型文 2 を上へ' }).click();
    await expect.poll(() => phrase(1).inputValue()).toBe('目標を上回りました。\n引き続き取り組みます。');
    await page.screenshot({ path: join(kind.pictures, 'phrase-editor.png') });
    await editor.getByRole('button', { name: '定型文 2 を削除' }).click();
    await expect.poll(() => phrase(2).inputValue()).toBe('書きかけ');
    await editor.getByRole('button', { name: '削除を取り消す' }).click();
    await expect.poll(() => phrase(2).inputValue()).toBe('連携して進めます。');
    // What is being typed is kept when the dialog is closed.
    await phrase(3).fill('書き終えた文');
    await keys.press('Escape');
    await editor.waitFor({ state: 'hidden' });

    // Several lines become bullets, and Ctrl+Z takes the whole phrase back.
    await textbox(page, '取組結果').fill('先にありました。');
    await keys.press('Enter');
    await keys.press('Control+Alt+t');
    await picker.waitFor();
    await page.screenshot({ path: join(kind.pictures, 'phrase-picker.png') });
    await keys.type('上回り');
    await keys.press('Enter');
    await keys.at('取組結果');
    const whole = '先にありました。\n目標を上回りました。\n引き続き取り組みます。';
    expect(await textbox(page, '取組結果').inputValue()).toBe(whole);
    await waitUntilSaved(page);
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.results)
      .toEqual(whole.split('\n'));
    await keys.press('Control+z');
    await expect.poll(() => textbox(page, '取組結果').inputValue()).toBe('先にありました。');

    // By the list of commands it goes to the same place: the line that was just made.
    await keys.press('Control+End');
    await keys.press('Enter');
    await keys.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await keys.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await keys.at('取組結果');
    expect(await textbox(page, '取組結果').inputValue()).toBe('先にありました。\n');
    await keys.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await keys.type('定型文を入れる');
    await page.getByRole('option').first().waitFor();
    await keys.press('Enter');
    await picker.waitFor();
    await keys.type('書き終えた');
    await keys.press('Enter');
    await expect.poll(() => textbox(page, '取組結果').inputValue()).toBe('先にありました。\n書き終えた文');

    // In a field of one line, by the mouse, where the caret stands.
    await textbox(page, '達成状況 1 達成状況の説明').fill('前後');
    await textbox(page, '達成状況 1 達成状況の説明').evaluate((area: HTMLTextAreaElement) =>
      area.setSelectionRange(1, 1),
    );
    await page.getByRole('button', { name: '定型文を入れる', exact: true }).click();
    await picker.getByRole('option', { name: /書き終えた文/ }).click();
    await expect
      .poll(() => textbox(page, '達成状況 1 達成状況の説明').inputValue())
      .toBe('前書き終えた文後');

    // Without a field to write in nothing is put anywhere.
    await page.getByRole('heading', { level: 2, name: /^No\.1/ }).focus();
    await keys.press('Control+Alt+t');
    await page
      .getByText('定型文を入れる欄にカーソルを置いてから、もう一度お試しください。')
      .first()
      .waitFor();
  });
});
