import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { WordSurgery } from '../marked/word-surgery.ts';
import { describe, expect, test } from 'vitest';
import { availableShells } from '../support/shells.ts';
import { must } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import { openSample } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { openShells } from './open-shells.ts';
import { exportTo, fromWordMenu, startSecondRevision } from './word-files.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name: Word both ways', (kind) => {
  const { pictures } = kind;
  const open = openShells(kind);

  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(pictures, `word-${name}.png`) });

  test('an exported file is shown before it is stored, and an empty library takes it in', async () => {
    const file = join(newFolder(), '報告.docx');
    const from = await open(newFolder());
    await openSample(from.page);
    await exportTo(from, file);
    const original = await storedReport(from.page);

    const to = await open(newFolder());
    await picture(to.page, 'first-start');
    await to.chooseFile(file, () => button(to.page, 'Word ファイルから取り込む').click());
    const preview = to.page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    await preview.waitFor();
    await picture(to.page, 'import-preview');
    const figure = await preview.getByText(/段落中/).innerText();
    const [all, placed] = figure.match(/\d+/gu) ?? [];
    expect(placed).toBe(all);
    await preview.getByText('新しい報告として加えます。').waitFor();

    await preview.getByText(/^No\.1 /).click();
    await picture(to.page, 'import-row');
    await preview.getByLabel(/^部長の氏名/).fill('読み直し 花子');
    await preview.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(to.page, '取組名').waitFor();

    const stored = await storedReport(to.page);
    expect(stored.headName).toBe('読み直し 花子');
    expect(stored.initiatives).toEqual(original.initiatives);
  });

  test('a typed file shows what it does not say, what differs, and what has no place', async () => {
    const folder = newFolder();
    const file = join(folder, '前年度の報告.docx');
    const layout = layouts.find(({ name }) => name.startsWith('nine columns'));
    if (layout === undefined) throw new Error('the layout is gone');
    writeFileSync(file, layout.make(draftOfFile(sampleReport)));
    const { page, chooseFile } = await open(folder);
    await chooseFile(file, () => button(page, 'Word ファイルから取り込む').click());
    const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    const figure = await preview.getByText(/段落中/).innerText();
    const [all, placed] = (figure.match(/\d+/gu) ?? []).map(Number);
    expect(placed).toBe((all ?? 0) - 1);
    await preview.getByText('どの欄にも入れられなかった文（1件）').waitFor();
    await preview.getByText('要確認の事項').waitFor();
    await preview.getByText('報告にない列にあります').waitFor();
    await preview.getByText('※ 未記入（ファイルに書かれていません）').waitFor();
    // A section merged over several rows stands in the first of them: the others are shown opened.
    expect(await preview.locator('details[open] > summary', { hasText: /^担当課名/ }).count()).toBe(9);
    await picture(page, 'import-typed');
    await preview.getByLabel(/^市区町村名/).fill('星見市');
    await preview.getByRole('button', { name: 'やめる' }).click();
    await preview.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: '最初の報告を作りましょう' }).waitFor();
  });

  test('a file that is not Word’s is refused in words, and nothing is stored', async () => {
    const folder = newFolder();
    const shell = await open(folder);
    await shell.chooseFile(join(folder, '報告.sengen'), () =>
      button(shell.page, 'Word ファイルから取り込む').click(),
    );
    const notice = shell.page.getByRole('alert').filter({ hasText: '読み取れませんでした' });
    await notice.waitFor();
    expect(await notice.innerText()).toContain('何も');
    await shell.page.getByRole('heading', { name: '最初の報告を作りましょう' }).waitFor();
  });

  test('a marked-up file comes home: its changes are accepted, rejected, and shown in conflict', async () => {
    const folder = newFolder();
    const file = join(folder, '提出.docx');
    const shell = await open(folder);
    const { page } = shell;
    await openSample(page);
    await exportTo(shell, file);
    const { initiatives } = await storedReport(page);
    const [one, two, three] = initiatives;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three rows');

    const surgery = await WordSurgery.open(readFileSync(file));
    const rewrite = (row: typeof one, author: string, now: string): void => {
      const old = (row.plan[0] ?? '').slice(0, 4);
      surgery.track(row.id, 'plan', { old, now, author, behind: '・' });
    };
    rewrite(one, '部長 相沢', '地域の皆さん');
    rewrite(two, '部長 相沢', '住民の皆さん');
    rewrite(three, '次長 小暮', '関係する皆さん');
    const marked = join(folder, '朱書き.docx');
    writeFileSync(marked, surgery.bytes());

    // The same bullet is changed here meanwhile.
    const plan = textbox(page, '取組内容');
    await plan.fill('こちらで書き直した内容');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.plan[0])
      .toBe('こちらで書き直した内容');

    await shell.chooseFile(marked, () => fromWordMenu(page, '朱書きの入ったファイル（.docx）を取り込む'));
    const panel = page.getByRole('tabpanel', { name: '朱書き' });
    await panel.getByText('未処理 3件・反映 0件・見送り 0件').waitFor();
    await picture(page, 'markups');
    await panel.getByText('うち競合 1件').waitFor();

    await panel.getByRole('button', { name: '部長 相沢の直しをすべて反映（2件）' }).click();
    await panel.getByText('未処理 2件・反映 1件・見送り 0件').waitFor();
    expect((await storedReport(page)).initiatives[1]?.plan[0]).toBe(
      `住民の皆さん${(two.plan[0] ?? '').slice(4)}`,
    );

    await panel.getByRole('button', { name: 'No.3 取組内容（1）：欄へ移動' }).click();
    await expect.poll(() => plan.inputValue()).toContain(three.plan[0]);
    await panel.getByRole('button', { name: 'No.3 取組内容（1）：見送る' }).click();
    await panel.getByText('未処理 1件・反映 1件・見送り 1件').waitFor();
    expect((await storedReport(page)).initiatives[2]?.plan).toEqual(three.plan);

    await panel.getByRole('button', { name: 'No.1 取組内容（1）：ファイルの内容にする' }).click();
    await panel.getByText('未処理 0件・反映 2件・見送り 1件').waitFor();
    expect((await storedReport(page)).initiatives[0]?.plan[0]).toBe(
      `地域の皆さん${(one.plan[0] ?? '').slice(4)}`,
    );
  });

  test('Word tracks what is changed in an exported file, unless a person says otherwise', async () => {
    const folder = newFolder();
    const shell = await open(folder);
    const { page } = shell;
    await openSample(page);
    const tracks = async (name: string): Promise<boolean> => {
      const file = join(folder, name);
      await exportTo(shell, file);
      await button(page, '閉じる').first().click();
      return must(await readWordDocument(readFileSync(file))).tracksChanges;
    };
    expect(await tracks('記録あり.docx')).toBe(true);
    const menu = button(page, '書き出しの選択肢');
    const choice = page.getByRole('checkbox', { name: '変更履歴を記録する状態で書き出す' });
    await menu.click();
    await picture(page, 'menu-tracking');
    await choice.uncheck();
    await page.keyboard.press('Escape');
    expect(await tracks('記録なし.docx')).toBe(false);
    // It is remembered for the next time.
    await page.reload();
    await menu.click();
    expect(await choice.isChecked()).toBe(false);
  });

  test('a signed 版 refuses changes until the next is begun; its file is known again, and the two are compared', async () => {
    const folder = newFolder();
    const file = join(folder, '決裁.docx');
    const shell = await open(folder);
    const { page } = shell;
    await openSample(page);
    await exportTo(shell, file);

    await button(page, 'Word での確認・決裁').click();
    await picture(page, 'menu');
    await button(page, '決裁を記録する').click();
    const record = page.getByRole('dialog', { name: '決裁を記録する' });
    // Most often the head signs.
    const signer = record.getByLabel(/^決裁者/);
    expect(await signer.inputValue()).toBe('くらし安心部長 山辺 みのり');
    await signer.fill('');
    await record.getByRole('button', { name: 'ファイルを選んで記録する' }).click();
    await record.getByText('入力してください。').waitFor();
    await record.getByLabel(/^決裁者/).fill('副市長 大野 さくら');
    await record.getByLabel(/^決裁日/).fill('2026-05-01');
    await picture(page, 'record');
    await shell.chooseFile(file, () =>
      record.getByRole('button', { name: 'ファイルを選んで記録する' }).click(),
    );
    await page.getByText('決裁済み（第1版・達成状況報告）').waitFor();

    await shell.chooseFile(file, () => fromWordMenu(page, 'Word ファイルを確かめる'));
    const verified = page.getByRole('dialog', { name: 'Word ファイルの確認結果' });
    await verified.getByText('1バイトも違いません').waitFor();
    await picture(page, 'verified');
    await verified.getByRole('button', { name: '閉じる' }).click();

    const before = await storedReport(page);
    await textbox(page, '取組名').press('x');
    await page.getByText('第1版は決裁済みのため、書き換えられません。').first().waitFor();
    await picture(page, 'refused');
    expect(await storedReport(page)).toEqual(before);

    await startSecondRevision(page, '議会での指摘を受けた見直し');
    await textbox(page, '取組名').fill('書き直した取組名');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.title)
      .toBe('書き直した取組名');

    await fromWordMenu(page, '見え消し・新旧対照表');
    const compare = page.getByRole('dialog', { name: '見え消し・新旧対照表' });
    await compare.getByText('変更 1行、新設 0行、削除 0行').waitFor();
    await picture(page, 'compare');
    const redline = join(folder, '見え消し.docx');
    await shell.chooseFile(redline, () => button(page, '見え消しを Word に書き出す').click());
    await compare.getByText('書き出しました').waitFor();
    expect(existsSync(redline)).toBe(true);
    await compare.getByRole('button', { name: '閉じる' }).click();

    await fromWordMenu(page, '決裁済みの版');
    const signed = page.getByRole('dialog', { name: '決裁済みの版' });
    await signed.getByText('副市長 大野 さくら').waitFor();
    await picture(page, 'signed-files');
    const copy = join(folder, '控え.docx');
    await shell.chooseFile(copy, () => button(page, '第1版の決裁ファイルを書き出す').click());
    await expect.poll(() => existsSync(copy)).toBe(true);
    expect(readFileSync(copy).equals(readFileSync(file))).toBe(true);
  });
});
