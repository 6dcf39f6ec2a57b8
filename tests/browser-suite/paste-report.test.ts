import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Initiative } from '../../shared/model/report.ts';
import { identify } from '../../main/domain/identify.ts';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { copiedInLibreOffice } from '../support/copied-in-libre-office.ts';
import { howMany } from '../support/how-many.ts';
import { longTest } from '../support/long-test.ts';
import { must } from '../support/must.ts';
import { reportFiles } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { availableShells, type Shell } from '../support/shells.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { plainWord, type PlainWord } from '../support/word-table-tree.ts';
import { pasteInto, type Copied } from './clipboard.ts';
import { copiedInExcel } from './copied-in-excel.ts';
import { copiedInWord } from './copied-in-word.ts';
import { startEmptyReport } from './start-report.ts';
import { storedReport } from './stored-report.ts';
import { waitUntilSaved } from './type-report.ts';

const newFolder = temporaryFolders();

/**
 * What the printed table does not carry, and the person gives after the paste:
 *
 * - the verdict on each target (目標達成状況の判定 is no column of the official table);
 * - that a row begins a new page: on the clipboard a table has no pages;
 * - which targets an outcome speaks of, where its words do not say it for certain. None is ever wrong.
 */
const notPrinted = { verdict: null, pageBreakBefore: false } as const;

/** A report as its author gave it, with the file that the program makes of it. */
interface Given {
  readonly initiatives: readonly Initiative[];
  readonly word: PlainWord;
  readonly docx: Uint8Array;
}

async function given(path: string): Promise<Given> {
  const folder = newFolder();
  const [library, docx] = [join(folder, '元.sengen'), join(folder, '元.docx')];
  const { draft } = must(readReportJson(readFileSync(path), path));
  const { report } = identify(draft, {
    existing: null,
    taken: new Set(),
    newIdentifier: countingIdentifiers(),
  });
  for (const words of [
    [
      ...['new', library, '--municipality', report.municipality, '--department', report.department],
      ...['--fiscal-year', String(report.fiscalYear), '--post', report.headPost, '--name', report.headName],
    ],
    ['import', library, path],
    ['export', library, docx],
  ]) {
    const { code, stderr } = await runSengenHere(...words);
    if (code !== 0) throw new Error(stderr);
  }
  const bytes = readFileSync(docx);
  return { initiatives: report.initiatives, docx: bytes, word: await plainWord(bytes) };
}

/** All that a row says, targets named by their place. */
function said({ id: _, targets, outcomes, ...row }: Initiative) {
  const placeOf = (id: string): number => targets.findIndex((target) => target.id === id) + 1;
  return {
    ...row,
    targets: targets.map(({ id: __, ...target }) => target),
    outcomes: outcomes.map(({ id: __, ...outcome }) => ({
      ...outcome,
      targets: outcome.targets.map(placeOf),
    })),
  };
}

/** The same without what no print carries; `links` are those that the paste found. */
function printed(initiative: Initiative) {
  const row = said(initiative);
  return {
    ...row,
    pageBreakBefore: notPrinted.pageBreakBefore,
    targets: row.targets.map((target) => ({ ...target, verdict: notPrinted.verdict })),
    outcomes: row.outcomes.map(({ targets: _, ...outcome }) => outcome),
  };
}

describe.each(availableShells())('a whole report pasted in the $name', (kind) => {
  let shell: Shell;
  afterEach(() => shell.close());

  describe.each(reportFiles())('$name', ({ name, path }) => {
    let source: Given;
    beforeAll(async () => {
      source = await given(path);
    });

    async function pasted(copied: Copied): Promise<readonly Initiative[]> {
      shell = await kind.open({ folder: newFolder() });
      const { page } = shell;
      await startEmptyReport(page);
      await page.getByRole('heading', { level: 2 }).first().click();
      await pasteInto(page, copied);
      const dialog = page.getByRole('dialog', { name: '表を貼り付ける' });
      await dialog.getByText(`${source.initiatives.length}行を読み取りました`).waitFor();
      expect(await dialog.getByText('欄に入らない文').count()).toBe(0);
      await dialog.getByRole('button', { name: 'この内容で貼り付ける' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await waitUntilSaved(page);
      return (await storedReport(page)).initiatives;
    }

    /** Everything that the table prints is there; of the links those that are found are right. */
    function expectTheReport(found: readonly Initiative[]): void {
      expect(found.map(printed)).toEqual(source.initiatives.map(printed));
      const links = (rows: readonly Initiative[]) =>
        rows.map((row) => said(row).outcomes.map(({ targets }) => targets));
      const wanted = links(source.initiatives);
      const wrong = links(found).flatMap((row, at) =>
        row.flatMap((targets, place) => {
          const right = wanted[at]?.[place] ?? [];
          return targets.length === 0 || targets.join() === right.join()
            ? []
            : [`No.${at + 1}: ${targets.join('・')}`];
        }),
      );
      expect(wrong).toEqual([]);
      const notFound = links(found).flatMap((row, at) =>
        row.flatMap((targets, place) =>
          targets.length === 0 && (wanted[at]?.[place] ?? []).length > 0 ? [`No.${at + 1}`] : [],
        ),
      );
      expect(notFound).toEqual(uncertainLinks[name]);
    }

    longTest('all of the Word file, copied in LibreOffice, is the same report', async () => {
      const found = await pasted(await copiedInLibreOffice(source.docx));
      expectTheReport(found);
    });

    // The other kinds by the long run, too: they differ in how Word wrote the table, not in what it says.
    const kinds = [
      ['its table', {}],
      ['all of it, its title too', { whole: true }],
      ['its table with lists of Word', { lists: true }],
      ['its table with cells merged downwards', { merged: true }],
    ] as const;
    test.each(kinds.slice(0, howMany({ usual: 1, long: kinds.length })))(
      '%s, copied in Word, is the same report',
      async (_, how) => {
        expectTheReport(await pasted(copiedInWord(source.word, how)));
      },
    );

    test('the same table in cells of Excel is the same report, from its HTML and from its text', async () => {
      const { html, text } = copiedInExcel(source.word);
      expectTheReport(await pasted({ html, text }));
      await shell.close();
      expectTheReport(await pasted({ text }));
    });
  });
});

/** Rows with an outcome whose words do not say for certain of which targets it speaks. */
const uncertainLinks: Readonly<Record<string, readonly string[]>> = {
  'the sample': [],
  'the real report': [],
};
