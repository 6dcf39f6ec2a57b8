import { describe, expect, test } from 'vitest';
import { cellCharacters } from '../../shared/model/cell-characters.ts';
import { officialDocuments, declarationForm, reportForm } from '../../shared/model/forms/official-form.ts';
import { outlineRow } from '../../shared/model/outline.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { initiativeFields } from '../../shared/model/fields/built-in-fields.ts';
import { readReportFile } from '../support/read-report-file.ts';
import { reportFiles } from '../support/real-report.ts';

const row = {
  ...emptyInitiative('row1'),
  title: '𠮷野川の清流',
  section: '環境課',
  plan: ['川を掃除します。', '橋を直します。'],
  results: ['済みました。'],
};

test('characters are counted as they are printed, bullets and brackets included', () => {
  expect(cellCharacters(row, 'title', reportForm)).toBe(6);
  expect(cellCharacters(row, 'section', reportForm)).toBe('(環境課)'.length);
  expect(cellCharacters(row, 'plan', reportForm)).toBe('・川を掃除します。・橋を直します。'.length);
});

test("the form's own label is not counted, nor a field that the form does not print", () => {
  expect(cellCharacters(row, 'targets', reportForm)).toBe(0);
  expect(cellCharacters(row, 'results', reportForm)).toBe('・済みました。'.length);
  expect(cellCharacters(row, 'results', declarationForm)).toBe(0);
});

describe.each(reportFiles())('over $name', ({ path }) => {
  const { initiatives } = readReportFile(path);

  test('the count is that of the outline', () => {
    for (const form of officialDocuments) {
      for (const initiative of initiatives) {
        const parts = outlineRow(initiative, 1, form).cells.flatMap((cell) => cell.parts);
        for (const field of initiativeFields) {
          const printed = parts
            .filter((part) => part.field === field)
            .flatMap(({ paragraphs }) => paragraphs)
            .filter(({ kind }) => kind !== 'label')
            .map(({ text }) => text)
            .join('');
          expect(cellCharacters(initiative, field, form)).toBe([...printed].length);
        }
      }
    }
  });

  test.each(officialDocuments)('no cell goes beyond what the form $name hints at', (form) => {
    for (const field of initiativeFields) {
      const most = Math.max(...initiatives.map((row) => cellCharacters(row, field, form)));
      expect(most, field).toBeLessThanOrEqual(form.limits?.[field] ?? 0);
    }
  });
});
