import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Initiative } from '../../shared/model/report.ts';
import { paragraphXml, runXml, WordSurgery } from '../marked/word-surgery.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openSample } from './sample-library.ts';
import { textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { openShells } from './open-shells.ts';
import { exportTo, fromWordMenu } from './word-files.ts';

const newFolder = temporaryFolders();
const head = '部長 相沢';

describe.each(availableShells())('$name: the file that comes back from the head', (kind) => {
  const open = openShells(kind);

  interface Returned {
    readonly shell: Shell;
    readonly page: Page;
    readonly file: string;
    readonly surgery: WordSurgery;
    readonly one: Initiative;
    bring(): Promise<void>;
  }

  /** The sample, exported; what `surgery` does to the file is brought back by `bring`. */
  const exported = async (): Promise<Returned> => {
    const file = join(newFolder(), '提出.docx');
    const shell = await open(newFolder());
    const { page } = shell;
    await openSample(page);
    await exportTo(shell, file);
    const [one] = (await storedReport(page)).initiatives;
    if (one === undefined) throw new Error('the sample has no rows');
    const surgery = await WordSurgery.open(readFileSync(file));
    const bring = async (): Promise<void> => {
      writeFileSync(file, surgery.bytes());
      await shell.chooseFile(file, () => fromWordMenu(page, '朱書きの入ったファイル（.docx）を取り込む'));
      await page.getByRole('tabpanel', { name: '朱書き' }).waitFor();
    };
    return { shell, page, file, surgery, one, bring };
  };

  test('a conflict is shown with all three texts, and settled with a text of one’s own', async () => {
    const { page, surgery, one, bring } = await exported();
    const first = one.plan[0] ?? '';
    surgery.track(one.id, 'plan', {
      old: first.slice(0, 4),
      now: '地域の皆さん',
      author: head,
      behind: '・',
    });
    const plan = textbox(page, '取組内容');
    await plan.fill('こちらで書き直した内容');
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.plan)
      .toEqual(['こちらで書き直した内容']);
    await bring();

    const panel = page.getByRole('tabpanel', { name: '朱書き' });
    const card = panel.getByRole('listitem').filter({ hasText: 'No.1 取組内容' });
    await card.getByRole('heading', { name: '書き出したとき' }).waitFor();
    expect(await card.innerText()).toContain(first);
    await card.getByRole('heading', { name: '今の報告' }).waitFor();
    expect(await card.innerText()).toContain('こちらで書き直した内容');
    await card.getByRole('heading', { name: '戻ったファイル' }).waitFor();
    expect(await card.innerText()).toContain('地域の皆さん');

    const open = card.getByRole('button', { name: 'No.1 取組内容（1）：自分で書き直す' });
    await open.click();
    const own = card.getByRole('textbox', { name: /自分で書く内容/ });
    expect(await own.inputValue()).toBe('こちらで書き直した内容');
    await own.press('Escape');
    await own.waitFor({ state: 'hidden' });
    await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);
    expect((await storedReport(page)).initiatives[0]?.plan).toEqual(['こちらで書き直した内容']);

    await open.click();
    await own.fill('地域の皆さんと書き直した内容\n二つ目の項目');
    await page.screenshot({ path: join(kind.pictures, 'word-conflict.png') });
    // What is not decided yet is there again after a look elsewhere.
    await page.getByRole('tab', { name: /^履歴/ }).click();
    await page.getByRole('tab', { name: /^朱書き/ }).click();
    expect(await own.inputValue()).toBe('地域の皆さんと書き直した内容\n二つ目の項目');
    await card.getByRole('button', { name: 'No.1 取組内容（1）：この内容に決める' }).click();
    await panel.getByText('未処理 0件・反映 1件・見送り 0件').waitFor();
    expect((await storedReport(page)).initiatives[0]?.plan).toEqual([
      '地域の皆さんと書き直した内容',
      '二つ目の項目',
    ]);
    await expect.poll(() => plan.inputValue()).toBe('地域の皆さんと書き直した内容\n二つ目の項目');
  });

  test('a text that was moved says where it goes, and one press moves it', async () => {
    const { page, surgery, one, bring } = await exported();
    const [first = ''] = one.plan;
    const range = (what: string, id: number): string =>
      `<w:move${what}RangeStart w:id="${id}" w:author="${head}" w:name="move1"/>`;
    surgery
      .edit(one.id, 'plan', (xml) =>
        xml.replace(
          /<w:r>.*?<\/w:r>/s,
          (run) =>
            `${range('From', 71)}<w:moveFrom ${surgery.who(head)}>${run}</w:moveFrom><w:moveFromRangeEnd w:id="71"/>`,
        ),
      )
      .edit(
        one.id,
        'direction',
        (xml) =>
          xml +
          paragraphXml(
            `${range('To', 72)}<w:moveTo ${surgery.who(head)}>${runXml(`・${first}`)}</w:moveTo>`,
            `<w:moveTo ${surgery.who(head)}/>`,
          ) +
          '<w:moveToRangeEnd w:id="72"/>',
      )
      .edit(one.id, 'outcomes', (xml) =>
        xml.replace('<w:r>', '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr>'),
      );
    await bring();
    const panel = page.getByRole('tabpanel', { name: '朱書き' });
    await panel.getByText('「No.1 今後の取組の方向性」への移動です').waitFor();
    await panel.getByText('「No.1 取組内容」からの移動です').waitFor();
    await page.screenshot({ path: join(kind.pictures, 'word-move.png') });
    await panel.getByRole('button', { name: 'No.1 取組内容（1）：反映', exact: true }).click();
    await panel.getByText('未処理 0件・反映 2件・見送り 0件').waitFor();
    const row = (await storedReport(page)).initiatives[0];
    expect(row?.plan).toEqual(one.plan.slice(1));
    expect(row?.direction).toEqual([...one.direction, first]);
  });

  test('a comment of the file is answered and settled', async () => {
    const { page, surgery, one, bring } = await exported();
    const first = one.plan[0] ?? '';
    surgery
      .edit(one.id, 'plan', (xml) =>
        xml
          .replace('<w:r>', '<w:commentRangeStart w:id="1"/><w:r>')
          .replace(
            '</w:p>',
            '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>',
          ),
      )
      .withComments([{ id: 1, author: head, text: '根拠となる数字を入れてください。' }]);
    await bring();
    await page.getByText('直し 0件、コメント 1件').first().waitFor();

    const panel = page.getByRole('tabpanel', { name: '朱書き' });
    await panel.getByRole('button', { name: /^No\.1 取組内容（1）：コメントを開く/ }).click();
    const thread = page.getByRole('listitem', { name: 'No.1 取組内容のコメント 1' });
    await thread.getByText('根拠となる数字を入れてください。').waitFor();
    expect(await thread.innerText()).toContain(head);
    // The whole bullet was commented on: its sign is printed and not typed.
    expect(await thread.locator('blockquote').innerText()).toBe(`・${first}`);
    expect(await thread.getByText('書き換えられました').count()).toBe(0);

    await thread.getByRole('button', { name: '返信：No.1 取組内容 1件目' }).click();
    await thread.getByRole('textbox', { name: '返信' }).fill('実績の件数を加えました。');
    await thread.getByRole('button', { name: '返信する' }).click();
    await thread.getByText('実績の件数を加えました。').waitFor();
    await thread.getByRole('button', { name: '解決済みにする：No.1 取組内容 1件目' }).click();
    await thread.waitFor({ state: 'hidden' });
    await page.getByText('未解決のコメントはありません。').waitFor();
  });

  test('rows that a press would delete are named before they go', async () => {
    const { page, surgery, one, bring } = await exported();
    const two = (await storedReport(page)).initiatives[1];
    if (two === undefined) throw new Error('two rows');
    surgery.track(one.id, 'plan', {
      old: (one.plan[0] ?? '').slice(0, 4),
      now: '地域の皆さん',
      author: head,
      behind: '・',
    });
    surgery.edit(one.id, 'results', (xml) => xml.replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>'));
    surgery.editRow(two.id, (xml) => xml.replace('<w:trPr>', `<w:trPr><w:del ${surgery.who(head)}/>`));
    await bring();
    const panel = page.getByRole('tabpanel', { name: '朱書き' });
    const all = panel.getByRole('button', { name: `${head}の直しをすべて反映（2件）` });
    await all.click();
    const dialog = page.getByRole('dialog', { name: `${head}の直しをすべて反映` });
    await dialog.getByText(`No.2 ${two.title}`).waitFor();
    await page.screenshot({ path: join(kind.pictures, 'markups-rows-that-go.png') });
    await dialog.getByRole('button', { name: 'やめる' }).click();
    await all.click();
    await dialog.getByRole('button', { name: '行の削除を除いて反映（1件）' }).click();
    await panel.getByText('未処理 1件・反映 1件・見送り 0件').waitFor();
    // The report is as it was exported, but for what was taken over.
    expect(await panel.getByText('報告が変更されています').count()).toBe(0);
    await panel.getByText('反映できない書き込み（1件）').click();
    await panel.getByText(/見えないように書式が設定された文字/).waitFor();
    await page.screenshot({ path: join(kind.pictures, 'markups-told.png') });

    await panel.getByRole('button', { name: `${head}の直しをすべて反映（1件）` }).click();
    await dialog.getByRole('button', { name: '行の削除（1件）も含めて反映' }).click();
    await panel.getByText('未処理 0件・反映 2件・見送り 0件').waitFor();
    expect((await storedReport(page)).initiatives.some(({ id }) => id === two.id)).toBe(false);
  });

  test('changes tracked in a typed file are taken as accepted or as never made, and switched at once', async () => {
    const { shell, page, surgery, one, file } = await exported();
    const first = one.plan[0] ?? '';
    surgery.track(one.id, 'plan', {
      old: first.slice(0, 4),
      now: '地域の皆さん',
      author: head,
      behind: '・',
    });
    writeFileSync(file, surgery.bytes());
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await shell.chooseFile(file, () =>
      page.getByRole('button', { name: 'Word ファイルから取り込む' }).click(),
    );
    const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    const row = preview.getByText(/^No\.1 /);
    const accepted = preview.getByRole('radio', { name: '変更を反映した内容' });
    const original = preview.getByRole('radio', { name: '元の内容' });
    expect(await accepted.isChecked()).toBe(true);
    await preview.getByLabel(/^部長の氏名/).fill('書き足した 名前');
    await row.click();
    await preview
      .getByText(`地域の皆さん${first.slice(4, 12)}`)
      .first()
      .waitFor();

    await original.check();
    // No file is asked for; what was opened and what was written stay.
    await expect.poll(() => original.isChecked()).toBe(true);
    await preview.getByText(first.slice(0, 12)).first().waitFor();
    await expect.poll(() => preview.getByText('地域の皆さん').count()).toBe(0);
    expect(await preview.getByLabel(/^部長の氏名/).inputValue()).toBe('書き足した 名前');

    await preview.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(page, '取組名').waitFor();
    expect((await storedReport(page)).initiatives[0]?.plan[0]).toBe(first);
  });
});
