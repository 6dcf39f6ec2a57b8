import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Initiative } from '../../shared/model/report.ts';
import { button, startEmptyReport, startSample, textbox } from '../browser-suite/start-report.ts';
import { storedReport } from '../browser-suite/stored-report.ts';
import { waitUntilSaved } from '../browser-suite/type-report.ts';
import { exportTo, fromWordMenu } from '../browser-suite/word-files.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import type { Hand } from './hand.ts';
import { startAtDesk, type ProgramAtDesk } from './program-at-desk.ts';
import { signElsewhere } from './sign-elsewhere.ts';

const newFolder = temporaryFolders();
/** What a hand may press before it has confirmed what it composes. */
const keys = ['Return', 'Tab', 'Escape', 'F2', 'F6', 'F7', 'F8', 'ctrl+s', 'ctrl+z'];

describe('a real Japanese input method in the middle of a composition', () => {
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
  const isFocused = (field: Locator): Promise<boolean> =>
    field.evaluate((element) => element === document.activeElement);

  /** Presses each key while something is composed in a field; it is the input method's, and the text stands there. */
  const pressEach = async (field: Locator, stays: () => Promise<void>): Promise<void> => {
    for (const key of keys) {
      await field.fill('');
      await hand.goTo(field);
      const { committed } = await hand.heard();
      const before = committed.length;
      const stands = async (): Promise<boolean> => {
        const heard = await hand.heard();
        return (
          (await field.inputValue()) === heard.committed.slice(before).join('') + (heard.composing ?? '')
        );
      };
      await hand.compose('みまもり');
      await hand.tap(key);
      await expect.poll(stands, { message: key }).toBe(true);
      await stays();
      expect(await isFocused(field), key).toBe(true);
      if ((await hand.heard()).composing !== null) await hand.confirm();
      await hand.write('します');
      await expect.poll(stands, { message: `${key}, confirmed` }).toBe(true);
      await stays();
    }
  };

  test('each key is its own in a cell of the table, and a press on another cell leaves the text', async () => {
    await startSample(page);
    await button(page, '表全体').click();
    const cell = page.locator('[aria-label="No.2 取組内容を編集"]');
    await hand.goTo(cell);
    await hand.press('F2');
    const field = page.getByRole('table').getByRole('textbox', { name: '取組内容', exact: true });
    await expect.poll(() => isFocused(field)).toBe(true);
    const others = (await storedRows()).filter((_, at) => at !== 1);
    await pressEach(field, async () => {
      expect(await field.count()).toBe(1);
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
    await waitUntilSaved(page);
    const text = await field.inputValue();
    await expect.poll(async () => (await storedRows())[1]?.plan.join('\n')).toBe(text);

    const before = (await hand.heard()).committed.length;
    await hand.compose('せいそう');
    await hand.click(page.getByRole('row').nth(3).locator('[data-field="title"]').first());
    await expect.poll(async () => (await hand.heard()).composing).toBeNull();
    const last = (await hand.heard()).committed.slice(before).join('');
    await expect.poll(async () => (await storedRows())[1]?.plan.join('\n')).toBe(text + last);
    expect((await storedRows()).filter((_, at) => at !== 1)).toEqual(others);
  });

  test('each key is its own in a dialog: it neither closes nor sends it', async () => {
    await startSample(page);
    await fromWordMenu(page, '決裁を記録する');
    const dialog = page.getByRole('dialog', { name: '決裁を記録する' });
    const note = dialog.getByRole('textbox', { name: '備考' });
    const stays = async (): Promise<void> => {
      expect(await page.getByRole('dialog').count()).toBe(1);
      expect(await dialog.getByRole('alert').count()).toBe(0);
    };
    await pressEach(note, stays);
    const text = await note.inputValue();
    const before = (await hand.heard()).committed.length;
    await hand.compose('せいそう');
    const signer = dialog.getByRole('textbox', { name: /^決裁者/ });
    await hand.click(signer);
    await expect.poll(async () => (await hand.heard()).composing).toBeNull();
    await expect.poll(() => isFocused(signer)).toBe(true);
    expect(await note.inputValue()).toBe(text + (await hand.heard()).committed.slice(before).join(''));
    await stays();

    // Away and back: what was composed there is there again.
    const all = await note.inputValue();
    await hand.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await fromWordMenu(page, '決裁を記録する');
    expect(await note.inputValue()).toBe(all);
  });

  test('a 補足, figures, their name and 時点 take what is composed, in a first and in another one', async () => {
    await startEmptyReport(page);
    await button(page, '最初の取組を追加').click();
    const written: Record<string, string> = {};
    const write = async (name: string, reading: string): Promise<void> => {
      await hand.goTo(box(name));
      const { committed } = await hand.heard();
      await hand.compose(reading);
      // What stands ready becomes part of the report with its first character: the field must stay the same.
      expect(await box(name).inputValue()).toBe(reading);
      await hand.convert();
      written[name] = await hand.confirm();
      expect((await hand.heard()).committed.length).toBe(committed.length + 1);
      expect(await box(name).inputValue()).toBe(written[name]);
    };
    await write('達成目標 1 補足', 'るいけい');
    // Written before there is a figure, it is not proposed any more.
    await write('達成状況 1 時点', 'ねんどまつ');
    await write('達成状況 1 の1件目の 実績値', 'さんかい');
    await write('達成状況 1 の1件目の 実績値の 項目名（省略可）', 'かいすう');
    await button(page, '達成目標を追加').click();
    await write('達成目標 2 補足', 'ねんかん');
    await button(page, '達成状況 1 実績値を追加').click();
    await write('達成状況 1 の2件目の 実績値', 'よんかい');
    await waitUntilSaved(page);
    const read = async () => {
      const [row] = await storedRows();
      return {
        notes: row?.targets.map(({ note }) => note),
        asOf: row?.outcomes[0]?.asOf,
        figures: row?.outcomes[0]?.figures,
      };
    };
    await expect.poll(read).toEqual({
      notes: [written['達成目標 1 補足'], written['達成目標 2 補足']],
      asOf: written['達成状況 1 時点'],
      figures: [
        {
          label: written['達成状況 1 の1件目の 実績値の 項目名（省略可）'],
          value: written['達成状況 1 の1件目の 実績値'],
        },
        { label: null, value: written['達成状況 1 の2件目の 実績値'] },
      ],
    });
  });

  test('a report that is signed elsewhere meanwhile: what was composed is kept for the next 版', async () => {
    await startSample(page);
    const file = join(folder, '決裁.docx');
    await exportTo(program, file);
    const field = box('取組内容');
    const text = await field.inputValue();
    await hand.goTo(field);
    await hand.press('ctrl+End');
    await hand.compose('みまもり');
    await signElsewhere(page, file);
    await page.getByText('決裁済み（第1版・達成状況報告）').waitFor();
    expect(await field.inputValue()).toBe(`${text}みまもり`);
    expect(await isFocused(field)).toBe(true);
    await hand.convert();
    const composed = await hand.confirm();
    await page.getByText(/^入力した内容は保存していません。/).waitFor();
    expect(await field.inputValue()).toBe(text + composed);
    expect((await storedRows())[0]?.plan.join('\n')).toBe(text);

    await button(page, '第2版を始める').first().click();
    const start = page.getByRole('dialog', { name: '第2版を始める' });
    await start.getByLabel(/^変更の理由/).fill('書き足し');
    await start.getByRole('button', { name: '第2版を始める' }).click();
    await expect.poll(async () => (await storedRows())[0]?.plan.join('\n')).toBe(text + composed);
  });
});
