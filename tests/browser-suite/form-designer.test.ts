import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { reportTableOf } from '../support/table-text.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { cell, docxByHand, row, table } from '../word-reading/docx-by-hand.ts';
import { complaints } from './axe.ts';
import { button, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { exportTo } from './word-files.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('making a form in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  let folder: string;

  beforeEach(async () => {
    folder = newFolder();
    shell = await kind.open({ folder });
    ({ page } = shell);
  });
  afterEach(() => shell.close());

  const picture = (name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `designer-${name}.png`) });
  const designer = () => page.getByRole('dialog', { name: '様式を作る' });
  const choice = () => page.getByRole('dialog', { name: '様式を選ぶ' });
  const openChoice = async (): Promise<void> => {
    await page.getByRole('link', { name: '標題・部長名' }).click();
    await button(page, '様式を選ぶ…').click();
    await choice().waitFor();
  };
  const within = (
    role: 'button' | 'radio' | 'textbox' | 'combobox' | 'spinbutton',
    name: string,
  ): Locator => designer().getByRole(role, { name, exact: true });
  const press = (name: string): Promise<void> => within('button', name).click();
  const select = async (name: string, label: string | RegExp): Promise<void> => {
    const option = within('combobox', name).getByRole('option', { name: label }).first();
    await within('combobox', name).selectOption(await option.getAttribute('value'));
  };
  const columnHeads = () => designer().getByRole('columnheader').getByRole('button');
  const shownHeadings = (): Promise<string[]> => columnHeads().allInnerTexts();
  const undo = (name: string) => within('button', `元に戻す：${name}`);

  test('from nothing to a published layout, kept when it is shut, used, written in and exported', async () => {
    await startSample(page);
    await openChoice();
    await choice().getByRole('button', { name: '白紙から作る…' }).click();
    await designer().waitFor();

    // As a published declaration lays it out: a row a line, and a grade of four words at its end.
    await within('textbox', '様式の名前').fill('部の重点目標（評価つき）');
    await within('radio', '達成状況報告').check();
    expect(await shownHeadings()).toEqual(['NO.', '取組名']);
    await press('2列目「取組名」を選ぶ');
    await within('textbox', '見出し').fill('重点目標\n(担当課)');
    await select('この列に項目を入れる', '担当課名（今は表にない）');
    await select('右に列を加える', '取組内容（今は表にない）');
    await within('textbox', '見出し').fill('目標達成のための取組');
    await select('右に列を加える', '達成目標（今は表にない）');
    await within('textbox', '達成目標 欄の中の見出し').fill('[目標値]');
    await select('右に列を加える', '取組結果（今は表にない）');
    await select('この列に項目を入れる', '目標達成状況（今は表にない）');
    await select('右に列を加える', '今後の取組の方向性（今は表にない）');

    // A field of the office's own, in the last column.
    await select('右に列を加える', '新しい項目を作る');
    await expect
      .poll(() => within('textbox', '項目の名前').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await within('textbox', '項目の名前').fill('達成度');
    await select('書き方', '1つ選ぶ');
    await within('textbox', '選択肢').fill(
      '計画以上\n計画通り\n計画未満\n評価不能：事業を行わなかったもの',
    );
    await designer().getByRole('checkbox', { name: '空欄のままなら「未記入」と知らせる' }).check();
    await picture('field');
    expect(await complaints(page)).toEqual({});
    await press('7列目「達成度」を選ぶ');
    await within('spinbutton', '幅（mm）').fill('２４');
    await page.keyboard.press('Enter');
    await expect
      .poll(shownHeadings)
      .toEqual([
        'NO.',
        '重点目標\n(担当課)',
        '目標達成のための取組',
        '達成目標',
        '取組結果',
        '今後の取組の方向性',
        '達成度',
      ]);

    // A border is dragged; its keys and the number do the same; each is taken back by its name.
    const border = designer().getByRole('separator', { name: '3列目「目標達成のための取組」の右の境目' });
    const width = () => border.getAttribute('aria-valuetext');
    const before = await width();
    const box = await border.boundingBox();
    if (box === null) throw new Error('the border is not there');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const by of [10, 20, 40]) await page.mouse.move(x + by, y);
    await page.mouse.up();
    await expect.poll(width).not.toBe(before);
    const dragged = await width();
    await undo('3列目の幅を変更').click();
    await expect.poll(width).toBe(before);
    await page.keyboard.press('Control+y');
    await expect.poll(width).toBe(dragged);
    await border.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+z');
    await expect.poll(width).toBe(dragged);
    await press('用紙の幅に合わせる');
    await picture('columns');

    await within('radio', '用紙と題名').check();
    await within('spinbutton', '余白 左（mm）').fill('15');
    await page.keyboard.press('Tab');
    await undo('用紙を変更').waitFor();
    await picture('page');
    await designer()
      .getByRole('radio', { name: /^確かめる/ })
      .check();
    await designer().getByText('項目「達成度」が加わります。').waitFor();
    await picture('check');
    expect(await complaints(page)).toEqual({});

    // Shut, and the page gone: it is there to go on with.
    await page.keyboard.press('Escape');
    await designer().waitFor({ state: 'hidden' });
    await page.reload();
    await openChoice();
    await choice().getByRole('button', { name: '「部の重点目標（評価つき）」の続きを作る' }).click();
    await expect.poll(shownHeadings).toContain('達成度');
    await press('この様式にする');
    await page.getByText('様式を「部の重点目標（評価つき）」にしました。').first().waitFor();
    await expect
      .poll(async () =>
        (await storedReport(page)).form?.report.columns.map(({ content }) => content.length),
      )
      .toEqual([1, 2, 1, 1, 2, 1, 1]);
    const { form } = await storedReport(page);
    const paper = form?.report.page.width ?? 0;
    expect(form?.report.columns.reduce((sum, column) => sum + column.width, 0)).toBeCloseTo(
      paper - 15 - 12,
      1,
    );
    expect(form?.report.cellLabels).toEqual({ targets: '[目標値]' });
    expect(form?.fields).toMatchObject([
      {
        label: '達成度',
        kind: 'choice',
        asked: true,
        choices: [
          { sign: '計画以上' },
          { sign: '計画通り' },
          { sign: '計画未満' },
          { sign: '評価不能', meaning: '事業を行わなかったもの' },
        ],
      },
    ]);
    await openChoice();
    expect(await choice().getByText('作りかけの様式').count()).toBe(0);
    await page.keyboard.press('Escape');

    // A row is written in it, and printed by it.
    await page.getByRole('option', { name: /郷土の記憶を伝える事業/ }).click();
    await page.getByRole('combobox', { name: '達成度', exact: true }).selectOption('計画通り');
    await textbox(page, '取組名').fill('郷土の記憶を次の世代へ');
    const file = join(folder, '報告.docx');
    await exportTo(shell, file);
    const [head, first] = await reportTableOf(new Uint8Array(readFileSync(file)));
    expect(head).toEqual([
      ['NO.'],
      ['重点目標', '(担当課)'],
      ['目標達成のための取組'],
      ['達成目標'],
      ['取組結果'],
      ['今後の取組の方向性'],
      ['達成度'],
    ]);
    expect(first?.[1]?.[0]).toBe('郷土の記憶を次の世代へ');
    expect(first?.[3]?.[0]).toBe('[目標値]');
    expect(first?.[6]).toEqual(['計画通り']);
  });

  test('after the table of a Word file, whose unknown headings become fields', async () => {
    const headings = ['番号', '重点目標', '市民の声', '取組内容', '達成目標', '取組結果'];
    const file = join(folder, '環境部の様式.docx');
    writeFileSync(
      file,
      docxByHand({
        body: table([row(headings.map((text) => cell([text]))), row(headings.map(() => cell([])))]),
      }),
    );
    await startSample(page);
    await openChoice();
    await shell.chooseFile(file, () =>
      choice().getByRole('button', { name: 'Word の表から作る…' }).click(),
    );
    await designer()
      .getByText(/^見出しのうち「市民の声」は、どの様式にもないため、新しい項目/)
      .waitFor();
    expect(await within('textbox', '様式の名前').inputValue()).toBe('環境部の様式');
    expect(await shownHeadings()).toEqual(headings);
    await picture('proposed');
    await press('この様式にする');
    await expect.poll(async () => (await storedReport(page)).form?.label).toBe('環境部の様式');
    await page.getByRole('option', { name: /郷土の記憶を伝える事業/ }).click();
    await textbox(page, '市民の声').waitFor();
  });
});
