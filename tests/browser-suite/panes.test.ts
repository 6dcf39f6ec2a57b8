import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { everyWindowSize } from '../support/window-sizes.ts';
import { openSample } from './sample-library.ts';
import { button } from './start-report.ts';

const newFolder = temporaryFolders();

/** How much room a pane takes, and whether it stands open, depends on the window. */
describe.each(availableShells(everyWindowSize()))('panes in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    page = shell.page;
  });
  afterEach(() => shell.close());

  const rowList = (): Locator => page.getByRole('listbox', { name: '取組の一覧', exact: true });

  test('panes are resized by keyboard and by mouse, shut, and remembered', async () => {
    await openSample(page);
    const border = page.getByRole('separator', { name: '取組の一覧の幅' });
    const width = async (): Promise<number> => Number(await border.getAttribute('aria-valuenow'));
    const before = await width();
    await border.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await width()).toBe(before + 5);
    await page.keyboard.press('Home');
    expect(await width()).toBe(13);

    const place = await border.boundingBox();
    if (place === null) throw new Error('the border is not on show');
    await page.mouse.move(place.x, place.y + 200);
    await page.mouse.down();
    await page.mouse.move(place.x + 160, place.y + 200, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(23);

    // On a wide window the guidance stands open from the first start.
    if (kind.size.width >= 1800) await button(page, '参照パネルを閉じる').click();
    await button(page, '参照パネル').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
    await page.keyboard.press('End');
    const chosen = page.getByRole('tab', { selected: true });
    const last = await chosen.textContent();
    await page.reload();
    await chosen.waitFor();
    expect(await chosen.textContent()).toBe(last);
    expect(await width()).toBe(23);
    await page.screenshot({ path: join(kind.pictures, 'workplace-three-panes.png') });

    await button(page, '参照パネルを閉じる').click();
    expect(await page.getByRole('tablist').count()).toBe(0);
    await button(page, '取組の一覧を隠す').click();
    expect(await rowList().count()).toBe(0);
    await page.reload();
    await button(page, '取組の一覧を表示').click();
    await rowList().waitFor();

    await button(page, '表全体').click();
    await page.getByRole('table').first().waitFor();
    await page.reload();
    await page.getByRole('table').first().waitFor();
  });
});
