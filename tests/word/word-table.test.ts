import { describe, expect, it } from 'vitest';
import { type Form } from '../../shared/model/form.ts';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline } from '../../shared/model/outline.ts';
import type { Report } from '../../shared/model/report.ts';
import { readTableText } from '../../main/word/reading/read-table-text.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { must } from '../support/must.ts';
import { partsOf } from './parts-of.ts';
import {
  bothForms,
  reportWithBreaks,
  reportWithHardTexts,
  wordFileOf,
  wordFileOfOutline,
} from './word-samples.ts';

const reportForm = builtInForm('report');

describe('The table', () => {
  it('opens with the two-line headings as real paragraphs, in a row that stands on each page', async () => {
    const [table] = must(await readTableText(await wordFileOf(variedReport(2))));
    expect(table?.rows.map(({ heading }) => heading)).toEqual([true, false, false]);
    expect(table?.rows[0]?.cells).toEqual([
      ['NO.'],
      ['取組名', '(担当課名)'],
      ['取組内容'],
      ['達成目標'],
      ['取組結果', '今後の取組の方向性'],
      ['目標達成状況'],
    ]);
  });

  it('starts again with its heading where a row asks for a new page, but not at the first row', async () => {
    const tables = must(await readTableText(await wordFileOf(reportWithBreaks(6, [0, 2, 5]))));
    expect(tables.map(({ rows }) => rows.map(({ heading }) => heading))).toEqual([
      [true, false, false],
      [true, false, false, false],
      [true, false],
    ]);
  });

  it('is as wide as the page between its margins, in the grid and in every row', async () => {
    for (const name of bothForms) {
      const form = builtInForm(name);
      const document =
        (await partsOf(await wordFileOf(variedReport(1), form))).get('word/document.xml') ?? '';
      const numbers = (pattern: RegExp) =>
        [...document.matchAll(pattern)].map(([, number]) => Number(number));
      const sum = (list: number[]) => list.reduce((total, number) => total + number, 0);
      const [page = 0] = numbers(/<w:pgSz w:w="(\d+)"/g);
      const [right = 0] = numbers(/<w:pgMar[^>]* w:right="(\d+)"/g);
      const [left = 0] = numbers(/<w:pgMar[^>]* w:left="(\d+)"/g);
      const grid = numbers(/<w:gridCol w:w="(\d+)"/g);
      expect(Math.abs(sum(grid) - (page - left - right))).toBeLessThanOrEqual(1);
      expect(numbers(/<w:tcW w:w="(\d+)"/g)).toEqual([...grid, ...grid]);
      expect(numbers(/<w:tblW w:w="(\d+)"/g)).toEqual([sum(grid)]);
      expect(document).toContain('<w:tblLayout w:type="fixed"/>');
    }
  });

  it('keeps every row whole but one that is taller than a page', async () => {
    const report = variedReport(4);
    const tall = {
      ...report.initiatives[1],
      results: ['長い文'.repeat(3_400)],
    } as Report['initiatives'][0];
    const xml =
      (await partsOf(await wordFileOf({ ...report, initiatives: report.initiatives.with(1, tall) }))).get(
        'word/document.xml',
      ) ?? '';
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row.includes('<w:cantSplit/>'));
    expect(rows).toEqual([true, true, false, true, true]);
  });
});

describe('The typography', () => {
  it('names the face of the form for every script, and Japanese as the language', async () => {
    const form: Form = { ...reportForm, type: { ...reportForm.type, font: 'BIZ UD明朝 Medium' } };
    const parts = await partsOf(await wordFileOf(variedReport(1), form));
    const styles = parts.get('word/styles.xml') ?? '';
    for (const script of ['ascii', 'hAnsi', 'eastAsia', 'cs']) {
      expect(styles).toContain(`w:${script}="BIZ UD明朝 Medium"`);
    }
    expect(styles).toMatch(/<w:lang (?=[^>]*w:eastAsia="ja-JP")(?=[^>]*w:val="ja-JP")/);
    expect(parts.get('word/settings.xml')).toContain('<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>');
    expect(parts.get('word/settings.xml')).toMatch(
      /<w:compatSetting (?=[^>]*w:name="compatibilityMode")(?=[^>]*w:val="15")/,
    );
    expect(parts.get('word/fontTable.xml')).toContain('w:name="BIZ UD明朝 Medium"');
  });

  it('asks for wide forms of the characters that East and West share, and only there', async () => {
    const shown = outline(variedReport(1), reportForm);
    const document =
      (await partsOf(await wordFileOfOutline({ ...shown, rows: [] }, reportForm))).get(
        'word/document.xml',
      ) ?? '';
    expect(document).not.toContain('w:hint');
    const hard = (await partsOf(await wordFileOf(reportWithHardTexts()))).get('word/document.xml') ?? '';
    expect(hard).toMatch(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">・外字/);
    expect(hard).not.toMatch(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">・ﾊﾝｶｸ/);
  });
});
