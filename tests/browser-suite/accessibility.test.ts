import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { routeNames } from '../../renderer/state/route-names.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { shownStates, type ShownState } from './accessibility-states.ts';
import { appearances, complaints, sticksOut, type Appearance } from './axe.ts';
import { libraryWith, sampleAsInterchange } from './sample-library.ts';

const newFolder = temporaryFolders();
const renderer = resolve(import.meta.dirname, '../../renderer');
const pictures = resolve(import.meta.dirname, '../../out/pictures');
mkdirSync(pictures, { recursive: true });

/** Components that lay a dialog over the page. */
const dialogs = globSync('**/*.svelte', { cwd: renderer })
  .filter((path) => basename(path) !== 'Dialog.svelte')
  .filter((path) => /<Dialog\b|<dialog\b|showModal\(/.test(readFileSync(join(renderer, path), 'utf8')))
  .map((path) => basename(path, '.svelte'));

test('no screen and no dialog is forgotten here', () => {
  const shown = new Set(shownStates.flatMap(({ shows }) => shows));
  expect([...routeNames, ...dialogs].filter((name) => !shown.has(name))).toEqual([]);
});

describe.each(availableShells())('$name', (kind) => {
  let shell: Shell;
  afterEach(() => shell.close());

  async function show(state: ShownState): Promise<Page> {
    const folder = newFolder();
    if (state.library === 'two years') await libraryWith(folder, lastYear(), sampleAsInterchange());
    shell = await kind.open({ folder });
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    await state.open(shell.page);
    return shell.page;
  }

  test.each(shownStates)('axe has nothing against $name', async (state) => {
    const page = await show(state);
    const found: Record<string, string[]> = {};
    for (const appearance of Object.keys(appearances) as Appearance[]) {
      const against = await complaints(page, appearance);
      if (against.length > 0) found[appearance] = against;
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.screenshot({ path: join(pictures, `state-${fileName(state.name)}.png`) });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForTimeout(100);
    const out = await sticksOut(page);
    expect({ ...found, ...(out.length > 0 ? { 'at 320 px': out } : {}) }).toEqual({});
  });
});

/** The sample as a year before had it. */
function lastYear() {
  const report = sampleAsInterchange();
  return { ...report, fiscalYear: report.fiscalYear - 1, yearLabel: '令和6年度' };
}

function fileName(name: string): string {
  return name.replaceAll(/[^a-z0-9\p{Script=Han}\p{Script=Katakana}ー]+/giu, '-');
}
