import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { complaints } from './axe.ts';
import { dropFiles } from './drop-files.ts';
import { openShells } from './open-shells.ts';
import { button, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { exportTo, fromWordMenu, signOff } from './word-files.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('sections and their compiler in the $name', (kind) => {
  const open = openShells(kind);
  const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: join(kind.pictures, `hand-ins-${name}.png`) });

  test('five sections’ rows go out, two come back, what differs is settled at its field, then it is signed', async () => {
    const share = newFolder();
    const compiler = await open(newFolder());
    const { page } = compiler;
    await startSample(page);

    // To every section at once.
    await fromHandInMenu(page, /^課に配布する/);
    const out = page.getByRole('dialog', { name: '課に配布する' });
    await out.getByLabel(/^提出期限/).fill('4月24日(金)');
    await picture(page, 'give-out');
    expect(await complaints(page)).toEqual({});
    await compiler.chooseFile(share, () => button(page, '書き出す').click());
    await page
      .getByText(/課分の配布ファイルを書き出しました/)
      .first()
      .waitFor();
    const given = (section: string): string => found(share, `配布_令和7年度_${section}_`);

    // One begins with its file from the list, the other drops it on the window.
    const desk = await open(newFolder());
    await desk.chooseFile(given('市民窓口課'), () => button(desk.page, '配布ファイルを開く').click());
    await begin(desk.page);
    const culture = await open(newFolder());
    await dropFiles(culture.page, [given('文化振興担当')]);
    await culture.page.getByRole('dialog', { name: '届いたファイル' }).waitFor();
    await picture(culture.page, 'begin');
    await begin(culture.page);
    const [windowRow] = (await storedReport(desk.page)).initiatives;
    const [cultureRow] = (await storedReport(culture.page)).initiatives;
    await textbox(desk.page, '取組結果').fill('窓口を二つ増やし、待ち時間が短くなりました。');
    await handIn(desk, join(share, '提出_市民窓口課.sengen-part'), '確定しました');
    await textbox(culture.page, '取組内容').fill('文化祭の会場を広げます。');
    await textbox(culture.page, '取組結果').fill('文化祭に400人が集まりました。');
    await handIn(culture, join(share, '提出_文化振興担当.sengen-part'), '');

    // Meanwhile the compiler wrote in the same field.
    await goToRow(page, windowRow?.title ?? '');
    await textbox(page, '取組結果').fill('窓口を一つ増やしました。');
    await expect
      .poll(async () => rowOf(await storedReport(page), windowRow?.id).results)
      .toEqual(['窓口を一つ増やしました。']);

    // Both files at once, one of them twice: looked at first, then taken in.
    const files = ['提出_市民窓口課', '提出_文化振興担当'].map((name) =>
      join(share, `${name}.sengen-part`),
    );
    await dropFiles(page, [...files, files[0] ?? '']);
    const received = page.getByRole('dialog', { name: '届いたファイル' });
    const whose = (name: RegExp): Locator => received.getByRole('article', { name });
    await whose(/^文化振興担当の提出/)
      .getByText(/取り込むと、2か所が/)
      .waitFor();
    await whose(/^市民窓口課の提出/)
      .first()
      .getByText(/^1か所は、配布したあとに/)
      .waitFor();
    await picture(page, 'received');
    expect(await complaints(page)).toEqual({});
    await button(page, '3件をすべて取り込む').click();
    await whose(/^文化振興担当の提出/)
      .getByText('取り込みました（2か所）。')
      .waitFor();
    await whose(/^市民窓口課の提出/)
      .getByText('前に取り込んだ提出です。')
      .waitFor();
    await picture(page, 'taken');
    await received.getByRole('button', { name: '閉じる' }).last().click();

    // The last one is taken back by its name, and taken in again.
    await button(page, '取り込みを取り消す').click();
    await page.getByText('文化振興担当の提出の取り込みを取り消しました。').first().waitFor();
    await expect
      .poll(async () => rowOf(await storedReport(page), cultureRow?.id).plan)
      .toEqual(cultureRow?.plan);
    await page.keyboard.press('Control+y');
    await expect
      .poll(async () => rowOf(await storedReport(page), cultureRow?.id).plan)
      .toEqual(['文化祭の会場を広げます。']);

    // It can't be signed, and says so; what goes out says where.
    await fromWordMenu(page, '決裁を記録する');
    const record = page.getByRole('dialog', { name: '決裁を記録する' });
    await record.getByText('提出された内容との食い違いが1か所残っています。').waitFor();
    await picture(page, 'sign-off-refused');
    await record.getByRole('button', { name: /^No\.12 取組結果/ }).click();
    await expect.poll(() => focused(page)).toBe('取組結果');
    const card = page.getByRole('region', { name: '食い違い：取組結果' });
    await card.getByRole('button', { name: /^今の文のままにする/ }).waitFor();
    await expect.poll(() => isInSight(card)).toBe(true);
    await picture(page, 'conflict');
    expect(await complaints(page)).toEqual({});
    await button(page, '食い違い 1か所').click();
    await page.getByRole('button', { name: 'No.12 取組結果（欄へ移動）' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('取組結果');

    // Settled by the keyboard with theirs; taken back; settled with a text of one's own.
    await card.getByRole('button', { name: '提出された文にする：No.12 取組結果' }).press('Enter');
    await card.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('取組結果');
    expect(await textbox(page, '取組結果').inputValue()).toBe(
      '窓口を二つ増やし、待ち時間が短くなりました。',
    );
    await button(page, '解消を取り消す').click();
    await card.getByRole('button', { name: /^自分で書き直す/ }).click();
    await page.getByRole('textbox', { name: /^自分で書く内容/ }).fill('窓口を三つにしました。');
    await card.getByRole('button', { name: /^この内容に決める/ }).click();
    await card.waitFor({ state: 'detached' });
    await expect
      .poll(async () => rowOf(await storedReport(page), windowRow?.id).results)
      .toEqual(['窓口を三つにしました。']);
    await expect.poll(() => button(page, '食い違い 1か所').count()).toBe(0);

    const word = join(share, '部長.docx');
    await exportTo(compiler, word);
    await signOff(compiler, word);
    // Three programs on a machine that does much else.
  }, 900_000);

  async function begin(page: Page): Promise<void> {
    await page.getByRole('dialog', { name: '届いたファイル' }).waitFor();
    await button(page, 'この課の取組を書き始める').click();
    await textbox(page, '取組内容').waitFor();
  }

  async function handIn(shell: Shell, path: string, note: string): Promise<void> {
    const { page } = shell;
    await fromHandInMenu(page, /^取りまとめ担当に提出する/);
    const dialog = page.getByRole('dialog', { name: '取りまとめ担当に提出する' });
    await dialog.getByText('提出期限：4月24日(金)').waitFor();
    await dialog.getByLabel(/^備考/).fill(note);
    await picture(page, 'hand-in');
    await shell.chooseFile(path, () => button(page, '提出ファイルを書き出す').click());
    await page
      .getByText(/を提出ファイルに書き出しました/)
      .first()
      .waitFor();
  }
});

async function fromHandInMenu(page: Page, item: RegExp): Promise<void> {
  await button(page, '配布・提出').click();
  await page.locator('[popover]').getByRole('button', { name: item }).click();
}

function found(folder: string, start: string): string {
  const name = readdirSync(folder).find((each) => each.startsWith(start));
  if (name === undefined) throw new Error(`no file begins with ${start}`);
  return join(folder, name);
}

function rowOf({ initiatives }: Awaited<ReturnType<typeof storedReport>>, id: string | undefined) {
  const row = initiatives.find((each) => each.id === id);
  if (row === undefined) throw new Error('the row is gone');
  return row;
}

async function goToRow(page: Page, title: string): Promise<void> {
  await page.getByRole('option', { name: title }).click();
  await page.getByRole('heading', { name: title }).first().waitFor();
}

/** Whether it begins where it can be seen. */
function isInSight(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  });
}

/** What the control with the focus is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLTextAreaElement ? element.labels[0] : null;
    return label?.textContent.trim() ?? element?.getAttribute('aria-label') ?? '';
  });
}
