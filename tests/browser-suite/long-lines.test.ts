import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { pasteInto } from './clipboard.ts';
import { libraryWith, openReportOf, sampleAsInterchange, showSidePane } from './sample-library.ts';
import { textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';

const newFolder = temporaryFolders();

/** Stands in every text of a person, and nowhere else. */
const mark = '目印目印';

function marked(year: number, yearLabel: string): ReturnType<typeof sampleAsInterchange> {
  const report = { ...sampleAsInterchange(), fiscalYear: year, yearLabel };
  for (const row of report.initiatives) {
    row.title = mark + row.title;
    row.plan = row.plan.map((line) => mark + line);
    row.results = row.results.map((line) => mark + line);
  }
  return report;
}

describe.each(availableShells())('long lines in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  const box = (name: string): Locator => textbox(page, name);

  beforeEach(async () => {
    const folder = newFolder();
    await libraryWith(folder, marked(2024, '令和6年度'), marked(2025, '令和7年度'));
    shell = await kind.open({ folder });
    page = shell.page;
    await openReportOf(page, '令和7年度', 'くらし安心部');
  });
  afterEach(() => shell.close());

  /** Elements that show a person's text and have the browser look for phrases, or for even lines, in it. */
  const searched = (): Promise<string[]> =>
    page.evaluate((sign) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode() !== null) {
        const { nodeValue, parentElement } = texts.currentNode;
        if (parentElement === null || nodeValue?.includes(sign) !== true) continue;
        const style = getComputedStyle(parentElement);
        if (
          style.wordBreak !== 'normal' ||
          /pretty|balance/.test(style.getPropertyValue('text-wrap-style'))
        ) {
          found.push(`${parentElement.tagName}.${parentElement.className}`);
        }
      }
      return found;
    }, mark);

  test('are laid out as they are written, without a search for phrases that takes the square of them', async () => {
    expect(await searched()).toEqual([]);
    await showSidePane(page);
    const tabs = page.getByRole('tab');
    for (const tab of await tabs.all()) {
      await tab.click();
      expect(await searched(), (await tab.textContent()) ?? '').toEqual([]);
    }
    await page.keyboard.press('Control+f');
    await page.keyboard.type(mark);
    await page.getByRole('region', { name: '一致したところ' }).waitFor();
    expect(await searched(), 'hits').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('searchbox').fill(mark);
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(mark) })
      .first()
      .waitFor();
    expect(await searched(), 'search').toEqual([]);
  });

  test('that no field has room for are refused whole, with what to do, and lose nothing', async () => {
    const before = await box('取組内容').inputValue();
    const report = await storedReport(page);
    const note = (): Locator => page.getByRole('alert').filter({ hasText: '入力しませんでした' });
    await box('取組内容').click();
    await page.keyboard.press('Control+End');
    await pasteInto(page, { text: '漢'.repeat(100_000) });
    await note()
      .getByText(/1行に書けるのは 50,000字までで/)
      .waitFor();
    expect(await box('取組内容').inputValue()).toBe(before);
    await pasteInto(page, { text: Array(1_001).fill('一行').join('\r\n') });
    await note()
      .getByText(/1つの欄に書けるのは 1,000行まで/)
      .waitFor();
    expect(await box('取組内容').inputValue()).toBe(before);

    await box('取組名').click();
    await page.keyboard.press('Control+End');
    await pasteInto(page, { text: '漢'.repeat(60_000) });
    await note()
      .getByText(/この欄に書けるのは 50,000字まで/)
      .waitFor();
    expect(await storedReport(page)).toEqual(report);

    // What has room goes in, and the word that something had none goes.
    const title = await box('取組名').inputValue();
    await pasteInto(page, { text: '漢'.repeat(10_000) });
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.title)
      .toBe(title + '漢'.repeat(10_000));
    expect(await note().count()).toBe(1);
  });
});
