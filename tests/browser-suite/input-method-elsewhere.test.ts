import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { alt, ctrl, InputMethod } from './input-method.ts';
import { button, startSample, textbox } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';
import { longTest } from '../support/long-test.ts';

const newFolder = temporaryFolders();

/** Longer than the page waits before it saves what was typed. */
const pastAutosave = 1_500;

describe.each(availableShells())('an input method beyond the form in the $name', (kind) => {
  let shell: Shell;
  let page: Page;
  let ime: InputMethod;
  /** Names of requests that change something or look for something. */
  let asked: string[];

  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    page = shell.page;
    await startSample(page);
    await waitUntilSaved(page);
    ime = await InputMethod.of(page);
    asked = [];
    page.on('request', (request) => {
      const name = /\/call\/([\w.]+)/.exec(request.url())?.[1] ?? '';
      if (/^(reports\.(edit|undo|redo)|comments\.|search\.)/.test(name)) asked.push(name);
    });
  });
  afterEach(() => shell.close());

  const plan = async (): Promise<readonly string[]> =>
    (await storedReport(page)).initiatives[0]?.plan ?? [];

  /** Notes each change of the page outside the field itself, which draws what is composed. */
  const watch = (field: Locator): Promise<void> =>
    field.evaluate((element) => {
      const own = element.closest('fieldset') ?? element.parentElement ?? element;
      const changes: string[] = [];
      Object.assign(window, { changes });
      new MutationObserver((records) => {
        for (const { target, type } of records) {
          if (own.contains(target)) continue;
          changes.push(`${type} ${target.nodeName} ${(target.textContent ?? '').slice(0, 40)}`);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  const changes = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { changes: string[] }).changes);

  const openCell = async (): Promise<Locator> => {
    await button(page, '表全体').click();
    await page.getByRole('button', { name: 'No.1 取組内容を編集' }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('table').getByRole('textbox', { name: '取組内容', exact: true });
    await field.waitFor();
    return field;
  };

  test('in the form: what is composed stays as it is, and nothing else of the page is drawn anew', async () => {
    const field = textbox(page, '取組内容');
    await field.click();
    await page.keyboard.press('Control+a');
    await watch(field);
    // What is put right once it is there for good, and much longer than the cell has room for.
    const text = `・１） か\u3099くﾊﾝ\u3000 ${'とりくみをおこないます'.repeat(20)}`;
    await ime.compose('・', '・１）', text);
    await ime.wait(pastAutosave);
    expect(await field.inputValue()).toBe(text);
    expect(await changes()).toEqual([]);
    expect(asked).toEqual([]);
    await ime.confirm('見守ります。');
    await expect.poll(plan).toEqual(['見守ります。']);
    // The watching itself sees what happens.
    expect((await changes()).length).toBeGreaterThan(0);
  });

  test('in a cell of the table: no key leaves it, nothing is saved or drawn anew', async () => {
    const field = await openCell();
    await page.keyboard.press('Control+a');
    await watch(field);
    await ime.compose('m', 'み', 'みまもり', '見守り');
    for (const key of ['Enter', 'Escape', 'Tab', 'F2', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await ime.press(key);
    }
    await ime.press('ArrowDown', alt);
    await ime.press('End', ctrl);
    await ime.wait(pastAutosave);
    expect(await field.inputValue()).toBe('見守り');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await changes()).toEqual([]);
    expect(asked).toEqual([]);
    await ime.confirm('見守ります。');
    await expect.poll(plan).toEqual(['見守ります。']);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
    expect(await page.getByRole('table').getByRole('row').nth(1).innerText()).toContain('・見守ります。');
  });

  longTest('in a cell of the table: a change from another window waits until it is confirmed', async () => {
    const field = await openCell();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await button(other, '入力フォーム').click();
    await page.bringToFront();
    await field.click();
    await page.keyboard.press('Control+a');
    await ime.compose('みまもり', '見守り');
    await textbox(other, '取組結果').fill('別の画面で書いた結果。');
    await waitUntilSaved(other);
    await ime.wait(300);
    expect(await field.inputValue()).toBe('見守り');
    await ime.confirm('見守ります。');
    await expect.poll(plan).toEqual(['見守ります。']);
    await expect
      .poll(() => page.getByRole('table').getByRole('row').nth(1).innerText())
      .toContain('別の画面で書いた結果。');
  });

  longTest(
    'in a comment: Ctrl+Enter and Esc are the input method’s; then the comment is sent whole',
    async () => {
      await textbox(page, '取組内容').focus();
      await page.keyboard.press('Control+Alt+m');
      const comment = page.getByRole('textbox', { name: /^コメント$|へのコメント$/ }).first();
      await comment.waitFor();
      await expect.poll(() => comment.evaluate((element) => element === document.activeElement)).toBe(true);
      asked.length = 0;
      await ime.compose('かくにん', '確認');
      await ime.press('Enter', ctrl);
      await ime.press('Enter');
      await ime.press('Escape');
      await ime.wait(300);
      expect(await comment.inputValue()).toBe('確認');
      expect(asked).toEqual([]);
      await ime.confirm('確認してください。');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('tabpanel').getByText('確認してください。').waitFor();
      expect(await plan()).not.toEqual(['確認してください。']);
    },
  );

  test('in the box of what is put in its place: Enter replaces nothing, and no hit is drawn anew', async () => {
    await page.keyboard.press('Control+h');
    await textbox(page, '探す言葉').fill('相談');
    const panel = page.getByRole('search', { name: 'この報告を検索・置換' });
    await panel.getByRole('checkbox').first().waitFor();
    const hits = (): Promise<string> => panel.getByRole('list').first().innerText();
    const before = await hits();
    const replacement = textbox(page, '置換後の文字列');
    await replacement.focus();
    await ime.compose('ごそうだん', 'ご相談');
    await ime.press('Enter');
    await ime.wait(pastAutosave);
    expect(await hits()).toBe(before);
    expect(asked).toEqual([]);
    await ime.confirm('ご相談');
    await expect.poll(hits).not.toBe(before);
    expect(await replacement.inputValue()).toBe('ご相談');
    expect(asked).toEqual([]);
  });

  longTest('in the search over all years: nothing is looked for, and no key goes anywhere', async () => {
    await page.keyboard.press('Control+Shift+f');
    const field = page.getByRole('searchbox', { name: '探す言葉' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await watch(field);
    await ime.compose('ちょうない', '町内');
    for (const key of ['Enter', 'ArrowDown', 'Tab']) await ime.press(key);
    await ime.wait(pastAutosave);
    expect(asked).toEqual([]);
    expect(await changes()).toEqual([]);
    await ime.confirm('町内会');
    await page
      .getByText(/件見つかりました/)
      .first()
      .waitFor();
    expect(new Set(asked)).toEqual(new Set(['search.find']));

    // The browser's own Esc empties the field and breaks the composition off: the field hears on.
    await ime.compose('まつり');
    await ime.press('Escape');
    await ime.confirm('祭りのない言葉');
    await page
      .getByText(/「祭りのない言葉」を含む取組はありません/)
      .first()
      .waitFor();
  });
});
