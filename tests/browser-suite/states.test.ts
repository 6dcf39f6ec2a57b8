import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { viewportOf, wideSize } from '../support/window-sizes.ts';
import { complaints } from './axe.ts';
import { button, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { exportTo, signOff } from './word-files.ts';

const newFolder = temporaryFolders();
const section = '地域つながり課';

describe.each(availableShells())('rows and reports on their way in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  let folder: string;

  beforeEach(async () => {
    folder = newFolder();
    shell = await kind.open({ folder });
    ({ page } = shell);
  });
  afterEach(() => shell.close());

  const picture = async (name: string): Promise<void> => {
    mkdirSync(kind.pictures, { recursive: true });
    await page.screenshot({ path: join(kind.pictures, `states-${name}.png`) });
    await page.setViewportSize(viewportOf(wideSize));
    mkdirSync(wideSize.pictures, { recursive: true });
    await page.screenshot({ path: join(wideSize.pictures, `states-${name}.png`) });
    await page.setViewportSize(viewportOf(kind.size));
  };
  const board = (): Locator => page.getByRole('dialog', { name: '進み具合' });
  const openBoard = async (): Promise<void> => {
    await page.getByRole('button', { name: /^進み具合/ }).click();
    await board().waitFor();
  };
  const wear = async (hat: string): Promise<void> => {
    await openBoard();
    await board().getByLabel('役割').selectOption({ label: hat });
    await page.keyboard.press('Escape');
    await button(page, `進み具合（${hat}）`).waitFor();
  };
  const row = (): Locator => page.getByRole('region', { name: 'この取組の提出と確認' });
  const strip = (): Locator => page.getByRole('region', { name: '次の段階' });
  const results = (): Locator => textbox(page, '取組結果');
  const isLocked = (): Promise<boolean> =>
    results().evaluate((box) => (box as HTMLTextAreaElement).readOnly);
  const giveReason = async (action: string, reason: string): Promise<void> => {
    const asked = page.getByRole('dialog').last();
    await asked.getByLabel(/^理由/).fill(reason);
    await asked.getByRole('button', { name: action, exact: true }).click();
  };

  test('a section hands in, the compiler returns and confirms, the head decides, and it is published', async () => {
    await startSample(page);
    // Whoever works alone sees nothing of all this.
    expect(await row().count()).toBe(0);

    await wear('担当');
    await row().getByText('状態：下書き').waitFor();
    await openBoard();
    await board()
      .getByRole('button', { name: new RegExp(`^${section} をまとめて提出する`) })
      .click();
    await board().getByRole('button', { name: section, exact: true }).click();
    await board()
      .getByRole('list', { name: `${section} の取組` })
      .getByText('提出済み')
      .first()
      .waitFor();
    expect(await complaints(page)).toEqual({});
    await picture('board');
    await board().getByRole('button', { name: '催促の文を写す' }).first().click();
    await board().getByText(`${section} 御中`).waitFor();
    await board()
      .getByRole('button', { name: /^No\.1/ })
      .click();
    await board().waitFor({ state: 'hidden' });
    await row().getByText('状態：提出済み').waitFor();
    expect(await isLocked()).toBe(true);
    await results().press('a');
    await page.getByText('提出済みの取組のため、変更できません。').first().waitFor();

    await wear('取りまとめ');
    expect(await isLocked()).toBe(false);
    await row().getByRole('button', { name: '差し戻す' }).click();
    await giveReason('差し戻す', '実施回数の単位を書いてください');
    await row().getByText('差戻しの理由：実施回数の単位を書いてください').waitFor();
    expect(await complaints(page)).toEqual({});
    await picture('returned');

    await wear('担当');
    await results().fill('説明会を3回開きました。');
    await row().getByRole('button', { name: '提出する' }).click();
    await row().getByText('状態：提出済み').waitFor();

    await wear('取りまとめ');
    await row().getByRole('button', { name: '確認済みにする' }).click();
    await row().getByText('状態：確認済み').waitFor();
    expect(await isLocked()).toBe(true);
    await strip()
      .getByRole('button', { name: /^未提出/ })
      .waitFor();
    await strip().getByRole('button', { name: '取りまとめを始める' }).click();
    await strip().getByText('今の段階：取りまとめ中').waitFor();
    await strip().getByRole('button', { name: '部長の確認に回す' }).click();
    await strip().getByText('今の段階：部長確認中').waitFor();
    // A step that was taken too early is taken back like any other.
    await page.keyboard.press('Control+z');
    await strip().getByText('今の段階：取りまとめ中').waitFor();
    await strip().getByRole('button', { name: '部長の確認に回す' }).click();
    await strip().getByText('今の段階：部長確認中').waitFor();

    await wear('部長');
    expect(await isLocked()).toBe(true);
    await strip().getByRole('button', { name: '取りまとめに戻す' }).click();
    await giveReason('戻す', '見出しをそろえてください');
    await strip().getByText('戻した理由：見出しをそろえてください').waitFor();
    await picture('returned-by-head');

    await wear('取りまとめ');
    await strip().getByRole('button', { name: '部長の確認に回す' }).click();
    await strip().getByText('今の段階：部長確認中').waitFor();
    await wear('部長');
    const file = join(folder, '決裁.docx');
    await exportTo(shell, file);
    await signOff(shell, file);
    await strip().getByRole('button', { name: '公表済みにする', exact: true }).click();
    await page.getByText('段階：公表済み', { exact: true }).waitFor();
    await picture('published');

    const stored = await storedReport(page);
    expect(stored.standing).toEqual({ at: 'published' });
    expect(stored.initiatives[0]?.standing).toEqual({ state: 'confirmed' });
    expect(stored.initiatives[0]?.results).toEqual(['説明会を3回開きました。']);
  });

  test('a published declaration is locked until its row is opened with a reason', async () => {
    await startSample(page);
    await wear('取りまとめ');
    await button(page, '段階：達成状況報告').click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: /^目標宣言の段階に戻す/ })
      .click();
    await strip().getByRole('button', { name: '宣言を公表済みにする' }).click();
    await page.getByText('段階：宣言公表済み', { exact: true }).waitFor();
    await button(page, '達成状況報告を始める').click();
    await results().waitFor();
    const plan = textbox(page, '取組内容');
    expect(await isLocked()).toBe(false);
    expect(await plan.evaluate((box) => (box as HTMLTextAreaElement).readOnly)).toBe(true);
    await row().getByRole('button', { name: '宣言の欄を開く' }).click();
    await giveReason('開く', '年度途中の制度改正');
    await row().getByText('公表後に宣言の欄を開いた理由：年度途中の制度改正').waitFor();
    await plan.fill('新しい制度で行います。');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.plan)
      .toEqual(['新しい制度で行います。']);
    await picture('opened');
  });
});
