import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { availableShells } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { oldWordFile, sampleOf, writeYears } from '../support/years-of-files.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { openReportOf, openSide } from './sample-library.ts';
import { button } from './start-report.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import type { ReportDraft } from '../../main/domain/report-draft.ts';
import type { Report } from '../../shared/model/report.ts';
import { openShells } from './open-shells.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

const [city, department] = ['見晴市', 'くらし安心部'];
const firstTitle = sampleOf(2021).initiatives[0]?.title ?? '';

describe.each(availableShells())('$name: many Word files', (kind) => {
  const { pictures } = kind;
  const open = openShells(kind);

  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `many-${name}.png`) });

  test('ten years come in, what they lack is completed, and their rows are linked', async () => {
    const folder = newFolder();
    const written = writeYears(
      folder,
      Array.from({ length: 9 }, (_, at) => 2017 + at),
    );
    const yearless = join(folder, '年度のない報告.docx');
    writeFileSync(yearless, layouts[0]!.make({ ...sampleOf(2016), yearLabel: '' }));
    const old = join(folder, '旧形式.docx');
    writeFileSync(old, oldWordFile);
    const paths = [...written.map(({ path }) => path), yearless, old];

    const shell = await open(folder);
    const { page } = shell;
    await shell.chooseFile(paths, () => button(page, 'Word ファイルから取り込む').click());
    const list = page.getByRole('dialog', { name: '読み取ったファイル（11件）' });
    await list.waitFor();
    const files = list.getByRole('list', { name: '取り込むファイル' }).getByRole('checkbox');
    expect(await files.count()).toBe(10);
    const names = await list
      .getByRole('checkbox')
      .evaluateAll((boxes) =>
        boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent.trim() ?? ''),
      );
    expect(names).toEqual([
      ...['平成29', '平成30', '令和元', '令和2', '令和3', '令和4', '令和5', '令和6', '令和7'].map(
        (year) => `${year}年度 ${department}`,
      ),
      `（年度なし） ${department}`,
    ]);
    await list.getByText('読み取れなかったファイル（1件）').waitFor();
    expect(await list.getByText('「旧形式.docx」').innerText()).toContain('古い形式の Word ファイル');
    await picture(page, 'list');

    // Nothing is stored before each file says what it is.
    await list.getByRole('button', { name: '10件を取り込む' }).click();
    await list.getByText('市区町村名・年度を入れてください。').waitFor();
    await list.getByRole('textbox', { name: '市区町村名' }).fill(city);
    await list.getByText('市区町村名を入れてください。').first().waitFor({ state: 'hidden' });
    await list.getByRole('combobox', { name: /年度のない報告\.docxの 年度/ }).selectOption('2016');
    await list.getByRole('checkbox', { name: `平成28年度 ${department}` }).waitFor();

    // One of them is looked at, cell by cell.
    await list.getByRole('button', { name: `${written[8]!.name}の内容を見る` }).click();
    const looked = page.getByRole('dialog', { name: written[8]!.name });
    await looked.getByText(new RegExp(`^No\\.1 ${firstTitle}`)).waitFor();
    await picture(page, 'looked');
    await looked.getByLabel(/^部長の氏名/).fill('読み直し 花子');
    await looked.getByRole('button', { name: '一覧に戻る' }).click();

    await list.getByRole('button', { name: '10件を取り込む' }).click();
    await list.getByText(/^10件の報告（取組 146件）を取り込みました。/).waitFor();
    await picture(page, 'stored');
    await list.getByRole('button', { name: '年度をまたぐ取組のつながりを確かめる' }).click();

    const links = page.getByRole('dialog', { name: '年度をまたぐ取組のつながり' });
    const year = (name: string) => links.getByRole('region', { name });
    await year('令和6年度 → 令和7年度').getByText('選択中 15件・すべて決まっています').waitFor();
    await picture(page, 'links');
    // A reworded row is proposed, and waits for the person's word; a row that began this year has none.
    const reworded = year('令和2年度 → 令和3年度').getByRole('checkbox', { name: `No.1 ${firstTitle}` });
    expect(await reworded.isChecked()).toBe(false);
    await reworded.check();
    const began = year('令和元年度 → 令和2年度');
    await began.getByText('似た取組がありません').waitFor();
    await began.getByRole('button', { name: /^No\.2 .*：取組を選ぶ$/ }).click();
    await began
      .getByRole('combobox', { name: /令和元年度の取組$/ })
      .selectOption({ label: '令和元年度にはない取組' });
    const count = 3 * 14 + 6 * 15;
    await links.getByRole('button', { name: `選んだ${count}件を確定する` }).click();
    await links.getByText(`${count}件のつながりを確定しました。`).waitFor();
    await year('令和2年度 → 令和3年度').getByText('確定済み 15件・すべて決まっています').waitFor();
    await picture(page, 'linked');
    await links.getByRole('button', { name: '閉じる' }).last().click();

    await openReportOf(page, '令和3年度', department);
    await openSide(page, '前年度');
    const side = page.getByRole('tabpanel', { name: '前年度' });
    await side.getByRole('heading', { name: '令和2年度 No.1' }).waitFor();
    await side.getByText('前年度からの続きとして確定しています。').waitFor();
    await picture(page, 'side');
    await side.getByRole('button', { name: '確定を取り消す' }).click();
    await side.getByText('取組名・担当課名からの推定です。').waitFor();
    await side.getByRole('button', { name: 'この取組の続きとして確定' }).click();
    await side.getByText('前年度からの続きとして確定しています。').waitFor();
    await side.getByRole('button', { name: '別の取組を選ぶ' }).click();
    await side.getByRole('combobox', { name: '前年度の取組' }).selectOption({ index: 5 });
    await side.getByRole('heading', { name: '令和2年度 No.5' }).waitFor();
    await side.getByRole('button', { name: '別の取組を選ぶ' }).click();
    await side
      .getByRole('combobox', { name: '前年度の取組' })
      .selectOption({ label: '前年度にはない取組' });
    await side.getByText('前年度にはない取組として確定しています。').waitFor();
    await side.getByRole('button', { name: 'ほかの取組のつながりも確かめる' }).click();
    await links.waitFor();
  });

  test('reading can be watched and stopped; then nothing is on show', async () => {
    const folder = newFolder();
    const draft = draftOf(variedReport(400));
    const bytes = layouts[0]!.make(draft);
    const paths = Array.from({ length: 10 }, (_, at) => join(folder, `${at}.docx`));
    for (const path of paths) writeFileSync(path, bytes);
    const shell = await open(folder);
    const { page } = shell;
    await shell.chooseFile(paths, () => button(page, 'Word ファイルから取り込む').click());
    const progress = page.getByRole('region', { name: '進み具合' });
    await progress.getByText('ファイルを読み取っています').waitFor();
    await progress.getByText(/^10件中/).waitFor();
    await picture(page, 'reading');
    await progress.getByRole('button', { name: '中止' }).click();
    await progress.waitFor({ state: 'hidden' });
    expect(await page.getByRole('dialog').count()).toBe(0);
    // The place for one stands there all the time, with nothing in it.
    expect(await page.getByRole('alert').locator('*').count()).toBe(0);
    expect(await page.getByRole('alert').allTextContents()).toEqual(['']);
    await page.getByRole('heading', { name: '最初の報告を作りましょう' }).waitFor();
  });

  longTest(
    'two files of one report, and one that stands already, are shown, and the person decides',
    async () => {
      const folder = newFolder();
      const [standing] = writeYears(folder, [2023]);
      const copies = ['写し1.docx', '写し2.docx'].map((name) => join(folder, name));
      for (const path of copies) writeFileSync(path, layouts[0]!.make(sampleOf(2024)));
      const shell = await open(folder);
      const { page } = shell;
      await shell.chooseFile(standing!.path, () => button(page, 'Word ファイルから取り込む').click());
      const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
      await preview.getByLabel(/^市区町村名/).fill(city);
      await preview.getByRole('button', { name: '取り込む', exact: true }).click();
      await page.getByRole('textbox', { name: '取組名', exact: true }).waitFor();
      await page.goBack();

      await shell.chooseFile([standing!.path, ...copies], () =>
        button(page, 'Word ファイルから取り込む').click(),
      );
      const list = page.getByRole('dialog', { name: '読み取ったファイル（3件）' });
      await list.getByText(/^すでにある「令和5年度 くらし安心部」を、取組ごとに更新します。/).waitFor();
      await list.getByText('新しい報告として加えます。').first().waitFor();
      await list.getByText('「写し2.docx」と同じ年度・同じ部です。').waitFor();
      // The update is ticked, as it is where the file comes alone; of twins none is.
      await list.getByRole('button', { name: '1件を取り込む' }).waitFor();
      await list.getByRole('checkbox', { name: `令和5年度 ${department}` }).uncheck();
      await list.getByRole('button', { name: '取り込むファイルを選んでください' }).waitFor();
      const copy = (at: number) => list.getByRole('checkbox', { name: `令和6年度 ${department}` }).nth(at);
      await copy(0).check();
      await copy(1).check();
      await list.getByRole('button', { name: '2件を取り込む' }).click();
      // Neither is stored while both are chosen.
      await list.getByRole('button', { name: '2件を取り込む' }).waitFor();
      await copy(1).uncheck();
      await picture(page, 'twins');
      await list.getByRole('button', { name: '1件を取り込む' }).click();
      await list.getByText('1件の報告（取組 15件）を取り込みました。').waitFor();
      await list.getByRole('button', { name: '閉じる' }).last().click();
      await page
        .getByRole('list', { name: /^令和6年度.*の報告$/ })
        .getByRole('link')
        .waitFor();
      expect(await page.getByRole('link', { name: department }).count()).toBe(2);
    },
  );
});

/** A report as a file gives it. */
function draftOf(report: Report): ReportDraft {
  const initiatives = report.initiatives.map((row) => ({
    ...row,
    outcomes: row.outcomes.map((outcome) => ({ ...outcome, targets: [] })),
  }));
  return { ...report, initiatives };
}
