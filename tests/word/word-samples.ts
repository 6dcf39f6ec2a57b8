import { type Form, type FormName } from '../../shared/model/form.ts';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import type { Initiative, Report } from '../../shared/model/report.ts';
import { writeWordFile } from '../../main/word/writing/write-word-file.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';

/** Writes a report as a Word file with marks that only tests use. */
export function wordFileOf(report: Report, form: Form = builtInForm('report')): Promise<Uint8Array> {
  return wordFileOfOutline(outline(report, form), form);
}

export function wordFileOfOutline(shown: Outline, form: Form): Promise<Uint8Array> {
  return writeWordFile(shown, form, {
    marks: { report: 'testreport', revision: 3, contentHash: '0123456789abcdef', form: form.name },
    author: 'みどり川市 環境経済部',
  });
}

export const bothForms: readonly FormName[] = ['report', 'declaration'];

export const emptyReport: Report = variedReport(0);

/** A short report with the rows at these places (from 0) starting a new page. */
export function reportWithBreaks(rows: number, places: readonly number[]): Report {
  const report = variedReport(rows);
  return {
    ...report,
    initiatives: report.initiatives.map((row, index) => ({
      ...row,
      pageBreakBefore: places.includes(index),
    })),
  };
}

/** Texts that have broken Word files before. */
export const hardTexts: readonly string[] = [
  'A & B <b>太字</b> "引用" \'一重\' &amp; ]]> <!-- --> <?xml?>',
  '𠮷野家の𩸽（ほっけ）と髙﨑さん',
  '葛\u{E0100}城市と辻\u{E0101}さん',
  'ﾊﾝｶｸｶﾅ｡｢ﾃﾞｰﾀ｣',
  '外字\uE000と記号①②㈱№℡→×÷±§',
  '家族👨‍👩‍👧‍👦と旗🇯🇵',
  '\u202E右から\u202C左へ\u200Fしるし\u200E',
  'か\u3099結合文字が\u200B見えない空白\uFEFF',
  '  先頭と末尾の空白  ',
  'w'.repeat(300),
  '全角　空白\u00A0改行しない空白',
];

/** Text that XML 1.0 can't hold, which only an outline from elsewhere may carry. */
export const unwritableText = '前\u0000\u0007\u001B後\uFFFE\uFFFF\uD800単独\uDC00終\u0085\u2028';

export function reportWithHardTexts(): Report {
  const [row, ...rest] = variedReport(3).initiatives as [Initiative, ...Initiative[]];
  return {
    ...variedReport(0),
    headName: hardTexts[1] ?? '',
    department: '環境 & 経済 <部>',
    headPost: '部長 "代理" & 参事',
    initiatives: [
      {
        ...row,
        title: hardTexts[0] ?? '',
        section: hardTexts[2] ?? '',
        plan: hardTexts,
        results: hardTexts.toReversed(),
        direction: [...hardTexts, ''],
        targets: hardTexts.map((measure, index) => ({
          id: `hardtarget${index}`,
          measure,
          note: measure,
          value: measure,
          verdict: null,
        })),
        outcomes: hardTexts.map((statement, index) => ({
          id: `hardoutcome${index}`,
          statement,
          asOf: statement,
          figures: [{ label: statement, value: statement }],
          targets: [],
        })),
      },
      ...rest,
    ],
  };
}

/** The same report with one field of one row (from 0) replaced. */
export function withRow(report: Report, place: number, change: Partial<Initiative>): Report {
  return {
    ...report,
    initiatives: report.initiatives.map((row, index) => (index === place ? { ...row, ...change } : row)),
  };
}
