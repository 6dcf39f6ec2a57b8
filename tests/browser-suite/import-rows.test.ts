import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { availableShells } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openShells } from './open-shells.ts';
import { openSample } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { pressExport } from './word-files.ts';

const newFolder = temporaryFolders();

interface Exchanged {
  id?: string;
  fiscalYear: number;
  yearLabel: string;
  initiatives: { title: string; section: string; plan: string[]; results: string[] }[];
}

describe.each(availableShells())('$name: a file joins a report row by row', (kind) => {
  const open = openShells(kind);
  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `import-${name}.png`) });

  const preview = (page: Page) => page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
  const notice = (page: Page) => page.getByRole('status', { name: 'お知らせ' });
  const toList = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
  };

  test('what another Sengen was given comes back changed, is ticked, taken in, and taken back', async () => {
    const folder = newFolder();
    const shell = await open(folder);
    const { page } = shell;
    await openSample(page);
    const original = await storedReport(page);

    // Out: the report for another Sengen, by the menu and by the palette.
    const given = join(folder, '渡す.json');
    await button(page, '書き出しの選択肢').click();
    await picture(page, 'export-menu');
    await page.keyboard.press('Escape');
    await shell.chooseFile(given, () => pressExport(page, 'ほかの Sengen へ渡すファイル'));
    await page.getByText('ほかの Sengen へ渡すファイルを書き出しました。').waitFor();
    await shell.chooseFile(join(folder, '控え.json'), async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /実行したいこと/ }).fill('ほかの Sengen へ渡す');
      await page.keyboard.press('Enter');
    });
    await expect
      .poll(() => readFileSync(join(folder, '控え.json'), 'utf8'))
      .toBe(readFileSync(given, 'utf8'));

    // A section works on two of its rows and adds one.
    const exchanged = JSON.parse(readFileSync(given, 'utf8')) as Exchanged;
    const [one, two] = exchanged.initiatives;
    if (one === undefined || two === undefined) throw new Error('the sample has no rows');
    const section = join(folder, '課.json');
    const added = {
      title: '課で始める取組',
      section: one.section,
      plan: ['これから始めます。'],
      results: [],
    };
    const changed = { ...one, plan: [...one.plan, '課で書き足した一文です。'], results: [] };
    writeFileSync(section, JSON.stringify({ ...exchanged, initiatives: [changed, added, two] }));

    await toList(page);
    await shell.chooseFile(section, () => button(page, '報告データを取り込む').click());
    const dialog = preview(page);
    await dialog
      .getByText('追加 1件・更新 1件・この取り込みで消える 0件（変更なし 1件）')
      .first()
      .waitFor();
    await dialog.getByText('ファイルにない取組（13件）').waitFor();
    await picture(page, 'rows');
    await dialog.getByText(new RegExp(`^No\\.1 ${one.title}`)).click();
    await dialog.getByText('取組結果は、ファイルで空欄のため、今の内容を残します。').waitFor();
    const [, , third] = original.initiatives;
    const gone = dialog.getByRole('checkbox', { name: `No.3 ${third?.title ?? ''}を消す` });
    await gone.check();
    await dialog
      .getByText(/この取り込みで消える 1件/)
      .first()
      .waitFor();
    await gone.scrollIntoViewIfNeeded();
    await picture(page, 'rows-that-go');
    await dialog.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(page, '取組名').waitFor();
    await notice(page).getByText('取り込みました（追加 1件・更新 1件・削除 1件）。').waitFor();
    await picture(page, 'taken-in');
    const joined = (await storedReport(page)).initiatives;
    expect(joined.map(({ title }) => title)).toEqual([
      one.title,
      added.title,
      two.title,
      ...original.initiatives.slice(3).map(({ title }) => title),
    ]);
    expect(joined[0]).toEqual({ ...original.initiatives[0], plan: changed.plan });

    // Taken back from the list, where the offer still stands.
    await toList(page);
    await notice(page).getByRole('button', { name: '取り消す' }).click();
    await notice(page).getByText('取り込みを取り消しました。').waitFor();
    expect(await storedReport(page)).toEqual(original);

    // A new report is taken back out of itself, into the bin.
    const next = join(folder, '翌年.json');
    writeFileSync(next, JSON.stringify({ ...exchanged, fiscalYear: 2030, yearLabel: '令和12年度' }));
    await shell.chooseFile(next, () => button(page, '報告データを取り込む').click());
    await dialog.getByText('追加 15件・更新 0件・この取り込みで消える 0件').first().waitFor();
    await dialog.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(page, '取組名').waitFor();
    await notice(page).getByRole('button', { name: '取り消す' }).click();
    await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
    await notice(page).getByText('取り込みを取り消し、報告をごみ箱に移しました。').waitFor();
    await page.getByRole('link', { name: 'ごみ箱（1件）' }).waitFor();

    // Once the report is changed, taking back would take back that: the offer goes.
    await shell.chooseFile(section, () => button(page, '報告データを取り込む').click());
    await dialog.getByRole('button', { name: '取り込む', exact: true }).click();
    const offer = notice(page).getByRole('button', { name: '取り消す' });
    await offer.waitFor();
    await textbox(page, '取組名').fill('書き換えた取組名');
    await offer.waitFor({ state: 'hidden' });
  });
});
