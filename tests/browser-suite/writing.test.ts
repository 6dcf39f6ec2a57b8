import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('writing in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  const box = (name: string): Locator => textbox(shell.page, name);
  const key = (name: string): Promise<void> => shell.page.keyboard.press(name);
  const focused = (): Promise<string> =>
    shell.page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
        ? `${element.id.replace(/^[a-z0-9]+-/, '')}: ${element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0)}`
        : (element?.tagName ?? '');
    });

  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    await startSample(shell.page);
  });
  afterEach(() => shell.close());

  describe('bullets', () => {
    test('are text: Enter parts, Backspace joins, what is selected across lines is deleted at once', async () => {
      await box('取組内容').fill('一つ目\n二つ目\n三つ目');
      await box('取組内容').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(1, 6));
      await key('Delete');
      expect(await box('取組内容').inputValue()).toBe('一目\n三つ目');
      await key('Enter');
      expect(await box('取組内容').inputValue()).toBe('一\n目\n三つ目');
      await key('Backspace');
      expect(await box('取組内容').inputValue()).toBe('一目\n三つ目');
      await expect
        .poll(async () => (await storedReport(shell.page)).initiatives[0]?.plan)
        .toEqual(['一目', '三つ目']);
    });

    test('move with Alt and the arrows, taken back one by one; Tab leaves the field', async () => {
      await box('取組内容').fill('一つ目\n二つ目\n三つ目');
      await waitUntilSaved(shell.page);
      await key('Control+Home');
      await key('Alt+ArrowDown');
      await key('Alt+ArrowDown');
      expect(await box('取組内容').inputValue()).toBe('二つ目\n三つ目\n一つ目');
      await key('Control+z');
      await expect.poll(() => box('取組内容').inputValue()).toBe('二つ目\n一つ目\n三つ目');
      await shell.page
        .getByText(/元に戻しました：No\.1 取組内容/)
        .first()
        .waitFor();
      await key('Tab');
      expect(await box('取組内容').inputValue()).not.toContain('\t');
      expect(await focused()).not.toContain('plan');
    });

    test('each have their mark beside their first line, however they wrap', async () => {
      // Lengths around the field's width: one character's difference would break one of them elsewhere.
      const lengths = Array.from({ length: 40 }, (_, at) => at + 30);
      const lines = lengths.map((length) => '長い文 A(b)、「文」です。'.repeat(9).slice(0, length));
      await box('取組内容').fill(['長い文です。'.repeat(30), '', '短い文', ...lines].join('\n'));
      const measured = await box('取組内容').evaluate((area: HTMLTextAreaElement) => {
        const mirror = area.previousElementSibling as HTMLElement;
        const scrolls = area.scrollHeight > area.clientHeight;
        // How high its own lines make it, without the mirror beside it.
        area.style.height = '0';
        const own = area.scrollHeight;
        area.style.height = '';
        const { paddingTop, paddingBottom } = getComputedStyle(mirror);
        const drawn = [...mirror.children].reduce(
          (sum, line) => sum + line.getBoundingClientRect().height,
          parseFloat(paddingTop) + parseFloat(paddingBottom),
        );
        return {
          scrolls,
          same: Math.abs(own - drawn) < 2,
          lines: [...mirror.children].map((line) => Math.round(line.getBoundingClientRect().height)),
        };
      });
      expect(measured).toMatchObject({ scrolls: false, same: true });
      const [long = 0, empty = 0, short = 0] = measured.lines;
      expect(empty).toBe(short);
      expect(long).toBeGreaterThan(2 * short);
    });

    test('a line that Enter has just made is not stored, and one in the middle is', async () => {
      await box('取組内容').fill('一つ目\n\n二つ目\n');
      await waitUntilSaved(shell.page);
      expect(await box('取組内容').inputValue()).toBe('一つ目\n\n二つ目\n');
      expect((await storedReport(shell.page)).initiatives[0]?.plan).toEqual(['一つ目', '', '二つ目']);
    });
  });

  test('a field says how long it is only near what it has room for', async () => {
    const count = shell.page
      .locator('fieldset')
      .filter({ has: box('取組内容') })
      .getByText(/目安/);
    await box('取組内容').fill('あ'.repeat(100));
    expect(await count.count()).toBe(0);
    await box('取組内容').fill('あ'.repeat(125));
    await expect.poll(() => count.textContent()).toBe('126字（目安 130字まで）');
    await box('取組内容').fill('あ'.repeat(139));
    await expect.poll(() => count.textContent()).toBe('140字：目安の130字を 10字超えています');
    await expect
      .poll(() => shell.page.locator('[aria-live="polite"]').allTextContents())
      .toContain('取組内容 140字：目安の130字を 10字超えています');
    await shell.page.screenshot({ path: join(pictures, 'character-count.png') });
  });

  describe('find and replace', () => {
    const panel = (): Locator => shell.page.getByRole('search', { name: 'この報告を検索・置換' });

    test('Ctrl+F finds what is selected; F3 goes to each place and selects it; Esc comes back', async () => {
      await box('取組名').fill('水辺の水質');
      await box('取組名').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 1));
      await key('Control+f');
      expect(await box('探す言葉').inputValue()).toBe('水');
      await key('F3');
      await expect.poll(focused).toBe('title: 水');
      await key('F3');
      expect(
        await shell.page.evaluate(() => (document.activeElement as HTMLInputElement).selectionStart),
      ).toBe(3);
      await key('Control+f');
      await box('探す言葉').fill('相談');
      await panel()
        .getByRole('button', { name: /取組内容 1行目/ })
        .first()
        .click();
      await expect.poll(focused).toBe('plan: 相談');
      await key('Control+f');
      await key('Escape');
      await expect.poll(focused).toBe('plan: 相談');
      expect(await panel().count()).toBe(0);
    });

    test('Enter in the box shows the next place and writes nothing', async () => {
      const before = await storedReport(shell.page);
      await key('Control+f');
      await shell.page.keyboard.type('相談');
      for (let presses = 0; presses < 4; presses += 1) await key('Enter');
      await panel()
        .getByText(/か所中 4番目/)
        .waitFor();
      expect(await focused()).toContain('query');
      expect(await storedReport(shell.page)).toEqual(before);
    });

    test('Ctrl+H shows before and after of each place, spares what is unticked, and is one step', async () => {
      const before = await storedReport(shell.page);
      await key('Control+h');
      await shell.page.keyboard.type('ｿｳﾀﾞﾝ');
      await panel().getByText('見つかりません。').waitFor();
      await box('探す言葉').fill('相談');
      // Replaced by nothing a word is deleted, and the buttons say so.
      await panel().getByRole('button', { name: 'すべて削除' }).waitFor();
      await box('置換後の文字列').fill('ご相談');
      await panel().getByRole('button', { name: 'すべて置換' }).waitFor();
      const hits = panel().getByRole('checkbox', { name: /を置き換える$/ });
      const count = await hits.count();
      expect(count).toBeGreaterThan(3);
      await hits.first().uncheck();
      await shell.page.screenshot({ path: join(pictures, 'find-replace.png') });
      await panel()
        .getByRole('button', { name: `選んだ ${count - 1}か所を置換` })
        .click();
      await shell.page
        .getByText(`${count - 1}か所を置き換えました。`)
        .first()
        .waitFor();
      await waitUntilSaved(shell.page);
      const after = JSON.stringify(await storedReport(shell.page));
      expect(after.split('ご相談').length - 1).toBe(count - 1);
      await key('Control+z');
      await expect.poll(() => storedReport(shell.page)).toEqual(before);
    });

    test('in the whole table opens the cell that has the place', async () => {
      await shell.page
        .getByRole('radio', { name: '表全体' })
        .or(shell.page.getByText('表全体', { exact: true }))
        .first()
        .click();
      await shell.page.getByRole('table').waitFor();
      await key('Control+f');
      await shell.page.keyboard.type('相談');
      await key('F3');
      await expect.poll(focused).toMatch(/: 相談$/);
    });
  });
});
