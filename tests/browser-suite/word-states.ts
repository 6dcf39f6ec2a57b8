import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WordSurgery } from '../marked/word-surgery.ts';
import { sampleReport } from '../support/real-report.ts';
import type { Shell } from '../support/shells.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import type { ShownState } from './accessibility-states.ts';
import { dropFiles } from './drop-files.ts';
import { openSampleReport as report, sampleAsInterchange } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { exportSigned, exportTo, fromWordMenu } from './word-files.ts';

const state = (
  shows: readonly string[],
  name: string,
  open: (shell: Shell, folder: string) => Promise<unknown>,
): ShownState => ({
  name,
  shows,
  library: 'two years',
  open: async (shell, folder) => void (await open(shell, folder)),
});

const dropped = (page: Page) => page.getByRole('dialog', { name: '置かれたファイル' });

function typedFile(folder: string, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, layouts[0]?.make(draftOfFile(sampleReport)) ?? '');
  return path;
}

/** What one section hands in: two of its rows, one of them changed, and a new one. */
function sectionFile(folder: string): string {
  const path = join(folder, '課の報告.json');
  const report = sampleAsInterchange();
  const [one, two] = report.initiatives;
  if (one === undefined || two === undefined) throw new Error('the sample has no rows');
  const initiatives = [
    { ...one, plan: [...one.plan, '書き足した一文です。'], results: [] },
    two,
    { ...two, number: 3, title: '新しく始める取組' },
  ];
  writeFileSync(path, JSON.stringify({ ...report, initiatives }));
  return path;
}

/** Files are held over the window, as long as the page is there. */
async function hold(page: Page): Promise<void> {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], '報告.docx'));
    const drag = (): boolean =>
      document.body.dispatchEvent(
        new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    setInterval(drag, 200);
    drag();
  });
  await page.getByText('ここに置くと、どのファイルかを調べます').waitFor();
}

/** A change of the file and one of the report in the same place. */
async function conflict(shell: Shell, folder: string): Promise<void> {
  const { page } = shell;
  const file = join(folder, '提出.docx');
  await report(page);
  await exportTo(shell, file);
  const [one] = (await storedReport(page)).initiatives;
  if (one === undefined) throw new Error('the sample has no rows');
  const surgery = await WordSurgery.open(readFileSync(file));
  const old = (one.plan[0] ?? '').slice(0, 4);
  surgery.track(one.id, 'plan', { old, now: '地域の皆さん', author: '部長 相沢', behind: '・' });
  writeFileSync(file, surgery.bytes());
  await textbox(page, '取組内容').fill('こちらで書き直した内容');
  await shell.chooseFile(file, () => fromWordMenu(page, '朱書きの入ったファイル（.docx）を取り込む'));
  await page.getByRole('button', { name: /：自分で書き直す$/ }).click();
  await page.getByRole('textbox', { name: /自分で書く内容/ }).waitFor();
}

/** All marks of one author, a deleted row among them, about to be taken over. */
async function deletions(shell: Shell, folder: string): Promise<void> {
  const { page } = shell;
  const file = join(folder, '提出.docx');
  const author = '部長 相沢';
  await report(page);
  await exportTo(shell, file);
  const [one, two] = (await storedReport(page)).initiatives;
  if (one === undefined || two === undefined) throw new Error('the sample has no rows');
  const surgery = await WordSurgery.open(readFileSync(file));
  const old = (one.plan[0] ?? '').slice(0, 4);
  surgery.track(one.id, 'plan', { old, now: '地域の皆さん', author, behind: '・' });
  surgery.editRow(two.id, (xml) => xml.replace('<w:trPr>', `<w:trPr><w:del ${surgery.who(author)}/>`));
  writeFileSync(file, surgery.bytes());
  await shell.chooseFile(file, () => fromWordMenu(page, '朱書きの入ったファイル（.docx）を取り込む'));
  await page.getByRole('button', { name: `${author}の直しをすべて反映（2件）` }).click();
  await page.getByRole('dialog', { name: `${author}の直しをすべて反映` }).waitFor();
}

/** What Word files bring on show. */
export const wordStates: readonly ShownState[] = [
  state(['reports'], 'a file held over the window', ({ page }) => hold(page)),
  state(['reports', 'DropDialog'], 'a typed Word file that was dropped', async ({ page }, folder) => {
    await dropFiles(page, [typedFile(folder, '前年度.docx')]);
    await dropped(page).getByRole('button', { name: '報告として取り込む' }).waitFor();
  }),
  state(['reports', 'DropDialog'], 'several files that were dropped', async ({ page }, folder) => {
    await dropFiles(page, [typedFile(folder, '令和5年度.docx'), typedFile(folder, '令和6年度.docx')]);
    await dropped(page).getByText('報告のファイルが2件あります。').waitFor();
  }),
  state(['reports', 'DropDialog'], 'a damaged file that was dropped', async ({ page }, folder) => {
    const file = join(folder, '壊れた報告.docx');
    writeFileSync(file, 'PKこわれています');
    await dropFiles(page, [file]);
    await dropped(page).getByRole('alert').waitFor();
  }),
  state(['reports', 'ImportPreview'], 'a section’s rows that were dropped', async ({ page }, folder) => {
    await dropFiles(page, [sectionFile(folder)]);
    await dropped(page).getByRole('button', { name: '報告を取り込む' }).click();
    const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    await preview
      .getByRole('checkbox', { name: /を消す$/ })
      .first()
      .check();
    await preview.getByText('この取り込みで消える 1件').first().waitFor();
    await preview.getByText(/^No\.1 /).click();
  }),
  state(['report'], 'a conflict settled with a text of one’s own', conflict),
  state(['report', 'AcceptAllDialog'], 'rows that all marks of one author would delete', deletions),
  state(['report'], 'a signed revision’s field, typed into', async (shell, folder) => {
    const { page } = shell;
    await report(page);
    await exportSigned(shell, join(folder, '報告.docx'));
    await textbox(page, '取組内容').press('x');
    await page.getByText('第1版は決裁済みのため、書き換えられません。').first().waitFor();
  }),
  state(['report'], 'a signed revision’s cell of the table', async (shell, folder) => {
    const { page } = shell;
    await report(page);
    await exportSigned(shell, join(folder, '報告.docx'));
    await button(page, '表全体').click();
    await page.getByRole('button', { name: 'No.2 達成目標を編集' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-open]').waitFor();
  }),
];
