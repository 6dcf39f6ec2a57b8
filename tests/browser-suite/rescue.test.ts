import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryWith, report } from '../data/sample-content.ts';
import { kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { testBrowser } from '../support/test-window.ts';
import { complaints } from './axe.ts';

const newFolder = temporaryFolders();

test('the page of a damaged file offers what can be read, opens it, and says what came back', async () => {
  const file = join(newFolder(), '報告.sengen');
  libraryWith(file, report());
  const bytes = readFileSync(file);
  bytes.fill(0, 0, 4096);
  writeFileSync(file, bytes);
  const { child, address } = await serveSengen(file, '--port', '0');
  const context = await (await testBrowser()).newContext({ locale: 'ja-JP' });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: '読み取れる内容を取り出す' }).click();
    const dialog = page.getByRole('dialog', { name: '壊れたファイルから取り出した内容' });
    await dialog.getByText('報告 1件（取組 2件）を取り出しました。').waitFor();
    await dialog.getByText('■ 令和8年度 教育文化部').waitFor();
    expect(await complaints(page)).toEqual({});
    await dialog.getByRole('button', { name: '閉じる' }).last().click();
    await page
      .getByRole('link', { name: /教育文化部/ })
      .first()
      .click();
    await page.getByText('読書の機会を広げる取組').first().waitFor();
  } finally {
    await context.close();
    await kill(child);
  }
});
