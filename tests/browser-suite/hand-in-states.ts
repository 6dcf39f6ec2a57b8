import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ShownState } from './accessibility-states.ts';
import { dropFiles } from './drop-files.ts';
import { openSampleReport as report } from './sample-library.ts';
import { button } from './start-report.ts';

const fromMenu = async (page: Page, item: RegExp): Promise<void> => {
  await report(page);
  await button(page, '配布・提出').click();
  await page.locator('[popover]').getByRole('button', { name: item }).click();
  await page.getByRole('dialog').waitFor();
};

/** What is on show while rows go out to sections and come back; conflicts: hand-ins.test.ts. */
export const handInStates: readonly ShownState[] = [
  {
    name: 'rows that go out to sections',
    shows: ['report', 'GiveOutDialog'],
    library: 'two years',
    open: ({ page }) => fromMenu(page, /^課に配布する/),
  },
  {
    name: 'rows to be handed in',
    shows: ['report', 'HandInDialog'],
    library: 'two years',
    open: ({ page }) => fromMenu(page, /^取りまとめ担当に提出する/),
  },
  {
    name: 'a section’s file that was dropped',
    shows: ['report', 'ReceivedDialog'],
    library: 'two years',
    open: async (shell, folder) => {
      const { page } = shell;
      const file = join(folder, '提出.sengen-part');
      await fromMenu(page, /^取りまとめ担当に提出する/);
      await shell.chooseFile(file, () => button(page, '提出ファイルを書き出す').click());
      await page
        .getByText(/を提出ファイルに書き出しました/)
        .first()
        .waitFor();
      await dropFiles(page, [file]);
      await page.getByRole('dialog', { name: '届いたファイル' }).waitFor();
    },
  },
];
