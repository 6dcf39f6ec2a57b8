import { describe, expect, onTestFinished, test } from 'vitest';
import { availableShells } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { complaints } from './axe.ts';
import { openShells } from './open-shells.ts';
import { libraryWith, sampleAsInterchange } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells().slice(0, 1))(
  'a library that another program has open, in the $name',
  (kind) => {
    const open = openShells(kind);

    test('is looked at, read anew, and written in when the other one has let go of it', async () => {
      const folder = newFolder();
      await libraryWith(folder, sampleAsInterchange());
      const writer = await kind.open({ folder });
      let isOpen = true;
      onTestFinished(async () => {
        if (isOpen) await writer.close();
      });
      await writer.page.getByRole('heading', { level: 1 }).waitFor();
      const { page } = await open(folder);
      await page.getByRole('alert').filter({ hasText: '開いています' }).waitFor();
      await button(page, '読むだけで開く').click();
      const notice = page.getByText(/^読むだけで開いています/);
      await notice.waitFor();
      expect(await complaints(page)).toEqual({});

      for (const each of [page, writer.page]) {
        await each
          .getByRole('link', { name: /くらし安心部/ })
          .first()
          .click();
        await textbox(each, '取組内容').waitFor();
      }
      const field = textbox(page, '取組内容');
      const before = await field.inputValue();
      expect(await field.getAttribute('readonly')).not.toBeNull();
      await textbox(writer.page, '取組内容').fill('あとから書いた取組内容です。');
      await waitUntilSaved(writer.page);
      expect(await field.inputValue()).toBe(before);

      await button(page, '今の内容を読み直す').click();
      await page.getByText('今の内容を読み直しました。').first().waitFor();
      await expect.poll(() => field.inputValue()).toBe('あとから書いた取組内容です。');
      await button(page, '書き込めるように開く').click();
      await page.getByRole('alert').filter({ hasText: '開いています' }).waitFor();

      await writer.close();
      isOpen = false;
      await button(page, '書き込めるように開く').click();
      await page.getByText('書き込めるように開きました。').first().waitFor();
      expect(await notice.count()).toBe(0);
      await field.fill('空いてから書いた取組内容です。');
      await waitUntilSaved(page);
    });
  },
);
