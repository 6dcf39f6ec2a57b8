import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WordSurgery } from '../marked/word-surgery.ts';
import { sampleReport } from '../support/real-report.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { draftOfFile } from '../word-understanding/understood.ts';
import { cancelDrag, dragFiles, dropFiles } from './drop-files.ts';
import { openSample } from './sample-library.ts';
import { button, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { openShells } from './open-shells.ts';
import { exportTo, signOff } from './word-files.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name: files dropped on the window', (kind) => {
  const open = openShells(kind);

  const dropped = (page: Page) => page.getByRole('dialog', { name: '置かれたファイル' });
  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `drop-${name}.png`) });

  const withExport = async (): Promise<{ shell: Shell; page: Page; file: string; folder: string }> => {
    const folder = newFolder();
    const file = join(folder, '書き出し.docx');
    const shell = await open(newFolder());
    await openSample(shell.page);
    await exportTo(shell, file);
    return { shell, page: shell.page, file, folder };
  };

  const typedFile = (folder: string, name: string): string => {
    const layout = layouts[0];
    if (layout === undefined) throw new Error('there are no layouts');
    const path = join(folder, name);
    writeFileSync(path, layout.make(draftOfFile(sampleReport)));
    return path;
  };

  longTest(
    'a place to drop is shown while a file is over the window, and goes when the drag is given up',
    async () => {
      const { page } = await open(newFolder());
      const file = typedFile(newFolder(), '前年度.docx');
      const overlay = page.getByText('ここに置くと、どのファイルかを調べます');
      await dragFiles(page, [file]);
      await overlay.waitFor();
      await picture(page, 'overlay');
      await cancelDrag(page, [file]);
      await overlay.waitFor({ state: 'hidden' });
      expect(await dropped(page).isVisible()).toBe(false);
    },
  );

  longTest('a typed Word file is taken in by keyboard alone, from the first screen', async () => {
    const { page } = await open(newFolder());
    const address = page.url();
    await dropFiles(page, [typedFile(newFolder(), '前年度.docx')]);
    await dropped(page).getByText('今開いている報告から書き出したものではありません').waitFor();
    await picture(page, 'typed');
    expect(page.url()).toBe(address);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent.trim()))
      .toBe('報告として取り込む');
    await page.keyboard.press('Enter');
    const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    await preview.getByLabel(/^市区町村名/).fill('星見市');
    await preview.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(page, '取組名').waitFor();
    expect((await storedReport(page)).initiatives.length).toBeGreaterThan(5);
  });

  test('a marked-up file dropped on a field comes home to its report; what was typed is stored first', async () => {
    const { page, file, folder } = await withExport();
    const [, two] = (await storedReport(page)).initiatives;
    if (two === undefined) throw new Error('two rows');
    const surgery = await WordSurgery.open(readFileSync(file));
    const old = (two.plan[0] ?? '').slice(0, 4);
    surgery.track(two.id, 'plan', { old, now: '住民の皆さん', author: '部長 相沢', behind: '・' });
    const marked = join(folder, '朱書き.docx');
    writeFileSync(marked, surgery.bytes());

    const title = textbox(page, '取組名');
    await title.fill('置く直前に打った取組名');
    const box = await title.boundingBox();
    if (box === null) throw new Error('the field is not in sight');
    await dropFiles(page, [marked], { x: box.x + 20, y: box.y + 20 });
    await dropped(page).getByText('変更履歴 2件が入っています。').waitFor();
    await picture(page, 'marked');
    expect(await title.inputValue()).toBe('置く直前に打った取組名');
    expect((await storedReport(page)).initiatives[0]?.title).toBe('置く直前に打った取組名');

    await dropped(page).getByRole('button', { name: '朱書きを取り込む' }).click();
    await page.getByRole('tabpanel', { name: '朱書き' }).getByText('未処理 1件').waitFor();
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
    // From another screen it leads to the report.
    await dropFiles(page, [marked]);
    await dropped(page).getByRole('button', { name: '朱書きを取り込む' }).click();
    await page.getByRole('tabpanel', { name: '朱書き' }).getByText('未処理 1件').waitFor();
  });

  longTest('a signed file is known, and checked', async () => {
    const { shell, page, file } = await withExport();
    await signOff(shell, file);
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('heading', { level: 1, name: '使い方' }).waitFor();
    await dropFiles(page, [file]);
    await dropped(page).getByText('決裁を受けたファイルそのものです。').waitFor();
    await page.keyboard.press('Enter');
    const verified = page.getByRole('dialog', { name: 'Word ファイルの確認結果' });
    await verified.getByText('1バイトも違いません').waitFor();
    await page.keyboard.press('Escape');
    await verified.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: '使い方' }).waitFor();
  });

  test('a report as JSON is taken in, and a library is known by its name', async () => {
    const { page } = await open(newFolder());
    await dropFiles(page, [sampleReport]);
    await dropped(page).getByText('報告データ（JSON）です。').waitFor();
    await dropped(page).getByRole('button', { name: '報告を取り込む' }).click();
    const preview = page.getByRole('dialog', { name: '読み取った内容を確かめてください' });
    await preview.getByRole('button', { name: '取り込む', exact: true }).click();
    await textbox(page, '取組名').waitFor();

    const other = newFolder();
    await open(other);
    await dropFiles(page, [join(other, '報告.sengen')]);
    await dropped(page).getByText('Sengen のファイル（.sengen）です。').waitFor();
    await picture(page, 'library');
    await page.keyboard.press('Escape');
    await dropped(page).waitFor({ state: 'hidden' });
    await textbox(page, '取組名').waitFor();
  });

  test('a file that is not to be used is refused in words, and the page stays where it is', async () => {
    const { page } = await open(newFolder());
    const folder = newFolder();
    const address = page.url();
    const write = (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    for (const [file, sentence] of [
      [write('壊れた報告.docx', 'PKこわれています'), /壊れた報告\.docx/],
      [write('古い報告.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /古い報告\.doc/],
      [write('空.docx', ''), /空\.docx/],
      [write('写真.png', 'png'), /取り込める種類のファイルではありません/],
      [write('別の形.json', '{"format":"別の形"}'), /別の形\.json/],
    ] as const) {
      await dropFiles(page, [file]);
      const words = dropped(page).getByText(sentence).first();
      await words.waitFor();
      // A copy's own place is nobody's business.
      expect(await dropped(page).innerText()).not.toContain('dropped');
      await dropped(page).getByRole('button', { name: '閉じる' }).last().click();
      await dropped(page).waitFor({ state: 'hidden' });
    }
    mkdirSync(join(folder, '報告の束'));
    await dropFiles(page, [join(folder, '報告の束')]);
    await dropped(page).getByText('フォルダーは取り扱えません。').waitFor();
    expect(page.url()).toBe(address);
  });

  longTest(
    'a text or a row that is dragged is no file, and a dialog that asks for something takes none',
    async () => {
      const { page, file } = await withExport();
      const types = await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '引きずった文');
        const event = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      });
      expect(types).toBe(false);
      expect(await page.getByText('ここに置くと、どのファイルかを調べます').isVisible()).toBe(false);
      await button(page, '表示の設定').click();
      const settings = page.getByRole('dialog', { name: '表示の設定' });
      await settings.waitFor();
      await dropFiles(page, [file]);
      expect(await dropped(page).isVisible()).toBe(false);
      expect(await settings.isVisible()).toBe(true);
    },
  );

  longTest('several Word files are read together, or one after the other', async () => {
    const { page } = await open(newFolder());
    const folder = newFolder();
    const files = [typedFile(folder, '令和5年度.docx'), typedFile(folder, '令和6年度.docx')];
    await dropFiles(page, files);
    await dropped(page).getByText('報告のファイルが2件あります。').waitFor();
    await picture(page, 'several');
    await dropped(page).getByRole('button', { name: '一件ずつ調べる' }).click();
    await dropped(page).getByText('ファイル：令和5年度.docx').waitFor();
    await dropped(page).getByText('ほかに1件あります。').waitFor();
    await dropped(page).getByRole('button', { name: '内容を確かめる' }).click();
    const verified = page.getByRole('dialog', { name: 'Word ファイルの確認結果' });
    await verified.waitFor();
    expect(await dropped(page).isVisible()).toBe(false);
    await verified.getByRole('button', { name: '閉じる' }).click();
    await dropped(page).getByText('ファイル：令和6年度.docx').waitFor();
    await page.keyboard.press('Escape');
    await dropped(page).waitFor({ state: 'hidden' });

    await dropFiles(page, files);
    await dropped(page).getByRole('button', { name: 'まとめて取り込む' }).click();
    await dropped(page).waitFor({ state: 'hidden' });
    const list = page.getByRole('dialog').filter({ hasText: '令和5年度.docx' });
    await list.getByText('令和6年度.docx').first().waitFor();
    await picture(page, 'together');
  });
});
