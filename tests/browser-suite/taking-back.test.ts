import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openSide } from './sample-library.ts';
import { startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('taking back in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  const box = (name: string): Locator => textbox(page, name);
  const key = (name: string): Promise<void> => page.keyboard.press(name);

  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    page = shell.page;
    await startSample(page);
  });
  afterEach(() => shell.close());

  test('Ctrl+Z in a box that is no part of the report takes back what was typed there, and nothing else', async () => {
    await box('取組名').click();
    await key('End');
    await page.keyboard.type('の見直し');
    await waitUntilSaved(page);
    const before = await storedReport(page);

    /** Presses often enough to undo all that there is, twice types and takes back, and looks at the report. */
    const holds = async (field: Locator): Promise<void> => {
      await field.waitFor();
      const empty = await field.inputValue();
      for (let presses = 0; presses < 7; presses += 1) await key('Control+z');
      expect(await field.inputValue()).toBe(empty);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type('abc');
      await key('Control+z');
      await key('Control+z');
      expect(await field.inputValue()).toBe(empty);
      await key('Control+y');
      await expect.poll(() => field.inputValue()).toBe(`${empty}abc`);
      await key('Control+z');
      // What the browser's own menu does.
      // What a menu of the browser does.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      await page.evaluate(() => document.execCommand('undo'));
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await field.inputValue()).toBe(empty);
      expect(await storedReport(page)).toEqual(before);
    };

    await key('Control+h');
    await holds(box('探す言葉'));
    await box('置換後の文字列').click();
    await holds(box('置換後の文字列'));
    await key('Escape');

    await key('Control+k');
    await holds(page.getByRole('combobox', { name: /実行したいこと/ }));
    await key('Escape');

    await key('Control+Alt+m');
    await holds(page.getByRole('textbox', { name: /コメント/ }).first());
    await key('Escape');

    await key('Control+Shift+f');
    await holds(page.getByRole('searchbox', { name: '探す言葉' }));
    await page.getByRole('button', { name: '戻る' }).click();
    await box('取組名').waitFor();

    // In the report's own field and where there is no text, it takes back the report's.
    await box('取組名').click();
    await key('Control+z');
    await expect.poll(() => box('取組名').inputValue()).not.toContain('の見直し');
    await key('Control+y');
    await expect.poll(() => box('取組名').inputValue()).toContain('の見直し');
    await openSide(page, '履歴');
    await page.getByRole('tab', { name: '履歴' }).focus();
    await key('Control+z');
    await expect.poll(() => box('取組名').inputValue()).not.toContain('の見直し');
  });

  test('words dragged within a field and into another are one step', async () => {
    await box('取組名').fill('AAAA 公園の見守り');
    await box('取組内容').fill('枝を切ります。');
    await waitUntilSaved(page);
    const start = await storedReport(page);

    /** Drags what is selected to a place in a field. */
    const drag = async (from: Locator, to: Locator, x: number): Promise<void> => {
      const [source, target] = [await from.boundingBox(), await to.boundingBox()];
      if (source === null || target === null) throw new Error('a field is not on the page');
      await page.mouse.move(source.x + 30, source.y + 20);
      await page.mouse.down();
      await page.mouse.move(target.x + x, target.y + 20, { steps: 8 });
      await page.mouse.move(target.x + x, target.y + 20);
      await page.mouse.up();
    };
    const select = async (field: Locator): Promise<void> => {
      await field.focus();
      await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 4));
    };

    await select(box('取組名'));
    await drag(box('取組名'), box('取組内容'), 24);
    await expect.poll(() => box('取組名').inputValue()).toBe(' 公園の見守り');
    const dropped = await box('取組内容').inputValue();
    expect(dropped).toContain('AAAA');
    await waitUntilSaved(page);
    await key('Control+z');
    await expect.poll(() => storedReport(page)).toEqual(start);
    expect(await box('取組名').inputValue()).toBe('AAAA 公園の見守り');
    await key('Control+y');
    await expect.poll(() => box('取組内容').inputValue()).toBe(dropped);
    await key('Control+z');
    await expect.poll(() => storedReport(page)).toEqual(start);

    await select(box('取組名'));
    await drag(box('取組名'), box('取組名'), 220);
    await expect.poll(() => box('取組名').inputValue()).not.toMatch(/^AAAA/);
    expect(await box('取組名').inputValue()).toContain('AAAA');
    await waitUntilSaved(page);
    await key('Control+z');
    await expect.poll(() => storedReport(page)).toEqual(start);
  });

  longTest('a step of any size is stored', async () => {
    const sentence = '公園の見守りを続けます。'.repeat(80);
    for (const length of [22_000, 30_000, 60_000, 900_000]) {
      const lines = Array.from({ length: Math.ceil(length / 960) }, (_, at) => `${at}${sentence}`);
      // As a paste gives it.
      await box('取組内容').evaluate((area: HTMLTextAreaElement, text) => {
        area.value = text;
        area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      }, lines.join('\n'));
      await expect.poll(async () => (await storedReport(page)).initiatives[0]?.plan).toEqual(lines);
    }
  });
});
