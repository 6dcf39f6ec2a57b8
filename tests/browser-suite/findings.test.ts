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
});
