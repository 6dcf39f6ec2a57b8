import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Initiative } from '../../shared/model/report.ts';
import { openSide } from '../browser-suite/sample-library.ts';
import { button, startEmptyReport, startSample, textbox } from '../browser-suite/start-report.ts';
import { storedReport } from '../browser-suite/stored-report.ts';
import { waitUntilSaved } from '../browser-suite/type-report.ts';
import { exportTo, signOff } from '../browser-suite/word-files.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { usualSize } from '../support/window-sizes.ts';
import { editElsewhere } from './edit-elsewhere.ts';
import type { Hand } from './hand.ts';
import { startAtDesk, type ProgramAtDesk } from './program-at-desk.ts';
import { firstRows } from './readings.ts';

const newFolder = temporaryFolders();

describe('a real Japanese input method', () => {
  let folder: string;
  let program: ProgramAtDesk;
  let page: Page;
  let hand: Hand;

  beforeEach(async () => {
    folder = newFolder();
    program = await startAtDesk(folder);
    ({ page, hand } = program);
  });
  afterEach(() => program.close());

  const box = (name: string): Locator => textbox(page, name);
  const storedRows = async (): Promise<readonly Initiative[]> => (await storedReport(page)).initiatives;
  const storedRow = async (): Promise<Initiative | undefined> => (await storedRows())[0];
  const storedPlan = async (): Promise<string> => ((await storedRow())?.plan ?? []).join('\n');
  const picture = (name: string): Promise<void> =>
    program.desk.picture(join(usualSize.pictures, `input-method-${name}.png`));
  const isFocused = (field: Locator): Promise<boolean> =>
    field.evaluate((element) => element === document.activeElement);

  /** Writes into a field, in which nothing stands yet; what the input method handed over. */
  const writeIn = async (field: Locator, readings: readonly string[]): Promise<string[]> => {
    await hand.goTo(field);
    const lines: string[] = [];
    for (const [at, reading] of readings.entries()) {
      if (at > 0) await hand.press('Return');
      lines.push(await hand.write(reading));
      // The page shows what was handed over, and nothing besides.
      expect(await field.inputValue()).toBe(lines.join('\n'));
    }
    return lines;
  };

  /** Makes the first plan of the sample empty, with the caret in it. */
  const emptyPlan = async (): Promise<Locator> => {
    await startSample(page);
    await box('取組内容').fill('');
    await waitUntilSaved(page);
    await hand.goTo(box('取組内容'));
    return box('取組内容');
  };

  test('types three rows of the sample: what was confirmed is what is shown and stored', async () => {
    await startEmptyReport(page);
    const written: Pick<Initiative, 'title' | 'section' | 'plan' | 'results' | 'direction'>[] = [];
    const parts: string[][] = [];
    for (const [at, row] of firstRows.entries()) {
      await button(page, at === 0 ? '最初の取組を追加' : '取組を追加')
        .first()
        .click();
      await expect.poll(() => box('取組名').inputValue()).toBe('');
      const [title = ''] = await writeIn(box('取組名'), [row.title]);
      const [section = ''] = await writeIn(page.getByRole('combobox', { name: '担当課名', exact: true }), [
        row.section,
      ]);
      const plan = await writeIn(box('取組内容'), row.plan);
      if (at === 0) await picture('row');
      const [measure = ''] = await writeIn(box('達成目標 1 目標の内容'), [row.measure]);
      const [value = ''] = await writeIn(box('達成目標 1 目標値'), [row.value]);
      written.push({ title, section, plan, results: [], direction: [] });
      parts.push([measure, value]);
    }
    await waitUntilSaved(page);
    for (const [at, row] of firstRows.entries()) {
      await page.getByRole('option', { name: new RegExp(`^No\\.${at + 1} `) }).click();
      await expect.poll(() => box('取組名').inputValue()).toBe(written[at]?.title);
      const results = await writeIn(box('取組結果'), row.results);
      const direction = await writeIn(box('今後の取組の方向性'), row.direction);
      parts[at]?.push(...(await writeIn(box('達成状況 1 達成状況の説明'), [row.statement])));
      written[at] = { ...written[at], results, direction } as (typeof written)[number];
    }
    await hand.press('ctrl+s');
    await waitUntilSaved(page);
    await expect
      .poll(async () =>
        (await storedRows()).map(({ title, section, plan, results, direction }) => ({
          title,
          section,
          plan,
          results,
          direction,
        })),
      )
      .toEqual(written);
    expect(
      (await storedRows()).map(({ targets, outcomes }) => [
        targets[0]?.measure,
        targets[0]?.value,
        outcomes[0]?.statement,
      ]),
    ).toEqual(parts);
  });

  test('a composition begun on a selected cell of the table begins in it, in every column', async () => {
    await startSample(page);
    await button(page, '表全体').click();
    const before = (await storedRows())[1];
    if (before === undefined) throw new Error('the sample has no second row');
    const cell = (name: string): Locator => page.locator(`[aria-label="No.2 ${name}を編集"]`);
    const added: string[] = [];
    for (const name of [
      '取組名・担当課名',
      '取組内容',
      '達成目標',
      '取組結果・今後の取組の方向性',
      '目標達成状況',
    ]) {
      if (added.length === 0) await hand.goTo(cell(name));
      else await hand.press('Right');
      await expect.poll(() => isFocused(cell(name))).toBe(true);
      await hand.compose('みまもり');
      if (name === '達成目標') await picture('cell');
      await hand.convert();
      added.push(await hand.confirm());
      await hand.press('Escape');
      await expect.poll(() => isFocused(cell(name))).toBe(true);
    }
    await waitUntilSaved(page);
    const expected = {
      ...before,
      title: before.title + added[0],
      plan: [before.plan.join('\n') + added[1]],
      targets: before.targets.map((each) => ({ ...each, measure: each.measure + added[2] })),
      results: [before.results.join('\n') + added[3]],
      outcomes: before.outcomes.map((each) => ({ ...each, statement: each.statement + added[4] })),
    };
    await expect.poll(async () => (await storedRows())[1]).toEqual(expected);

    // F2 and Enter write in the cell itself; what is thrown away while composing leaves it as it was.
    await hand.press('Left');
    await hand.press('F2');
    const results = page.getByRole('table').getByRole('textbox', { name: '取組結果', exact: true });
    await expect.poll(() => isFocused(results)).toBe(true);
    await hand.compose('けす');
    await hand.press('Escape');
    await expect.poll(async () => (await hand.heard()).composing).toBeNull();
    await expect.poll(() => isFocused(results)).toBe(true);
    expect(await results.inputValue()).toBe(expected.results.join('\n'));
    await hand.press('Escape');
    await hand.press('Left');
    await hand.compose('けす');
    await hand.press('Escape');
    await expect.poll(async () => (await hand.heard()).composing).toBeNull();
    await hand.press('Escape');
    expect((await storedRows())[1]).toEqual(expected);
  });

  test.each(['Return', 'Tab', 'Escape', 'F2', 'F6', 'F7', 'F8', 'ctrl+s', 'ctrl+z'])(
    '%s in the middle of a composition is the input method’s: nothing is lost, doubled or left',
    async (key) => {
      const field = await emptyPlan();
      const first = await hand.write('せいそうします。');
      await waitUntilSaved(page);
      const { href } = new URL(page.url());
      await hand.compose('みまもり');
      await hand.tap(key);
      // Whatever the input method makes of it: what it composes or has handed over is what stands there.
      const stands = async (): Promise<boolean> => {
        const { composing, committed } = await hand.heard();
        return (await field.inputValue()) === `${committed.join('')}${composing ?? ''}`;
      };
      await expect.poll(stands).toBe(true);
      expect(await isFocused(field)).toBe(true);
      expect(page.url()).toBe(href);
      expect(await page.getByRole('dialog').count()).toBe(0);
      if ((await hand.heard()).composing !== null) await hand.confirm();
      const last = await hand.write('します。');
      await expect.poll(stands).toBe(true);
      expect((await field.inputValue()).startsWith(first)).toBe(true);
      expect((await field.inputValue()).endsWith(last)).toBe(true);
      await waitUntilSaved(page);
      await expect.poll(storedPlan).toBe(await field.inputValue());
    },
  );

  test('a press elsewhere in the middle of a composition: the text stays where it was written', async () => {
    const field = await emptyPlan();
    const results = await box('取組結果').inputValue();
    await hand.compose('みまもり');
    await hand.click(box('取組名'));
    await expect.poll(() => isFocused(box('取組名'))).toBe(true);
    await expect.poll(async () => (await hand.heard()).composing).toBeNull();
    await waitUntilSaved(page);
    expect(await field.inputValue()).toBe((await hand.heard()).committed.join(''));
    await expect.poll(storedPlan).toBe(await field.inputValue());
    expect(await box('取組結果').inputValue()).toBe(results);

    // In the table, to another cell.
    await button(page, '表全体').click();
    await hand.goTo(page.locator('[aria-label="No.3 取組内容を編集"]'));
    const before = (await storedRows())[2]?.plan.join('\n') ?? '';
    const count = (await hand.heard()).committed.length;
    await hand.compose('みまもり');
    await hand.click(page.getByRole('row').nth(1).locator('[data-field="plan"]').first());
    await expect.poll(async () => (await hand.heard()).composing).toBeNull();
    const committed = (await hand.heard()).committed.slice(count).join('');
    await expect.poll(async () => (await storedRows())[2]?.plan.join('\n')).toBe(before + committed);
    await expect.poll(storedPlan).toBe(await storedPlan());
  });

  test('autosave, other windows and a save that fails leave alone what is composed', async () => {
    const field = await emptyPlan();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/call/reports.edit')) asked.push(request.postData() ?? '');
    });
    // Another field of the row: it is shown when what is composed stands there for good.
    await hand.compose('みまもり');
    await editElsewhere(page, 'results', ['よそで書いた結果。']);
    expect(await field.inputValue()).toBe('みまもり');
    await hand.convert();
    const first = await hand.confirm();
    await expect.poll(() => box('取組結果').inputValue()).toBe('よそで書いた結果。');
    await expect.poll(storedPlan).toBe(first);
    expect(await field.inputValue()).toBe(first);

    // A save that is on its way when a composition begins, and fails in the middle of it.
    const { promise: failing, resolve: fail } = Promise.withResolvers<undefined>();
    await page.route('**/call/reports.edit', async (route) => {
      await failing;
      await route.abort();
    });
    const sent = asked.length;
    const second = await hand.write('せいそう');
    await expect.poll(() => asked.length).toBeGreaterThan(sent);
    await hand.compose('します。');
    fail(undefined);
    await page
      .getByText(/保存できて?いません|保存できません/)
      .first()
      .waitFor();
    expect(await field.inputValue()).toBe(`${first}${second}します。`);
    expect(await isFocused(field)).toBe(true);
    await page.unroute('**/call/reports.edit');
    await hand.convert();
    const third = await hand.confirm();
    await hand.press('ctrl+s');
    await waitUntilSaved(page);
    await expect.poll(storedPlan).toBe(first + second + third);
    expect(asked.every((step) => !step.includes('みまもり'))).toBe(true);

    // The same field: what is stored is shown, what was composed is kept beside it.
    await hand.compose('みまもり');
    await editElsewhere(page, 'plan', ['よそで書いた内容。']);
    await hand.convert();
    const fourth = await hand.confirm();
    await expect.poll(() => field.inputValue()).toBe('よそで書いた内容。');
    await page.getByText('反映できなかった入力があります').waitFor();
    expect(await box('No.1 取組内容に入力した文').inputValue()).toBe(first + second + third + fourth);
    expect(await storedPlan()).toBe('よそで書いた内容。');
  });

  test('in a signed report nothing is composed into a field or a cell, and the page says why', async () => {
    await startSample(page);
    const file = join(folder, '決裁.docx');
    await exportTo(program, file);
    await signOff(program, file);
    const before = await storedReport(page);
    const { committed } = await hand.heard();
    for (const view of ['入力フォーム', '表全体']) {
      await button(page, view).click();
      await (
        view === '表全体' ? page.locator('[aria-label="No.1 取組内容を編集"]') : box('取組内容')
      ).focus();
      await program.desk.type('mimamori');
      await hand.press('Return');
      await page.getByText('第1版は決裁済みのため、書き換えられません。').first().waitFor();
    }
    expect((await hand.heard()).committed).toEqual(committed);
    expect((await storedReport(page)).initiatives).toEqual(before.initiatives);
  });

  test('in the palette, the find box, a comment and a dialog: Enter confirms, and only then does something', async () => {
    await startSample(page);
    const count = (await storedRows()).length;
    await hand.goTo(box('取組内容'));
    await hand.press('ctrl+k');
    const palette = page.getByRole('combobox', { name: /実行したいこと/ });
    await expect.poll(() => isFocused(palette)).toBe(true);
    await program.desk.japanese(true);
    const command = await hand.write('とりくみをついか');
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await palette.inputValue()).toBe(command);
    expect(await storedRows()).toHaveLength(count);
    await hand.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await hand.press('ctrl+f');
    const find = box('探す言葉');
    await expect.poll(() => isFocused(find)).toBe(true);
    await program.desk.japanese(true);
    const sought = await hand.write('そうだん');
    expect(await find.inputValue()).toBe(sought);
    await page
      .getByRole('search')
      .getByRole('status')
      .filter({ hasText: /か所|ありません/ })
      .waitFor();
    await hand.press('Escape');

    await openSide(page, 'コメント');
    await box('取組内容').focus();
    await hand.press('ctrl+alt+m');
    const comment = page.getByRole('textbox', { name: /^コメント$|へのコメント$/ }).first();
    await expect.poll(() => isFocused(comment)).toBe(true);
    await program.desk.japanese(true);
    const said = await hand.write('かくにんしてください。');
    expect(await comment.inputValue()).toBe(said);
    await hand.press('ctrl+Return');
    await page.getByRole('tabpanel').getByText(said).first().waitFor();

    await page.getByRole('link', { name: '報告の一覧' }).click();
    await page.getByRole('button', { name: '新しい報告を作る' }).first().click();
    const department = page.getByLabel(/^部名/);
    await department.fill('');
    await hand.goTo(department);
    const name = await hand.write('かんきょうぶ');
    expect(await department.inputValue()).toBe(name);
    expect(await page.getByRole('heading', { name: '新しい報告を作る' }).count()).toBe(1);
  });
});
