import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openSample, openSide } from './sample-library.ts';

const newFolder = temporaryFolders();

/** Where the marked words stand in the window, by what they are. */
async function marked(
  page: Page,
): Promise<ReadonlyMap<string, { readonly x: number; readonly y: number }>> {
  const found = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => {
        const { left, top, width, height } = (range as Range).getBoundingClientRect();
        return [(range as Range).toString(), { x: left + width / 2, y: top + height / 2 }] as const;
      }),
    ),
  );
  return new Map(found);
}

describe.each(availableShells())('what is found, at the word, in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  test('words are marked while one writes, explained at a press, and put right as one change', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    await openSample(page);
    const plan = page.getByRole('main').getByRole('textbox', { name: '取組内容', exact: true });
    const measure = page
      .getByRole('main')
      .getByRole('textbox', { name: '達成目標 1 目標の内容', exact: true });
    await plan.fill('古い道具の取り組みを行ないます。\n取り組みを続けます。');
    await measure.fill('取り組みの件数');
    await expect
      .poll(async () => [...(await marked(page)).keys()])
      .toEqual(expect.arrayContaining(['取り組み', '行ない']));
    await page.screenshot({ path: join(pictures, 'findings-marked.png') });

    // What is typed before marked words moves the marks along, and nothing else.
    const at = (await marked(page)).get('行ない');
    await plan.focus();
    await plan.evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(0, 0));
    await page.keyboard.type('とても');
    await expect.poll(async () => (await marked(page)).get('行ない')?.x).toBeGreaterThan(at?.x ?? 0);

    // A press on the word explains it where it is; the focus stays in the text.
    const word = (await marked(page)).get('行ない');
    await page.mouse.click(word?.x ?? 0, word?.y ?? 0);
    const card = page.getByRole('dialog', { name: /指摘：/ });
    await card.getByText('「行ない」は「行い」と書きます。').waitFor();
    expect(await plan.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.screenshot({ path: join(pictures, 'finding-card.png') });
    await card.getByRole('button', { name: '「行ない」を「行い」に直す' }).click();
    await expect.poll(() => plan.inputValue()).toContain('取り組みを行います。');
    await page.keyboard.press('Control+z');
    await expect.poll(() => plan.inputValue()).toContain('取り組みを行ないます。');

    // By keyboard: from one to the next, into the explanation and back.
    await plan.evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(0, 0));
    await expect.poll(async () => [...(await marked(page)).keys()]).toContain('行ない');
    await page.keyboard.press('Alt+F7');
    await card.getByText('「取り組み」は「取組」と書きます。').waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await plan.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Alt+F7');
    await card.getByRole('button', { name: /^同じ指摘をまとめて直す/ }).click();

    // All of a kind, looked over, one left out.
    const all = page.getByRole('dialog', { name: /^まとめて直す：/ });
    await all.getByRole('checkbox', { name: /達成目標$/ }).uncheck();
    await page.screenshot({ path: join(pictures, 'findings-all.png') });
    await all.getByRole('button', { name: /件を直す$/ }).click();
    await expect.poll(() => plan.inputValue()).toBe('とても古い道具の取組を行ないます。\n取組を続けます。');
    expect(await measure.inputValue()).toBe('取り組みの件数');
    await plan.focus();
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => plan.inputValue())
      .toBe('とても古い道具の取り組みを行ないます。\n取り組みを続けます。');

    // The marks are somebody's to put away.
    await openSide(page, '確認');
    await page.getByRole('checkbox', { name: '文章の中に印を付ける' }).uncheck();
    await expect.poll(async () => (await marked(page)).size).toBe(0);
  });

  test('what the office lets stand and how it writes its words counts at once, in the text too', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    await openSample(page);
    const plan = page.getByRole('main').getByRole('textbox', { name: '取組内容', exact: true });
    await plan.fill('子供の取り組みを行ないます。');
    const words = async (): Promise<string[]> => [...(await marked(page)).keys()];
    await expect.poll(words).toEqual(expect.arrayContaining(['取り組み', '行ない']));

    // One place stands, with a reason; another rule is not wanted at all.
    await plan.evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(0, 0));
    await page.keyboard.press('Alt+F7');
    const card = page.getByRole('dialog', { name: /指摘：/ });
    await card.getByText('「取り組み」は「取組」と書きます。').waitFor();
    await card.getByRole('button', { name: 'この箇所は見送る…' }).click();
    await card.getByRole('textbox', { name: /見送る理由/ }).fill('事業の名称のため');
    await page.screenshot({ path: join(pictures, 'finding-let-stand.png') });
    await card.getByRole('button', { name: '見送る', exact: true }).click();
    await expect.poll(words).not.toContain('取り組み');
    await page.keyboard.press('Alt+F7');
    await card.getByText('「行ない」は「行い」と書きます。').waitFor();
    await card.getByRole('button', { name: 'この決まりを使わない' }).click();
    await expect.poll(words).not.toContain('行ない');
    await page.getByRole('button', { name: '取り消す', exact: true }).click();
    await expect.poll(words).toContain('行ない');

    // 文書の決まり: a rule is off, a word is the office's own, a list is read, what stands is told again.
    await openSide(page, '確認');
    await page.getByRole('button', { name: '文書の決まり…' }).click();
    const dialog = page.getByRole('dialog', { name: '文書の決まり' });
    await dialog
      .getByRole('combobox', { name: '送り仮名の扱い', exact: true })
      .selectOption({ label: '使わない' });
    await page.screenshot({ path: join(pictures, 'office-rules.png') });
    await dialog.getByRole('radio', { name: '用語', exact: true }).check();
    await dialog.getByRole('textbox', { name: '使わない語' }).fill('子供');
    await dialog.getByRole('textbox', { name: '使う語' }).fill('こども');
    await dialog.getByRole('button', { name: '加える', exact: true }).click();
    await dialog.getByRole('table', { name: '用語の一覧' }).waitFor();
    await page.screenshot({ path: join(pictures, 'office-words.png') });
    await dialog.getByRole('radio', { name: '読み込み・書き出し' }).check();
    await dialog
      .getByRole('textbox', { name: '一覧を貼り付けて読み込む' })
      .fill('町内会 → 自治会\n× ○\n支障 → 妨げ');
    await dialog.getByRole('button', { name: '貼り付けた一覧を読み取る' }).click();
    await dialog.getByRole('textbox', { name: '用語 2 使う語' }).fill('差し支え');
    await page.screenshot({ path: join(pictures, 'office-words-read.png') });
    await dialog.getByRole('button', { name: '2件を取り入れる' }).click();
    await dialog.getByText('用語を2件取り入れました。').waitFor();
    await dialog.getByRole('radio', { name: '見送った箇所' }).check();
    await dialog.getByText('理由：事業の名称のため').waitFor();
    await dialog.getByRole('button', { name: /をまた指摘する$/ }).click();
    await dialog.getByText('見送った箇所はありません。').waitFor();
    await dialog.getByRole('button', { name: '閉じる' }).last().click();
    await expect.poll(words).toEqual(expect.arrayContaining(['子供', '取り組み']));
    expect(await words()).not.toContain('行ない');
  });
});
