import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openSample } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';

const newFolder = temporaryFolders();
const pictures = resolve(import.meta.dirname, '../../out/pictures');
mkdirSync(pictures, { recursive: true });

describe.each(availableShells())('$name: Word both ways', (kind) => {
  const shells: Shell[] = [];
  afterEach(async () => {
    for (const shell of shells.splice(0)) await shell.close();
  });

  const open = async (folder: string): Promise<Shell> => {
    const shell = await kind.open({ folder });
    shells.push(shell);
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    return shell;
  };

  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `word-${name}.png`) });

  const exportTo = async (shell: Shell, path: string): Promise<void> => {
    await shell.chooseFile(path, () => button(shell.page, '達成状況報告を Word に書き出す').click());
    await shell.page.getByText('達成状況報告を書き出しました').waitFor();
  };

  test('an exported file is shown before it is stored, and an empty library takes it in', async () => {
    const file = join(newFolder(), '報告.docx');
    const from = await open(newFolder());
    await openSample(from.page);
    await exportTo(from, file);
    const original = await storedReport(from.page);

    const to = await open(newFolder());
    await picture(to.page, 'first-start');
    await to.chooseFile(file, () => button(to.page, 'Word ファイルから取り込む').click());
    const preview = to.page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    await preview.waitFor();
    await picture(to.page, 'import-preview');
    const figure = await preview.getByText(/段落中/).innerText();
    const [all, placed] = figure.match(/\d+/gu) ?? [];
    expect(placed).toBe(all);
    await preview.getByText('新しい報告として取り込みます。').waitFor();

    await preview.getByText(/^No\.1 /).click();
    await picture(to.page, 'import-row');
    await preview.getByLabel(/^部長の氏名/).fill('読み直し 花子');
    await preview.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(to.page, '取組名').waitFor();

    const stored = await storedReport(to.page);
    expect(stored.headName).toBe('読み直し 花子');
    expect(stored.initiatives).toEqual(original.initiatives);
  });

  test('a file that is not Word’s is refused in words, and nothing is stored', async () => {
    const folder = newFolder();
    const shell = await open(folder);
    await shell.chooseFile(join(folder, '報告.sengen'), () =>
      button(shell.page, 'Word ファイルから取り込む').click(),
    );
    const notice = shell.page.getByRole('alert').filter({ hasText: '読み取れませんでした' });
    await notice.waitFor();
    expect(await notice.innerText()).toContain('何も');
    await shell.page.getByRole('heading', { name: '最初の報告を作りましょう' }).waitFor();
  });
});
