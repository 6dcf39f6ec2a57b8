import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openSample, openSide } from './sample-library.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('comments and panes in the $name', (kind) => {
  let shell: Shell;
  afterEach(() => shell.close());

  const start = async (): Promise<Page> => {
    shell = await kind.open({ folder: newFolder() });
    await openSample(shell.page);
    return shell.page;
  };
  const panel = (page: Page): Locator => page.getByRole('tabpanel');
  const field = (page: Page, name: string): Locator =>
    page.getByRole('main').getByRole('textbox', { name, exact: true });
  const hasFocus = (place: Locator): Promise<boolean> =>
    place.evaluate((it) => it === document.activeElement);

  const commentOn = async (page: Page, words: string): Promise<Locator> => {
    await field(page, '取組名').evaluate((it: HTMLTextAreaElement) => {
      it.focus();
      it.setSelectionRange(0, 5);
    });
    await page.keyboard.press('Control+Alt+m');
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Enter');
    const thread = panel(page).getByRole('listitem', { name: 'No.1 取組名のコメント 1' });
    await thread.waitFor();
    return thread;
  };

  test('one’s own comment is put right, and removed once nobody has answered it', async () => {
    const page = await start();
    const thread = await commentOn(page, '「記憶」で良いですか。');
    await thread.getByRole('button', { name: 'No.1 取組名 1件目の1つ目のコメントを直す' }).click();
    const text = thread.getByRole('textbox', { name: '自分のコメントを直す' });
    expect(await text.inputValue()).toBe('「記憶」で良いですか。');
    await text.fill('「思い出」では軽いですか。');
    await page.keyboard.press('Control+Enter');
    await thread.getByText('「思い出」では軽いですか。').waitFor();
    await thread.getByText('（変更あり）').waitFor();
    await expect.poll(() => hasFocus(thread.getByRole('button', { name: /のコメントを直す$/ }))).toBe(true);

    await thread.getByRole('button', { name: '返信：No.1 取組名 1件目' }).click();
    await page.keyboard.type('軽くありま');
    // Something is looked up in between.
    await page.getByRole('tab', { name: /^履歴/ }).click();
    await page.getByRole('tab', { name: /^コメント/ }).click();
    const answer = thread.getByRole('textbox', { name: '返信' });
    await answer.click();
    await page.keyboard.press('End');
    await page.keyboard.type('せん。');
    expect(await answer.inputValue()).toBe('軽くありません。');
    await page.keyboard.press('Control+Enter');
    await thread.getByText('軽くありません。').waitFor();
    // Removing the first would take the answer with it.
    expect(await thread.getByRole('button', { name: /のコメントを削除$/ }).count()).toBe(1);
    await thread.getByRole('button', { name: 'No.1 取組名 1件目の2つ目のコメントを削除' }).click();
    await page.keyboard.press('Escape');
    await thread.getByText('軽くありません。').waitFor();
    await thread.getByRole('button', { name: 'No.1 取組名 1件目の2つ目のコメントを削除' }).press('Enter');
    await page.keyboard.press('Enter');
    await thread.getByText('軽くありません。').waitFor({ state: 'hidden' });
    await thread.getByRole('button', { name: 'No.1 取組名 1件目の1つ目のコメントを削除' }).click();
    await thread.getByRole('button', { name: '削除する' }).click();
    await panel(page).getByText('コメントはまだありません。').waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  test('a piece that was rewritten since is marked so, until it stands there again', async () => {
    const page = await start();
    const thread = await commentOn(page, 'この言い方は残しますか。');
    await page.screenshot({ path: join(kind.pictures, 'side-comment-on-a-piece.png') });
    const gone = thread.getByText('この部分は、その後書き換えられました。');
    expect(await gone.count()).toBe(0);
    await field(page, '取組名').fill('まちの思い出を伝える事業');
    await gone.waitFor();
    await field(page, '取組名').press('Control+z');
    await gone.waitFor({ state: 'hidden' });
  });

  test('the tabs count what waits: what is missing and what is not settled', async () => {
    const page = await start();
    await openSide(page, '確認');
    const tab = (name: string): Locator => page.getByRole('tab', { name });
    expect(await tab('確認').innerText()).toBe('確認');
    await field(page, '取組内容').fill('');
    await page.getByRole('tab', { name: /^確認 ?（1件）$/ }).waitFor();
    const thread = await commentOn(page, '何をしますか。');
    await page.getByRole('tab', { name: /^コメント ?（1件）$/ }).waitFor();
    await thread.getByRole('button', { name: '解決済みにする：No.1 取組名 1件目' }).click();
    await page.getByRole('tab', { name: 'コメント', exact: true }).waitFor();
  });

  test('a comment begins at each field, in the form and in an open cell', async () => {
    const page = await start();
    const names = ['取組名', '担当課名', '取組内容', '達成目標', '取組結果', '目標達成状況'];
    for (const name of names) {
      await page
        .getByRole('main')
        .getByRole('button', { name: `${name}にコメント` })
        .waitFor();
    }
    await page.getByRole('button', { name: '表全体' }).click();
    await page.getByRole('button', { name: 'No.2 取組名・担当課名を編集' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '担当課名にコメント' }).click();
    await panel(page).getByRole('region', { name: 'No.2 担当課名へのコメント' }).waitFor();
  });

  test('F6 goes around the panes and comes back to where it was', async () => {
    const page = await start();
    await openSide(page, '手引');
    await field(page, '取組内容').focus();
    await page.keyboard.press('F6');
    await expect.poll(() => hasFocus(page.getByRole('tab', { selected: true }))).toBe(true);
    await page.keyboard.press('F6');
    await expect.poll(() => hasFocus(page.getByRole('listbox', { name: '取組の一覧' }))).toBe(true);
    await page.keyboard.press('F6');
    await expect.poll(() => hasFocus(field(page, '取組内容'))).toBe(true);
    await page.keyboard.press('Shift+F6');
    await expect.poll(() => hasFocus(page.getByRole('listbox', { name: '取組の一覧' }))).toBe(true);
    await page.keyboard.press('Control+/');
    const keys = page.getByRole('dialog', { name: 'キー操作の一覧' });
    await keys.getByText('次の区画へ').waitFor();
  });

  test('the preview says where pages begin, and a page that is asked for', async () => {
    const page = await start();
    await openSide(page, 'プレビュー');
    await panel(page).getByRole('radio', { name: '表全体' }).check();
    await panel(page).getByText('2ページ目', { exact: true }).waitFor();
    await page.getByRole('button', { name: '次の取組' }).click();
    await page.getByRole('checkbox', { name: 'この取組の前で改ページする' }).check();
    await panel(page).getByText('ここで改ページ（2ページ目）').waitFor();
  });
});
