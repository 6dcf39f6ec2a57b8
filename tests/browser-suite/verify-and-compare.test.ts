import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { throughLibreOffice } from '../marked/libre-office.ts';
import { WordSurgery } from '../marked/word-surgery.ts';
import { sampleReport } from '../support/real-report.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import { libraryWith, openReportOf, openSample, sampleAsInterchange } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { openShells } from './open-shells.ts';
import { exportTo, fromWordMenu, signOff, startSecondRevision } from './word-files.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name: what was signed, and what has changed', (kind) => {
  const open = openShells(kind);

  const verify = async (shell: Shell, file: string): Promise<Locator> => {
    const { page } = shell;
    await shell.chooseFile(file, () => fromWordMenu(page, 'Word ファイルを確かめる'));
    const dialog = page.getByRole('dialog', { name: 'Word ファイルの確認結果' });
    await dialog.waitFor();
    return dialog;
  };

  const close = async (dialog: Locator): Promise<void> => {
    await dialog.getByRole('button', { name: '閉じる' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  test('a file is the signed one, says the same in other bytes, differs in a cell, or is not from here', async () => {
    const folder = newFolder();
    const file = join(folder, '決裁.docx');
    const shell = await open(newFolder());
    const { page } = shell;
    await openSample(page);
    await exportTo(shell, file);
    await signOff(shell, file);
    const [one] = (await storedReport(page)).initiatives;
    if (one === undefined) throw new Error('the sample has no rows');

    const signed = await verify(shell, file);
    await signed.getByText('1バイトも違いません').waitFor();
    await signed.getByText('第1版の決裁済みの内容と比べました。').waitFor();
    await close(signed);

    const again = join(folder, '保存し直し.docx');
    writeFileSync(again, await throughLibreOffice(readFileSync(file)));
    const same = await verify(shell, again);
    await same.getByText('文章は同じです。ファイルとしては別に保存されたものです。').waitFor();
    await close(same);

    const surgery = await WordSurgery.open(readFileSync(file));
    const changed = join(folder, '書き換え.docx');
    surgery.edit(one.id, 'title', (xml) => xml.replace(one.title, `${one.title}の追加`));
    writeFileSync(changed, surgery.bytes());
    const differs = await verify(shell, changed);
    await differs.getByText('文章が違います。').waitFor();
    await differs.getByText('違うところ（1か所）').waitFor();
    await differs.getByRole('heading', { name: 'No.1 取組名' }).waitFor();
    expect(await differs.locator('ins').first().innerText()).toContain('の追加');
    await page.screenshot({ path: join(kind.pictures, 'word-differs.png') });
    await close(differs);

    const foreign = join(folder, 'よその報告.docx');
    writeFileSync(foreign, layouts[0]?.make(draftOfFile(sampleReport)) ?? '');
    const unknown = await verify(shell, foreign);
    await unknown.getByText('書き出したファイルではありません').waitFor();
  });

  const lockedField = async (page: Page, field: Locator): Promise<void> => {
    const before = await field.inputValue();
    await field.focus();
    await page.keyboard.type('あ');
    await page.keyboard.press('Backspace');
    expect(await field.inputValue()).toBe(before);
    await page.getByText('第1版は決裁済みのため、書き換えられません。').first().waitFor();
  };

  test('the fields of a signed 版 can be read and copied, and say so when somebody types; the next 版 is at hand', async () => {
    const file = join(newFolder(), '決裁.docx');
    const shell = await open(newFolder());
    const { page } = shell;
    await openSample(page);
    await exportTo(shell, file);
    await signOff(shell, file);
    const before = await storedReport(page);

    const title = textbox(page, '取組名');
    const plan = textbox(page, '取組内容');
    expect(await title.isEditable()).toBe(false);
    expect(await plan.isEditable()).toBe(false);
    await lockedField(page, plan);
    await page.screenshot({ path: join(kind.pictures, 'word-signed-form.png') });
    await lockedField(page, title);
    await plan.selectText();
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain(
      before.initiatives[0]?.plan[0],
    );
    const pageBreak = page.getByRole('checkbox', { name: 'この取組の前で改ページする' });
    await pageBreak.focus();
    await page.keyboard.press('Space');
    expect(await pageBreak.isChecked()).toBe(before.initiatives[0]?.pageBreakBefore);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    // It looks locked, and says why to whoever presses it all the same.
    await button(page, '取組を追加').first().click({ force: true });
    expect((await storedReport(page)).initiatives).toEqual(before.initiatives);

    await button(page, '表全体').click();
    await page.getByRole('button', { name: 'No.1 取組内容を編集' }).focus();
    await page.keyboard.press('Enter');
    const cell = page.locator('[data-open]').getByRole('textbox').first();
    expect(await cell.isEditable()).toBe(false);
    await lockedField(page, cell);
    await page.keyboard.press('Escape');
    await button(page, '入力フォーム').click();

    await startSecondRevision(page, '議会での指摘を受けた見直し');
    await title.fill('書き直した取組名');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.title)
      .toBe('書き直した取組名');
  });

  test('this year’s report is compared with last year’s, on the screen and as both Word files', async () => {
    const folder = newFolder();
    const last = { ...sampleAsInterchange(), fiscalYear: 2024, yearLabel: '令和6年度' };
    const now = { ...sampleAsInterchange(), fiscalYear: 2025, yearLabel: '令和7年度' };
    const [first, ...others] = now.initiatives;
    if (first === undefined) throw new Error('the sample has no rows');
    now.initiatives = [
      { ...first, plan: ['今年度から始める新しい取組を進めます。', ...first.plan.slice(1)] },
      ...others,
    ];
    // Each report has identifiers of its own.
    for (const report of [last, now]) Reflect.deleteProperty(report, 'id');
    await libraryWith(folder, last, now);
    const shell = await open(folder);
    const { page } = shell;
    await openReportOf(page, '令和7年度', now.department);
    await fromWordMenu(page, '見え消し・新旧対照表');
    const compare = page.getByRole('dialog', { name: '見え消し・新旧対照表' });
    await compare.getByText(/「令和6年度.*から「令和7年度.*への変更/).waitFor();
    await compare.getByText('変更 1行、新設 0行、削除 0行').waitFor();
    expect(await compare.locator('ins').allInnerTexts()).toContainEqual(
      expect.stringContaining('新しい取組'),
    );
    await page.screenshot({ path: join(kind.pictures, 'word-last-year.png') });
    for (const [way, name] of [
      ['見え消しを Word に書き出す', '見え消し.docx'],
      ['新旧対照表を Word に書き出す', '新旧対照表.docx'],
    ] as const) {
      const file = join(folder, name);
      await shell.chooseFile(file, () => compare.getByRole('button', { name: way }).click());
      await compare.getByText(file, { exact: true }).waitFor();
      if (kind.name.startsWith('browser')) {
        await compare.getByRole('button', { name: '場所をコピー' }).click();
        // The page may not write to every clipboard; then the place is selected for the person's own copy.
        await compare.getByText(/^(?:コピーしました|場所を選択しました)。/).waitFor();
        expect(await page.evaluate(() => getSelection()?.toString())).toBe(file);
      }
      const text = (await WordSurgery.open(readFileSync(file))).document;
      expect(text).toContain('新しい取組');
      expect(text.includes('<w:ins ')).toBe(name === '見え消し.docx');
    }
  });
});
