import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { identify } from '../../main/domain/identify.ts';
import { titleOf } from '../../shared/model/form.ts';
import { officialDocuments, declarationForm, reportForm } from '../../shared/model/forms/official-form.ts';
import { outlineField } from '../../shared/model/outline-field.ts';
import { headLineOf, outline, outlineRow } from '../../shared/model/outline.ts';
import { emptyInitiative, type Report } from '../../shared/model/report.ts';
import { reportFiles } from '../support/real-report.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';

function reportOf(path: string): Report {
  const read = readReportJson(readFileSync(path), path);
  if (!read.ok) throw new Error(read.failure.code);
  return identify(read.value.draft, {
    existing: null,
    taken: new Set(),
    newIdentifier: countingIdentifiers(),
  }).report;
}

test('columns of every form fill the page between its margins', () => {
  for (const form of officialDocuments) {
    const { width, margin } = form.page;
    const columns = form.columns.reduce((sum, column) => sum + column.width, 0);
    expect(columns).toBeCloseTo(width - margin.left - margin.right, 6);
  }
});

test('titles name year and head; the declaration says nothing of achievement', () => {
  const heading = {
    municipality: '星見市',
    department: 'くらし安心部',
    fiscalYear: 2025,
    yearLabel: '令和7年度',
    headPost: 'くらし安心部長',
    headName: '山辺 みのり',
  };
  expect(titleOf(reportForm, heading)).toBe('令和7年度 くらし安心部長の目標宣言 達成状況報告');
  expect(titleOf(declarationForm, heading)).toBe('令和7年度 くらし安心部長の目標宣言');
});

test('a row with everything prints labels, bullets, notes, as-of and figures in their places', () => {
  const row = outlineRow(
    {
      id: 'abcd',
      title: '見守り活動',
      section: '生活安全課',
      pageBreakBefore: false,
      declarationPageBreakBefore: false,
      plan: ['団体を支援します。'],
      targets: [
        { id: 'tttt', measure: '団体数', note: '累計', value: '3団体', verdict: 'achieved' },
        { id: 'uuuu', measure: '手引の作成', note: null, value: null, verdict: null },
      ],
      results: ['支援しました。'],
      direction: ['続けます。'],
      outcomes: [
        {
          id: 'oooo',
          statement: '目標を達成しました。',
          asOf: '令和8年3月31日時点',
          figures: [
            { label: '団体数', value: '4団体' },
            { label: null, value: '約120人' },
          ],
          targets: ['tttt'],
        },
      ],
    },
    7,
    reportForm,
  );
  const texts = row.cells.map(({ parts }) =>
    parts.map(({ paragraphs }) => paragraphs.map(({ text }) => text)),
  );
  expect(texts).toEqual([
    [['7']],
    [['見守り活動'], ['(生活安全課)']],
    [['・団体を支援します。']],
    [['[目標値]', '・団体数(累計) 3団体', '・手引の作成']],
    [['・支援しました。'], ['[今後の取組の方向性]', '・続けます。']],
    [['[実績値]', '・目標を達成しました。', '【令和8年3月31日時点】', '団体数 4団体', '約120人']],
  ]);
});

test('what holds spaces alone prints no brackets, no label and no value', () => {
  const row = {
    ...emptyInitiative('abcd'),
    title: ' ',
    section: '\u3000',
    targets: [{ id: 'tttt', measure: '団体数', note: ' ', value: '\u3000', verdict: null }],
    outcomes: [
      {
        id: 'oooo',
        statement: '達しました。',
        asOf: '\u3000 ',
        figures: [{ label: ' ', value: '4団体' }],
        targets: [],
      },
    ],
  };
  expect((['title', 'section'] as const).flatMap((field) => outlineField(row, field, reportForm))).toEqual(
    [],
  );
  expect(outlineField(row, 'targets', reportForm).map(({ text }) => text)).toEqual(['・団体数']);
  expect(outlineField(row, 'outcomes', reportForm).map(({ text }) => text)).toEqual([
    '・達しました。',
    '4団体',
  ]);
  expect(headLineOf({ headPost: '港湾部長', headName: '\u3000' })).toBe('港湾部長');
});

test('an empty row still has a paragraph in every field, and its labels', () => {
  const { cells } = outlineRow(emptyInitiative('abcd'), 1, reportForm);
  for (const { parts } of cells) for (const { paragraphs } of parts) expect(paragraphs).not.toHaveLength(0);
  expect(JSON.stringify(cells)).toContain('[実績値]');
});

describe.each(reportFiles())('$name', ({ path }) => {
  test('has six columns, or four in the declaration, and labels in all of its rows', () => {
    const report = reportOf(path);
    const full = outline(report, reportForm);
    expect(full.rows).toHaveLength(15);
    for (const { cells } of full.rows) {
      expect(cells).toHaveLength(6);
      expect(cells[3]?.parts[0]?.paragraphs[0]?.text).toBe('[目標値]');
      expect(cells[4]?.parts[1]?.paragraphs[0]?.text).toBe('[今後の取組の方向性]');
      expect(cells[5]?.parts[0]?.paragraphs[0]?.text).toBe('[実績値]');
    }
    const spring = outline(report, declarationForm);
    expect(spring.rows.every(({ cells }) => cells.length === 4)).toBe(true);
    expect(JSON.stringify(spring)).not.toContain('[実績値]');
  });
});
