import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ShownState } from './accessibility-states.ts';
import { openSampleReport as report } from './sample-library.ts';
import { textbox } from './start-report.ts';
import { exportTo, pressExport } from './word-files.ts';

const state = (shows: readonly string[], name: string, open: ShownState['open']): ShownState => ({
  name,
  shows,
  library: 'two years',
  open,
});

/** Types in the report what is not stored. */
async function typeUnstored(page: Page, text: string): Promise<void> {
  await page.route('**/call/reports.edit', (route) => route.abort());
  const kept = page.waitForResponse(/drafts\.keep/);
  await textbox(page, '取組結果').fill(text);
  await kept;
}

/** What the page shows when something is not as it should be, each after the other in one window. */
export const troubleStates: readonly ShownState[] = [
  state(['report', 'FileDialog'], 'a file that would be written over', async (shell, folder) => {
    const { page } = shell;
    await report(page);
    await exportTo(shell, join(folder, '報告.docx'));
    await pressExport(page);
    const dialog = page.getByRole('dialog', { name: '書き出すファイルの名前' });
    await dialog.getByRole('textbox', { name: 'ファイル名' }).fill('報告');
    await dialog.getByRole('button', { name: '書き出す', exact: true }).click();
    await dialog.getByRole('button', { name: '置き換える' }).waitFor();
  }),
  state(['report'], 'the program does not answer', async ({ page }) => {
    await page.route('**/events', (route) => route.abort());
    await page.reload();
    await report(page);
    await typeUnstored(page, '本体が止まっているあいだに書いた文。');
    await page.getByText('プログラムの本体とつながっていません').waitFor();
    await page.getByText('保存できません', { exact: true }).waitFor();
  }),
  state(['reports'], 'what was typed in a report that is in the bin', async ({ page }) => {
    await report(page);
    await typeUnstored(page, 'ごみ箱に入る前に書いた文。');
    await page.evaluate(async () => {
      const [, id] = /reports\/(\w+)/.exec(location.hash) ?? [];
      await fetch('/call/reports.remove', {
        method: 'POST',
        body: JSON.stringify({ input: { report: id } }),
      });
      location.hash = '#/';
    });
    await page.reload();
    await page.getByRole('heading', { name: '保存できていない書きかけがあります' }).waitFor();
  }),
  state(['reports'], 'a browser that was not let in', async ({ page }) => {
    await page.context().clearCookies();
    await page.reload();
    await page.getByRole('alert').filter({ hasText: '一度だけ使えます' }).waitFor();
  }),
];

/** Ends one of these: the next begins with a page that was just loaded. */
export async function outOfTrouble(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => (location.hash = '#/'));
  await page.reload();
  await page.getByRole('link', { name: 'くらし安心部' }).first().waitFor();
}
