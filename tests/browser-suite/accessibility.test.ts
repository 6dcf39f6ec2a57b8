import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { routeNames } from '../../renderer/state/page/route-names.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { viewportOf } from '../support/window-sizes.ts';
import { shownRounds, shownStates, type ShownState } from './accessibility-states.ts';
import { complaints, sticksOut } from './axe.ts';
import { libraryWith, openReportOf, sampleAsInterchange, showSidePane } from './sample-library.ts';

const newFolder = temporaryFolders();
const renderer = resolve(import.meta.dirname, '../../renderer');

/** Components that lay a dialog over the page. */
const dialogs = globSync('**/*.svelte', { cwd: renderer })
  .filter((path) => !['Dialog.svelte', 'FormDialog.svelte'].includes(basename(path)))
  .filter((path) => !path.startsWith('gallery'))
  .filter((path) =>
    /<(?:Form)?Dialog\b|<dialog\b|showModal\(/.test(readFileSync(join(renderer, path), 'utf8')),
  )
  .map((path) => basename(path, '.svelte'));

/** Needs a damaged file; shown to axe in rescue.test.ts. */
const shownElsewhere = ['RescueDialog'];

test('no screen and no dialog is forgotten here', () => {
  const shown = new Set([...shownStates.flatMap(({ shows }) => shows), ...shownElsewhere]);
  expect([...routeNames, ...dialogs].filter((name) => !shown.has(name))).toEqual([]);
});

describe.each(availableShells())('accessibility in the $name', (kind) => {
  let shell: Shell;
  afterEach(() => shell.close());

  async function start({
    library,
    shows = [],
  }: Pick<ShownState, 'library'> & Partial<Pick<ShownState, 'shows'>>): Promise<string> {
    const folder = newFolder();
    if (library === 'two years') await libraryWith(folder, lastYear(), sampleAsInterchange());
    if (shows.includes('backups')) mkdirSync(join(folder, 'backups'));
    shell = await kind.open({ folder });
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    return folder;
  }

  async function lookAt(name: string): Promise<Readonly<Record<string, readonly string[]>>> {
    const { page } = shell;
    const found = await complaints(page);
    await page.screenshot({ path: join(kind.pictures, `state-${fileName(name)}.png`) });
    await page.setViewportSize({ width: 320, height: 640 });
    const out = await sticksOut(page);
    await page.setViewportSize(viewportOf(kind.size));
    return { ...found, ...(out.length > 0 ? { 'at 320 px': out } : {}) };
  }

  test.each(shownRounds)('axe has nothing against $name', async ({ states, back }) => {
    const [first] = states;
    if (first === undefined) throw new Error('a round without states');
    const folder = await start({ ...first, shows: states.flatMap(({ shows }) => shows) });
    for (const [at, state] of states.entries()) {
      if (at > 0) await back(shell.page);
      await state.open(shell, folder);
      expect(await lookAt(state.name), state.name).toEqual({});
    }
  });

  test('whatever has the focus shows it', async () => {
    await start({ library: 'two years' });
    const { page } = shell;
    await openReportOf(page, '令和7年度', 'くらし安心部');
    await page.getByRole('heading', { level: 1 }).first().focus();
    const seen = new Set<string>();
    const unseen: string[] = [];
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab');
      const { html, shown } = await page.evaluate(() => {
        const focused = document.activeElement;
        const active = focused?.getAttribute('aria-activedescendant');
        const places = [
          focused,
          focused?.parentElement,
          active === null || active === undefined ? null : document.getElementById(active),
        ];
        const rings = places.map((place) => {
          if (place === null || place === undefined) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place);
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        });
        return { html: focused?.outerHTML.slice(0, 160) ?? '', shown: rings.some(Boolean) };
      });
      seen.add(html);
      if (!shown) unseen.push(html);
    }
    expect(unseen).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });

  test('the focus is never lost on a tour through a report', async () => {
    const folder = newFolder();
    await libraryWith(folder, sampleAsInterchange());
    shell = await kind.open({ folder });
    const { page } = shell;
    await openReportOf(page, '令和7年度', 'くらし安心部');
    const press = async (name: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name }).first().press('Enter');
    };
    const tour: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['add a target', () => press('達成目標を追加')],
      // It is none before something is written in it.
      ['write in it', () => page.keyboard.type('記録集の配布')],
      ['move it', () => press('達成目標 2 を上へ')],
      ['remove it', () => press('達成目標 1 を削除')],
      ['add an outcome', () => press('達成状況を追加')],
      ['add a figure', () => press(/^達成状況 1 実績値を追加/)],
      ['remove the figure', () => press('達成状況 1 実績値 1 を削除')],
      ['remove an outcome', () => press('達成状況 1 を削除')],
      ['undo', () => page.keyboard.press('Control+z')],
      ['redo', () => page.keyboard.press('Control+y')],
      ['the next row', () => press('次の取組')],
      ['move the row', () => press('この取組を下へ')],
      [
        'add a row',
        async () => {
          await press('取組を追加');
          // The focus goes on by itself: what is pressed before would be pressed in the title.
          await page.waitForFunction(() => document.activeElement?.id.endsWith('-title'));
        },
      ],
      ['remove the row', () => press('この取組を削除')],
      ['take that back', () => press('削除を取り消す')],
      ['remove another', () => press('この取組を削除')],
      ['close the notice', () => press('閉じる')],
      ['the palette', () => page.keyboard.press('Control+k')],
      ['out of the palette', () => page.keyboard.press('Escape')],
      ['the keys', () => page.keyboard.press('Control+/')],
      ['out of the keys', () => page.keyboard.press('Escape')],
      [
        'the side pane',
        async () => {
          await showSidePane(page);
          await page.getByRole('tab', { selected: true }).focus();
        },
      ],
      ['out of it', () => press('参照パネルを閉じる')],
      ['the rows shut', () => press('取組の一覧を隠す')],
      ['the rows shown', () => press('取組の一覧を表示')],
      ['the table', () => press('表全体')],
      ['a cell', () => press('No.1 取組内容を編集')],
      ['out of the cell', () => page.keyboard.press('Escape')],
      ['the form', () => press('入力フォーム')],
      ['the question for a file by its key', () => page.keyboard.press('F12')],
      ['out of it', () => page.keyboard.press('Escape')],
      ['the question for a file by its button', () => press('Word に書き出す')],
      ['out of it', () => page.keyboard.press('Escape')],
      [
        'the list',
        async () => {
          await page.getByRole('link', { name: '報告の一覧' }).focus();
          await page.keyboard.press('Enter');
        },
      ],
      ['the help', () => page.keyboard.press('F1')],
      ['back', () => page.goBack()],
    ];
    const lost: string[] = [];
    for (const [name, go] of tour) {
      await go();
      // What is drawn and focused after the press may take some frames.
      await page
        .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 15_000 })
        .catch(() => lost.push(name));
    }
    expect(lost).toEqual([]);
  });
});

/** The sample as it may have been a year before: some texts are others. */
function lastYear(): ReturnType<typeof sampleAsInterchange> {
  const report = sampleAsInterchange();
  const initiatives = report.initiatives.map((row, at) => ({
    ...row,
    plan: at % 2 === 0 ? ['古い写真や道具を持つ市民を探し、話を聞き取る準備をします。'] : row.plan,
    results: row.results.slice(0, 1),
  }));
  return { ...report, initiatives, fiscalYear: report.fiscalYear - 1, yearLabel: '令和6年度' };
}

function fileName(name: string): string {
  return name.replaceAll(/[^a-z0-9\p{Script=Han}\p{Script=Katakana}ー]+/giu, '-');
}
