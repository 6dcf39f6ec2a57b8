import type { Locator } from 'playwright-core';
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

describe.each(availableShells())('an input method in the $name', (kind) => {
  let shell: Shell;
  let ime: InputMethod;
  let saves: string[];
  const box = (name: string): Locator => textbox(shell.page, name);
  const storedPlan = async (): Promise<readonly string[]> =>
    (await storedReport(shell.page)).initiatives[0]?.plan ?? [];

  beforeEach(async () => {
    shell = await kind.open({ folder: newFolder() });
    await startSample(shell.page);
    ime = await InputMethod.of(shell.page);
    saves = [];
    shell.page.on('request', (request) => {
      if (request.url().includes('/call/reports.edit')) saves.push(request.postData() ?? '');
    });
  });
  afterEach(() => shell.close());

  /** Selects all of a field, so that what is composed takes its place. */
  const enter = async (name: string): Promise<void> => {
    await box(name).click();
    await shell.page.keyboard.press('Control+a');
  };

  test('composes over the time of autosave: nothing is stored or counted until it is confirmed', async () => {
    await enter('取組内容');
    await shell.page.keyboard.press('Delete');
    await waitUntilSaved(shell.page);
    saves.length = 0;
    const long = 'みずべのせいそうをおこないます。'.repeat(10);
    await ime.compose('m', 'み', 'みz', 'みず', long);
    await ime.wait(pastAutosave);
    expect(saves).toEqual([]);
    expect(await storedPlan()).toEqual([]);
    expect(await shell.page.getByText(/目安の.+字を/).count()).toBe(0);
    expect(await box('取組内容').inputValue()).toBe(long);

    await ime.confirm('水辺の清掃を行います。'.repeat(14));
    await expect.poll(storedPlan).toEqual(['水辺の清掃を行います。'.repeat(14)]);
    await shell.page
      .getByText(/目安の.+字を.+超えています/)
      .first()
      .waitFor();
  });

  longTest('is not disturbed by typing that waits to be saved', async () => {
    await box('取組名').click();
    await shell.page.keyboard.press('End');
    await shell.page.keyboard.type('2');
    await ime.compose('かい', '回');
    await ime.wait(pastAutosave);
    expect(await box('取組名').inputValue()).toMatch(/2回$/);
    await ime.confirm('回目');
    await waitUntilSaved(shell.page);
    await expect.poll(async () => (await storedReport(shell.page)).initiatives[0]?.title).toMatch(/2回目$/);
  });

  test('throws away what was composed: the text is as before, and nothing is stored', async () => {
    const before = await box('取組内容').inputValue();
    await box('取組内容').click();
    await shell.page.keyboard.press('Control+End');
    await ime.compose('けす', '消す');
    expect(await box('取組内容').inputValue()).toBe(`${before}消す`);
    await ime.cancel();
    await ime.wait(pastAutosave);
    expect(await box('取組内容').inputValue()).toBe(before);
    expect((await storedPlan()).join('\n')).toBe(before);
  });

  test('Enter that confirms makes no bullet, and Alt+↑ moves none; the next Enter does', async () => {
    await enter('取組内容');
    await ime.compose('せいそう', '清掃');
    await ime.press('Enter');
    await ime.confirm('清掃します。');
    expect(await box('取組内容').inputValue()).toBe('清掃します。');
    await shell.page.keyboard.press('Enter');
    await ime.compose('しょくじゅ');
    await ime.press('ArrowUp', alt);
    await ime.confirm('植樹します。');
    await expect.poll(storedPlan).toEqual(['清掃します。', '植樹します。']);
  });

  test('composes at the start of a line that is joined, and at the join', async () => {
    await box('取組内容').fill('清掃\nします。');
    await shell.page.keyboard.press('Control+End');
    await shell.page.keyboard.press('Home');
    await shell.page.keyboard.press('Backspace');
    await ime.compose('を', 'をg');
    await ime.confirm('を');
    await expect.poll(storedPlan).toEqual(['清掃をします。']);
    await shell.page.keyboard.press('Enter');
    await ime.compose('まいつき', '毎月');
    await ime.cancel();
    await ime.compose('まいしゅう');
    await ime.confirm('毎週');
    await expect.poll(storedPlan).toEqual(['清掃を', '毎週します。']);
  });

  test('Ctrl+Z while composing is the input method’s, and afterwards takes back what was confirmed', async () => {
    await box('取組結果').fill('先に書いた結果。');
    await waitUntilSaved(shell.page);
    const before = await box('取組名').inputValue();
    await enter('取組名');
    await ime.compose('はし', '橋');
    await ime.press('z', ctrl);
    await ime.wait(500);
    expect(await box('取組名').inputValue()).toBe('橋');
    expect((await storedReport(shell.page)).initiatives[0]?.results).toEqual(['先に書いた結果。']);
    await ime.confirm('橋の点検');
    await waitUntilSaved(shell.page);
    await shell.page.keyboard.press('Control+z');
    await expect.poll(() => box('取組名').inputValue()).toBe(before);
  });

  longTest('what is composed when the field is left stays and is stored', async () => {
    await enter('取組内容');
    await ime.compose('せいそう', '清掃します。');
    await box('取組名').click();
    await expect.poll(storedPlan).toEqual(['清掃します。']);
    expect(await box('取組内容').inputValue()).toBe('清掃します。');
    await box('取組名').fill('次の欄');
    await expect.poll(async () => (await storedReport(shell.page)).initiatives[0]?.title).toBe('次の欄');
  });

  longTest('composes in the find box: nothing is looked for before it is confirmed', async () => {
    await shell.page.keyboard.press('Control+f');
    const query = box('探す言葉');
    const found = shell.page.getByRole('search', { name: 'この報告を検索・置換' }).getByRole('status');
    await ime.compose('そう', '相談');
    await ime.wait(300);
    expect(await found.textContent()).toBe('');
    await ime.confirm('相談');
    await expect.poll(() => found.textContent()).toMatch(/^\d+か所（/);
    await ime.compose('いん', '員');
    await ime.press('Enter');
    await ime.wait(300);
    expect(await found.textContent()).toMatch(/^\d+か所（/);
    await ime.cancel();
    expect(await query.inputValue()).toBe('相談');
  });

  longTest(
    'composes a command in the palette: the list waits, and Enter that confirms runs nothing',
    async () => {
      await shell.page.keyboard.press('Control+k');
      const options = shell.page.getByRole('option');
      const before = await options.count();
      await ime.compose('とりくみ', '取組を追加');
      await ime.wait(300);
      expect(await options.count()).toBe(before);
      await ime.press('Enter');
      await ime.wait(300);
      expect(await shell.page.getByRole('dialog').count()).toBe(1);
      await ime.confirm('取組を追加');
      await expect.poll(() => options.count()).toBeLessThan(before);
      expect((await storedReport(shell.page)).initiatives).toHaveLength(15);
    },
  );

  test('a change from another window waits until it is confirmed, and neither is lost', async () => {
    const other = await shell.page.context().newPage();
    await other.goto(shell.page.url());
    await textbox(other, '取組内容').waitFor();
    await shell.page.bringToFront();

    await enter('取組内容');
    await ime.compose('せいそう', '清掃');
    await textbox(other, '取組結果').fill('別の画面で書いた結果。');
    await textbox(other, '取組内容').fill('別の画面で書いた内容。');
    await waitUntilSaved(other);
    await ime.wait(500);
    expect(await box('取組内容').inputValue()).toBe('清掃');
    await ime.confirm('清掃します。');
    await expect.poll(() => box('取組結果').inputValue()).toBe('別の画面で書いた結果。');
    await expect.poll(() => box('取組内容').inputValue()).toBe('別の画面で書いた内容。');
    await shell.page.getByText('反映できなかった入力があります').waitFor();
    const aside = shell.page.getByRole('textbox', { name: 'No.1 取組内容に入力した文' });
    expect(await aside.inputValue()).toBe('清掃します。');
  });

  longTest(
    'a change from another window to another field leaves what is composed where it is',
    async () => {
      await enter('取組内容');
      await ime.compose('せいそう', '清掃');
      await shell.page.evaluate(async () => {
        const call = async (name: string, input: unknown): Promise<{ value: never }> => {
          const response = await fetch(`/call/${name}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ input }),
          });
          return (await response.json()) as { value: never };
        };
        const [first] = (await call('reports.list', {})).value as { id: string }[];
        const { report } = (await call('reports.read', { report: first?.id })).value as {
          report: { initiatives: { id: string; results: string[] }[] };
        };
        const [row] = report.initiatives;
        await call('reports.edit', {
          report: first?.id,
          step: {
            id: 'elsewhere1',
            edits: [
              {
                kind: 'set-field',
                owner: 'row',
                initiative: row?.id,
                field: 'results',
                before: row?.results,
                after: ['よそで書いた結果。'],
              },
            ],
          },
        });
      });
      await ime.wait(500);
      expect(await box('取組内容').inputValue()).toBe('清掃');
      await ime.confirm('清掃します。');
      await expect.poll(storedPlan).toEqual(['清掃します。']);
      expect(await box('取組結果').inputValue()).toBe('よそで書いた結果。');
      expect(await button(shell.page, '確認したので閉じる').count()).toBe(0);
    },
  );
});
