import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { builtInForm } from '../../shared/model/form.ts';
import { outline } from '../../shared/model/outline.ts';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { must } from '../support/must.ts';
import { readInterchange, sampleReport } from '../support/real-report.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { reportTableOf } from '../support/table-text.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportTo } from './word-files.ts';
import { typeHeading, typeRow, waitUntilSaved, type TypedReport } from './type-report.ts';

const newFolder = temporaryFolders();

describe.each(availableShells())('$name', (kind) => {
  const { pictures } = kind;
  let shell: Shell;
  afterEach(() => shell.close());

  test('a person types the whole sample, the program dies and comes back, and Word has every paragraph', async () => {
    const folder = newFolder();
    const report = readInterchange(sampleReport) as unknown as TypedReport;
    shell = await kind.open({ folder, mayDie: true });
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    await shell.page.screenshot({ path: join(pictures, '01-first-start.png') });

    await typeHeading(shell.page, report);
    for (const row of report.initiatives) await typeRow(shell.page, row);
    await waitUntilSaved(shell.page);
    await shell.page.screenshot({ path: join(pictures, '02-report.png') });

    await shell.page.reload();
    await shell.page
      .getByText(report.initiatives[14]?.title ?? '')
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
      ...rows.map(({ cells }) =>
        cells.map(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))),
      ),
    ]);
  });
});
