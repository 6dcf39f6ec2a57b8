import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleReport } from '../support/real-report.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import { cancelDrag, dragFiles, dropFiles } from './drop-files.ts';
import { openSample } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name: files dropped on the window', (kind) => {
  const shells: Shell[] = [];
  afterEach(async () => {
    for (const shell of shells.splice(0)) await shell.close();
  });

  const open = async (folder = newFolder()): Promise<Shell> => {
    const shell = await kind.open({ folder });
    shells.push(shell);
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    return shell;
  };

  const dropped = (page: Page) => page.getByRole('dialog', { name: '置かれたファイル' });
  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `drop-${name}.png`) });

  const withExport = async (): Promise<{ shell: Shell; page: Page; file: string; folder: string }> => {
    const folder = newFolder();
    const file = join(folder, '書き出し.docx');
    const shell = await open();
    await openSample(shell.page);
    await shell.chooseFile(file, () => button(shell.page, '達成状況報告を Word に書き出す').click());
    await shell.page.getByText('達成状況報告を書き出しました').waitFor();
    return { shell, page: shell.page, file, folder };
  };

  const typedFile = (folder: string, name: string): string => {
    const layout = layouts[0];
    if (layout === undefined) throw new Error('there are no layouts');
    const path = join(folder, name);
    writeFileSync(path, layout.make(draftOfFile(sampleReport)));
    return path;
  };

  test('a place to drop is shown while a file is over the window, and goes when the drag is given up', async () => {
    const { page } = await open();
    const file = typedFile(newFolder(), '昨年度.docx');
    const overlay = page.getByText('ここに置くと、どのファイルかを調べます');
    await dragFiles(page, [file]);
    await overlay.waitFor();
    await picture(page, 'overlay');
    await cancelDrag(page, [file]);
    await overlay.waitFor({ state: 'hidden' });
    expect(await dropped(page).isVisible()).toBe(false);
  });

  test('a typed Word file is taken in by keyboard alone, from the first screen', async () => {
    const { page } = await open();
    const address = page.url();
    await dropFiles(page, [typedFile(newFolder(), '昨年度.docx')]);
    await dropped(page).getByText('今開いている報告から書き出したものではありません').waitFor();
    await picture(page, 'typed');
    expect(page.url()).toBe(address);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent.trim()))
      .toBe('新しい報告として取り込む');
    await page.keyboard.press('Enter');
    const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    await preview.getByLabel(/^市区町村名/).fill('星見市');
    await preview.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(page, '取組名').waitFor();
    expect((await storedReport(page)).initiatives.length).toBeGreaterThan(5);
  });
});
