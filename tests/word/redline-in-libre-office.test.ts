import { describe, expect, it } from 'vitest';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { printedDifferences } from '../../main/word/verifying/printed-differences.ts';
import { printedDocument } from '../../main/word/verifying/printed-document.ts';
import { writeRedline } from '../../main/word/writing/write-redline.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { outlineDifference } from '../../shared/model/outline-difference.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { acceptAll, rejectAll, throughLibreOffice } from '../marked/libre-office.ts';
import { must } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { validateWord } from '../support/validate-word.ts';
import { reportOfFile } from '../word-understanding/own-files.ts';

const before = reportOfFile(sampleReport);
const [first, second, ...rest] = before.initiatives as [Initiative, Initiative, ...Initiative[]];

/** Rows taken out, put in and moved; bullets joined and cut; fields emptied and filled; words changed. */
const after: Report = {
  ...before,
  headName: '後任 花',
  initiatives: [
    { ...first, id: 'new1', title: '新しい事業' },
    ...rest.slice(2, 11).map(
      (row, place) =>
        [
          { ...row, results: [row.results.join('')] },
          { ...row, plan: row.plan.flatMap((text) => [text.slice(0, 8), text.slice(8)]) },
          { ...row, direction: [], outcomes: [] },
          { ...row, title: `${row.title}の見直し`, direction: [...row.direction, '見直しを続けます。'] },
        ][place % 4] ?? row,
    ),
    second,
    ...rest.slice(12),
    first,
  ],
};

async function differences(bytes: Uint8Array, expected: Outline) {
  const document = must(await readWordDocument(bytes));
  expect(document.hasTrackedChanges).toBe(false);
  return printedDifferences(expected, printedDocument(document, 'accepted'));
}

describe('A redline in a program of others', () => {
  it('is the report after when all is accepted and the report before when all is rejected', async () => {
    const [was, is] = [outline(before, reportForm), outline(after, reportForm)];
    const redline = await writeRedline(outlineDifference(was, is), reportForm, {
      author: '取りまとめ担当',
      at: '2026-05-01T00:00:00.000Z',
      title: '見え消し',
    });
    expect(await validateWord(redline)).toEqual([]);
    expect(await differences(await throughLibreOffice(redline, acceptAll), is)).toEqual([]);
    expect(await differences(await throughLibreOffice(redline, rejectAll), was)).toEqual([]);
  });
});
