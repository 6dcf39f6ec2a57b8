import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline } from '../../shared/model/outline.ts';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { howMany } from '../support/how-many.ts';
import { must } from '../support/must.ts';
import { readInterchange, sampleReport } from '../support/real-report.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { reportTableOf } from '../support/table-text.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { keepEverywhere, keptInBrowser } from './kept-in-browser.ts';
import { exportTo } from './word-files.ts';
import { typeHeading, typeRow, waitUntilSaved, type TypedReport } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  test('a person types the sample, the program dies and comes back, and Word has every paragraph', async () => {
    const folder = newFolder();
    const { initiatives, ...heading } = readInterchange(sampleReport) as unknown as TypedReport;
    const report = { ...heading, initiatives: initiatives.slice(0, howMany({ usual: 4, long: 15 })) };
    shell = await kind.open({ folder, mayDie: true });
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    await shell.page.screenshot({ path: join(pictures, '01-first-start.png') });

    await typeHeading(shell.page, report);
    for (const row of report.initiatives) await typeRow(shell.page, row);
    await waitUntilSaved(shell.page);
    await shell.page.screenshot({ path: join(pictures, '02-report.png') });

    await shell.page.reload();
    await shell.page
      .getByText(report.initiatives.at(-1)?.title ?? '')
      .first()
      .waitFor();
    await shell.killAndRestart();

    await shell.page
      .getByRole('link', { name: /くらし安心部/ })
      .first()
      .click();
    await shell.page.getByRole('textbox', { name: '取組名', exact: true }).waitFor();
    const out = join(folder, '報告.docx');
    await exportTo(shell, out);
    await shell.page.screenshot({ path: join(pictures, '03-exported.png') });
    await expectNothingKept(shell.page, report);

    expect(existsSync(out)).toBe(true);
    const { draft } = must(readReportJson(readFileSync(sampleReport), sampleReport));
    const expected = identify(draft, {
      existing: null,
      taken: new Set(),
      newIdentifier: countingIdentifiers(),
    }).report;
    const form = builtInForm('report');
    const { columns, rows } = outline(expected, form);
    expect(await reportTableOf(readFileSync(out))).toEqual([
      columns.map(({ heading }) => heading),
      ...rows
        .slice(0, report.initiatives.length)
        .map(({ cells }) =>
          cells.map(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))),
        ),
    ]);
  });
});

/** What is stored in the library stands nowhere in the browser, nor does what lets the browser in. */
async function expectNothingKept(page: Page, report: TypedReport): Promise<void> {
  const rows = report.initiatives.flatMap(({ title, plan, results }) => [title, ...plan, ...results]);
  const secrets = (await page.context().cookies()).map(({ value }) => value);
  expect([rows.length > 8, secrets.length]).toEqual([true, 1]);
  const words = [report.department, report.head.name, ...rows, ...secrets];
  const found = async (): Promise<string[]> => {
    const kept = await keptInBrowser(page);
    return words.filter((word) => kept.includes(JSON.stringify(word).slice(1, -1)));
  };
  await expect.poll(found).toEqual([]);
  const places = await keepEverywhere(page, 'planted-words');
  expect((await keptInBrowser(page)).match(/planted-words/g)).toHaveLength(places);
}
