import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Shell } from '../support/shells.ts';
import { button } from './start-report.ts';

/** Exports the document of the stage, or the other one by its name; goes on where something is still open. */
export async function pressExport(page: Page, other: string | null = null): Promise<void> {
  if (other === null) await button(page, 'Word に書き出す').click();
  else {
    await button(page, '書き出しの選択肢').click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: new RegExp(`^${other}`) })
      .click();
  }
  const goOn = button(page, 'そのまま書き出す');
  const asked = page.getByRole('textbox', { name: 'ファイル名' }).or(page.getByText('を書き出しました。'));
  await goOn.or(asked).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
}

/** Writes the open report as the Word file of 達成状況報告. */
export async function exportTo(shell: Shell, path: string): Promise<void> {
  await shell.chooseFile(path, () => pressExport(shell.page));
  await shell.page.getByText('達成状況報告を書き出しました').waitFor();
}

/** Writes the open report as a Word file and records that it was signed, unless that is done already. */
export async function exportSigned(shell: Shell, path: string): Promise<void> {
  if (await shell.page.getByText('決裁済み（第1版・達成状況報告）').isVisible()) return;
  if (!existsSync(path)) await exportTo(shell, path);
  await signOff(shell, path);
}

/** Chooses an item of the menu 「Word での確認・決裁」. */
export async function fromWordMenu(page: Page, item: string): Promise<void> {
  await button(page, 'Word での確認・決裁').click();
  await page.locator('[popover]').getByRole('button', { name: item, exact: true }).click();
}

/** Records that the file was signed. */
export async function signOff(shell: Shell, file: string): Promise<void> {
  const { page } = shell;
  await fromWordMenu(page, '決裁を記録する');
  const record = page.getByRole('dialog', { name: '決裁を記録する' });
  await record.getByLabel(/^決裁者/).fill('副市長 大野 さくら');
  await record.getByLabel(/^決裁日/).fill('2026-05-01');
  await shell.chooseFile(file, () =>
    record.getByRole('button', { name: 'ファイルを選んで記録する' }).click(),
  );
  await page.getByText('決裁済み（第1版・達成状況報告）').waitFor();
  await record.waitFor({ state: 'hidden' });
}

/**
 * Begins the 版 after the signed one.
 *
 * The page says 「作成中」 a moment before the dialog goes; what is typed in that moment is the dialog's.
 */
export async function startSecondRevision(page: Page, reason: string): Promise<void> {
  await button(page, '第2版を始める').first().click();
  const dialog = page.getByRole('dialog', { name: '第2版を始める' });
  await dialog.getByLabel(/^変更の理由/).fill(reason);
  await dialog.getByRole('button', { name: '第2版を始める' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('第2版', { exact: true }).waitFor();
}
