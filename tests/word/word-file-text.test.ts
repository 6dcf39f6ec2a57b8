import { describe, expect, it } from 'vitest';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { toPlainLine } from '../../shared/model/plain-text.ts';
import type { Report } from '../../shared/model/report.ts';
import { readTableText } from '../../main/word/reading/read-table-text.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { must } from '../support/must.ts';
import { interchangeReports } from './interchange-reports.ts';
import {
  bothForms,
  emptyReport,
  reportWithBreaks,
  reportWithHardTexts,
  unwritableText,
  wordFileOf,
  wordFileOfOutline,
} from './word-samples.ts';

const reportForm = builtInForm('report');

async function bodyRowsOf(bytes: Uint8Array): Promise<string[][][]> {
  return must(await readTableText(bytes)).flatMap(({ rows }) =>
    rows.filter(({ heading }) => !heading).map(({ cells }) => cells.map((cell) => [...cell])),
  );
}

function printed({ rows }: Outline): string[][][] {
  return rows.map(({ cells }) =>
    cells.map(({ parts }) =>
      parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => toPlainLine(text))),
    ),
  );
}

describe('The text of a Word file, read back cell by cell, is the outline', () => {
  const reports: readonly (readonly [string, () => Report])[] = [
    ['without rows', () => emptyReport],
    ['of 40 varied rows', () => variedReport(40)],
    ['with page breaks', () => reportWithBreaks(7, [0, 3, 4])],
    ['with texts that broke files before', reportWithHardTexts],
  ];
  for (const name of bothForms) {
    const form = builtInForm(name);
    for (const [what, make] of reports) {
      it(`${what}, as ${name}`, async () => {
        const report = make();
        expect(await bodyRowsOf(await wordFileOf(report, form))).toEqual(printed(outline(report, form)));
      });
    }
    for (const { name: what, read } of interchangeReports) {
      it(`of ${what}, as ${name}`, async () => {
        const report = read([5, 9, 12]);
        expect(await bodyRowsOf(await wordFileOf(report, form))).toEqual(printed(outline(report, form)));
      });
    }
  }

  it('with what XML cannot hold replaced, and nothing else', async () => {
    const shown = outline(variedReport(1), reportForm);
    const hard: Outline = {
      ...shown,
      rows: shown.rows.map((row) => ({
        ...row,
        cells: row.cells.map(({ parts }) => ({
          parts: parts.map((part) => ({ ...part, paragraphs: [{ kind: 'bullet', text: unwritableText }] })),
        })),
      })),
    };
    const [row] = await bodyRowsOf(await wordFileOfOutline(hard, reportForm));
    expect(row?.[2]).toEqual(['前 後 \uFFFD単独\uFFFD終 ']);
  });
});
