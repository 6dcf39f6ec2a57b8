import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { complaints } from './axe.ts';
import { button, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('the form of a report in the $name', (kind) => {
  let shell: Shell;
  let page: Page;

  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    ({ page } = shell);
  });
  afterEach(() => shell.close());

  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `form-${name}.png`) });
  const dialog = () => page.getByRole('dialog', { name: '様式を選ぶ' });
  const openDialog = async (): Promise<void> => {
    await page.getByRole('link', { name: '標題・部長名' }).click();
    await button(page, '様式を選ぶ…').click();
    await dialog().waitFor();
  };
  const columns = (): Promise<string[]> => page.getByRole('columnheader').allInnerTexts();

  test('is chosen with its columns in sight; what it does not show is named, stays, and comes back', async () => {
    await startSample(page);
    await openDialog();
    await dialog().getByRole('radio', { name: '評価つき' }).check();
    await picture('choice');
    expect(await complaints(page)).toEqual({});
    await dialog().getByRole('button', { name: 'この様式にする' }).click();
    await page
      .getByText(/様式を「評価つき.*」にしました/)
      .first()
      .waitFor();
    await expect.poll(async () => (await storedReport(page)).form?.id).toBe('evaluation');
    await picture('heading');

    // The field stands in the form and in the table, and what is chosen there is stored.
    await page.getByRole('option', { name: /郷土の記憶を伝える事業/ }).click();
    await page.getByRole('combobox', { name: '評価', exact: true }).selectOption('計画以上');
    await textbox(page, '評価の理由').fill('目標を二割上回りました。');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.own)
      .toEqual({ xgrade: '計画以上', xgradewhy: ['目標を二割上回りました。'] });
    await picture('row');
    await button(page, '表全体').click();
    await expect.poll(columns).toContain('評価');
    await page.getByText('目標を二割上回りました。').first().waitFor();
    await picture('table');
    await button(page, '入力フォーム').click();

    // Another form does not show it: that is said before, and nothing is lost.
    await openDialog();
    await dialog().getByRole('radio', { name: '標準', exact: true }).check();
    await dialog().getByText('評価（1件の取組）').waitFor();
    await picture('hidden');
    await dialog().getByRole('button', { name: 'この様式にする' }).click();
    await expect.poll(async () => (await storedReport(page)).form).toBeUndefined();
    await button(page, '表全体').click();
    await expect.poll(columns).not.toContain('評価');
    expect((await storedReport(page)).initiatives[0]?.own).toEqual({
      xgrade: '計画以上',
      xgradewhy: ['目標を二割上回りました。'],
    });
    await page.getByRole('button', { name: /^元に戻す：様式を変更/ }).click();
    await expect.poll(columns).toContain('評価');
    await page.getByText('目標を二割上回りました。').first().waitFor();
  });

  test('has a line for each target: seen in table and preview, written at its target, undone and printed', async () => {
    await startSample(page);
    await openDialog();
    // The form is drawn with the report's own rows; another shape changes the table at once.
    await dialog()
      .getByRole('radio', { name: /^目標ごとの行/ })
      .check();
    await dialog().getByRole('button', { name: 'この様式をもとに作り変える…' }).click();
    const designer = page.getByRole('dialog', { name: '様式を作る' });
    await designer.getByRole('radio', { name: '達成状況報告' }).check();
    await designer.getByRole('radio', { name: '用紙と題名' }).check();
    const shape = designer.getByRole('combobox', { name: '取組の並べ方' });
    await expect
      .poll(() => shape.getByRole('option').allInnerTexts())
      .toEqual(['1つの取組を1行に', '目標ごとに行を分ける']);
    const heads = () => designer.getByRole('columnheader').count();
    const lined = await heads();
    await shape.selectOption({ label: '1つの取組を1行に' });
    await expect.poll(heads).toBeLessThan(lined);
    await designer.getByRole('button', { name: '元に戻す：取組の並べ方を変更' }).click();
    await expect.poll(heads).toBe(lined);
    await picture('lines-designer');
    await designer.getByRole('button', { name: 'この様式にする' }).click();
    await expect
      .poll(async () => (await storedReport(page)).form?.report.shape)
      .toEqual({ kind: 'line-per-target' });

    // What the form asks of each target stands at the target.
    await page.getByRole('option', { name: /芸術ホールの再整備/ }).click();
    await textbox(page, '達成目標 1 単位').fill('棟');
    await page
      .getByRole('combobox', { name: '達成目標 1 目標の評価' })
      .selectOption({ label: '◎（目標を上回った）' });
    const own = async () => (await storedReport(page)).initiatives[7]?.targets[0]?.own;
    await expect.poll(own).toEqual({ xtunit: '棟', xtgrade: '◎' });
    await picture('lines-row');
    await button(page, '表全体').click();
    await expect.poll(columns).toContain('達成率');
    await page.getByText('棟', { exact: true }).scrollIntoViewIfNeeded();
    await picture('lines-table');
    await page.getByRole('button', { name: /^元に戻す：/ }).click();
    await expect.poll(own).toEqual({ xtunit: '棟' });
  });
});
