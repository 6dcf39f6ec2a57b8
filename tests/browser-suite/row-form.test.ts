import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { usualSize } from '../support/window-sizes.ts';
import { Keyboard } from './keyboard.ts';
import { startEmptyReport, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

/** How high all of a row is, and what reaches out of the page or of its own box. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const room = document.querySelector('.form')?.getBoundingClientRect() as DOMRect;
    const controls = [...main.querySelectorAll<HTMLElement>('.form :is(input, textarea, select, button)')];
    const drawn = controls.filter((each) => each.checkVisibility());
    return {
      height: main.scrollHeight,
      pageWidth: document.documentElement.scrollWidth,
      outside: drawn
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return left < room.left - 1 || right > room.right + 1;
        })
        .map((each) => each.id || (each.getAttribute('aria-label') ?? each.tagName)),
      small: drawn
        .filter((each) => !each.matches('input[type="checkbox"]'))
        .map((each) => ({ name: each.id, height: each.getBoundingClientRect().height }))
        .filter(({ name, height }) => name !== '' && height < (name.endsWith('-add') ? 36 : 44)),
    };
  });

describe.each(availableShells([usualSize]))('a row’s form in the $name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  test('shows a whole row in less than two screens, and wraps where there is no room', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    await startSample(page);
    const usual = await measure(page);
    console.log(`No.1 of the sample is ${usual.height} px high (at most 1,250)`);
    expect(usual).toMatchObject({ outside: [], small: [] });
    expect(usual.height).toBeLessThanOrEqual(1_250);

    // A target's four fields stand on one line, an outcome's on the line below its text.
    const lineOf = async (...names: string[]): Promise<number[]> =>
      Promise.all(
        names.map(async (name) => {
          const box = await page.getByLabel(name, { exact: true }).boundingBox();
          return Math.round(box?.y ?? NaN);
        }),
      );
    const target = await lineOf(
      ...['達成目標 1 目標の内容', '達成目標 1 目標値', '達成目標 1 補足', '達成目標 1 判定'],
    );
    expect(new Set(target).size).toBe(1);
    const figures = [
      '達成状況 1 時点',
      '達成状況 1 の1件目の 実績値',
      '達成状況 1 の1件目の 実績値の 項目名（省略可）',
    ];
    expect(new Set(await lineOf(...figures)).size).toBe(1);
    // Beside three targets to choose from as well.
    const keys = new Keyboard(page);
    await keys.command('No.8へ');
    await page.getByRole('heading', { level: 2, name: /^No\.8/ }).waitFor();
    expect(new Set(await lineOf(...figures)).size).toBe(1);
    await page.screenshot({ path: join(pictures, 'row-form-three-targets.png') });
    await keys.command('No.1へ');
    await page.getByRole('heading', { level: 2, name: /^No\.1 / }).waitFor();
    await page.screenshot({ path: join(pictures, 'row-form.png') });

    for (const width of [900, 640, 320]) {
      await page.setViewportSize({ width, height: 768 });
      const narrow = await measure(page);
      expect({ width, ...narrow }).toMatchObject({ pageWidth: width, outside: [], small: [] });
      await page.screenshot({ path: join(pictures, `row-form-${width}.png`), fullPage: true });
    }
    await page.setViewportSize(usualSize);

    // How a field is filled in stands behind its mark, and beside the fields in the comfortable arrangement.
    const help = page.getByText('数と単位を、印刷するとおりに書きます。例：約5,400基', { exact: true });
    const heightOf = async () => (await help.boundingBox())?.height ?? 0;
    expect(await heightOf()).toBeLessThan(2);
    await page.getByRole('button', { name: '達成目標の書き方' }).click();
    await page.getByText('目標値：数と単位を、印刷するとおりに書きます。例：約5,400基').waitFor();
    await page.screenshot({ path: join(pictures, 'row-form-hint.png') });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '表示の設定' }).first().click();
    await page.getByRole('radio', { name: 'ゆったり（説明も表示）' }).check({ force: true });
    await page.keyboard.press('Escape');
    expect(await heightOf()).toBeGreaterThan(10);
    expect((await measure(page)).height).toBeGreaterThan(usual.height);
    await page.screenshot({ path: join(pictures, 'row-form-comfortable.png') });
  });

  test('takes a complete row with at most 14 keys besides its text, and stores nothing of what is empty', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    await startEmptyReport(page);
    const keys = new Keyboard(page);
    let pressed = 0;
    const press = async (key: string): Promise<void> => {
      pressed += 1;
      await keys.press(key);
    };
    const next = async (name: string, text: string): Promise<void> => {
      for (let presses = 0; presses < 5 && (await keys.focused()) !== name; presses += 1)
        await press('Tab');
      await keys.at(name);
      await keys.type(text);
    };

    await press('Control+Shift+Enter');
    await keys.at('取組名');
    await waitUntilSaved(page);
    expect((await storedReport(page)).initiatives).toMatchObject([{ targets: [], outcomes: [] }]);
    await keys.type('夕涼みの見守り');
    await next('担当課名', '防災課');
    await next('取組内容', '夏の夕方に広場を見回ります。');
    await next('達成目標 1 目標の内容', '見回りの回数');
    await next('達成目標 1 目標値', '20回');
    await next('達成目標 1 判定', '');
    await press('ArrowDown');
    await next('取組結果', '7月から9月まで見回りました。');
    await next('今後の取組の方向性', '来年度は秋も見回ります。');
    await next('達成状況 1 達成状況の説明', '目標を上回りました。');
    // The 時点 is passed over, and comes with the figure.
    await next('達成状況 1 の1件目の 実績値', '22回');
    console.log(`a complete row by keyboard: ${pressed} keys besides the text (at most 14)`);
    expect(pressed).toBeLessThanOrEqual(14);
    await waitUntilSaved(page);
    await page.screenshot({ path: join(pictures, 'row-by-keyboard.png') });

    const year = (await storedReport(page)).fiscalYear;
    await expect
      .poll(async () => (await storedReport(page)).initiatives[0]?.outcomes[0]?.figures)
      .toHaveLength(1);
    const [row] = (await storedReport(page)).initiatives;
    const [target] = row?.targets ?? [];
    expect(target).toMatchObject({
      measure: '見回りの回数',
      value: '20回',
      note: null,
      verdict: 'achieved',
    });
    expect(row?.outcomes).toMatchObject([
      {
        statement: '目標を上回りました。',
        asOf: `令和${year + 1 - 2018}年3月31日時点`,
        figures: [{ label: null, value: '22回' }],
        targets: [target?.id],
      },
    ]);
    // It is seen that the outcome speaks of the target, and it is taken back as any other change.
    const link = page.getByRole('checkbox', { name: '達成状況 1 対象の達成目標 達成目標 1' });
    expect(await link.isChecked()).toBe(true);
    await link.uncheck();
    await keys.press('Control+z');
    await expect.poll(() => link.isChecked()).toBe(true);

    // In an empty 時点 Enter takes the proposal and leads on; what stands there is left alone.
    await textbox(page, '達成状況 1 時点').fill('');
    await keys.press('Enter');
    expect(await textbox(page, '達成状況 1 時点').inputValue()).toContain('3月31日時点');
    await keys.at('達成状況 1 の1件目の 実績値');
    await textbox(page, '達成状況 1 時点').fill('2月末時点');
    await keys.press('Enter');
    expect(await textbox(page, '達成状況 1 時点').inputValue()).toBe('2月末時点');

    // What is alike in a list moves and goes with the keys of its fields.
    await page.getByRole('button', { name: '達成目標を追加', exact: true }).click();
    await keys.at('達成目標 2 目標の内容');
    await keys.type('声かけの人数');
    await keys.press('Alt+ArrowUp');
    await keys.at('達成目標 1 目標の内容');
    expect(await textbox(page, '達成目標 2 目標の内容').inputValue()).toBe('見回りの回数');
    await keys.press('Alt+Delete');
    await keys.at('達成目標 1 目標の内容');
    expect(await textbox(page, '達成目標 1 目標の内容').inputValue()).toBe('見回りの回数');
  });

  test('F8 goes to what is not written yet; a row is duplicated, and an undone deletion is stood on', async () => {
    shell = await kind.open({ folder: newFolder() });
    const { page } = shell;
    await startSample(page);
    const keys = new Keyboard(page);
    const heading = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();

    await keys.press('F8');
    await page.getByText('未記入の項目はありません。').first().waitFor();
    await textbox(page, '取組内容').fill('');
    await keys.command('No.3へ');
    await heading('No.3 提案型まちづくり事業');
    await textbox(page, '今後の取組の方向性').fill('');
    await textbox(page, '取組名').focus();
    await keys.press('F8');
    await keys.at('今後の取組の方向性');
    await keys.press('F8');
    await page
      .getByText(/先頭の未記入に戻りました：No\.1 取組内容が未記入（未記入 2件）/)
      .first()
      .waitFor();
    await heading('No.1 郷土の記憶を伝える事業');
    await keys.at('取組内容');
    await keys.press('F8');
    await heading('No.3 提案型まちづくり事業');
    await keys.at('今後の取組の方向性');

    await keys.press('Control+Shift+d');
    await heading('No.4 提案型まちづくり事業');
    await keys.at('取組名');
    await keys.type('提案型の見守り');
    await waitUntilSaved(page);
    const rows = (await storedReport(page)).initiatives.slice(2, 4);
    expect(rows.map(({ title }) => title)).toEqual(['提案型まちづくり事業', '提案型の見守り']);
    expect(rows[1]?.outcomes[0]?.targets).toEqual([rows[1]?.targets[0]?.id]);
    expect(rows[1]?.targets[0]?.id).not.toBe(rows[0]?.targets[0]?.id);
    await page.screenshot({ path: join(pictures, 'row-duplicated.png') });

    // Elsewhere when the deletion is taken back, one stands on the row again.
    await keys.command('この取組を削除');
    await heading('No.4 地区交流館の運営');
    await keys.command('No.10へ');
    await heading('No.10 街路灯の省電力化');
    await keys.press('Control+z');
    await heading('No.4 提案型の見守り');
  });
});
