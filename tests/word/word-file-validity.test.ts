import { describe, expect, it } from 'vitest';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { emptyInitiative, type Report } from '../../shared/model/report.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { validateWord } from '../support/validate-word.ts';
import { interchangeReports } from './interchange-reports.ts';
import {
  bothForms,
  emptyReport,
  reportWithBreaks,
  reportWithHardTexts,
  unwritableText,
  withRow,
  wordFileOf,
  wordFileOfOutline,
} from './word-samples.ts';

const reports: readonly (readonly [name: string, report: () => Report])[] = [
  ...interchangeReports.map(({ name, read }) => [name, () => read([5, 9, 12])] as const),
  ['an empty report', () => emptyReport],
  ['one row without content', () => ({ ...emptyReport, initiatives: [emptyInitiative('emptyrow')] })],
  ['one row', () => variedReport(1)],
  ['150 varied rows', () => variedReport(150)],
  ['texts that broke files before', reportWithHardTexts],
  ['page breaks, one asked before the first row', () => reportWithBreaks(6, [0, 2, 5])],
  ['a row taller than a page', () => withRow(variedReport(3), 1, { results: ['長い文'.repeat(3_400)] })],
];

describe('The Open XML SDK finds no error in', () => {
  for (const name of bothForms) {
    for (const [what, report] of reports) {
      it(`${what}, as ${name}`, async () => {
        expect(await validateWord(await wordFileOf(report(), builtInForm(name)))).toEqual([]);
      });
    }
  }

  it('a file that does not track changes', async () => {
    const form = { ...builtInForm('report'), trackChanges: false };
    expect(await validateWord(await wordFileOf(variedReport(1), form))).toEqual([]);
  });

  it('an outline with characters that XML cannot hold, in every place', async () => {
    const form = builtInForm('report');
    const plain = outline(variedReport(1), form);
    const paragraph = { kind: 'plain', text: unwritableText } as const;
    const hard: Outline = {
      title: unwritableText,
      headLine: unwritableText,
      columns: plain.columns.map((column) => ({ ...column, heading: [unwritableText] })),
      rows: plain.rows.map((row) => ({
        ...row,
        cells: row.cells.map(({ parts }, index) => ({
          parts: index === 0 ? [] : parts.map((part) => ({ ...part, paragraphs: [paragraph] })),
        })),
      })),
    };
    expect(await validateWord(await wordFileOfOutline(hard, form))).toEqual([]);
  });

  it('nothing else: a broken file is found out', async () => {
    const bytes = await wordFileOf(variedReport(1));
    expect(await validateWord(bytes.slice(0, bytes.length - 30))).not.toEqual([]);
  });
});
