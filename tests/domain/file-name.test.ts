import fc from 'fast-check';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { expect, test } from 'vitest';
import { exportFileName, safeFileStem } from '../../main/domain/file-name.ts';
import { howMany } from '../support/how-many.ts';

const heading = {
  municipality: '星見市',
  department: 'くらし安心部',
  fiscalYear: 2025,
  yearLabel: '令和7年度',
  headPost: 'くらし安心部長',
  headName: '山辺 みのり',
};

test('exported names sort first, name the document and carry the revision', () => {
  expect(exportFileName(heading, 3, builtInForm('report'), 'docx')).toBe(
    '01_令和7年度_くらし安心部長の目標宣言_達成状況報告_第3版.docx',
  );
  expect(exportFileName(heading, 1, builtInForm('declaration'), 'docx')).toBe(
    '01_令和7年度_くらし安心部長の目標宣言_第1版.docx',
  );
});

test('a long name of a post or a year is cut; what sorts, what it is and which 版 stay', () => {
  const long = {
    ...heading,
    headPost: `${'くらし安心'.repeat(30)}部長`,
    yearLabel: '令和7年度（2025年度）',
  };
  const name = exportFileName(long, 12, builtInForm('report'), 'docx');
  expect(name).toMatch(/^01_令和7年度（2025年度）_くらし安心.*の目標宣言_達成状況報告_第12版\.docx$/u);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name.length).toBe(85);
  const both = exportFileName(
    { ...long, yearLabel: '令和'.repeat(60) },
    3,
    builtInForm('declaration'),
    'json',
  );
  expect(both).toMatch(/^01_(?:令和){10}_くらし安心.*の目標宣言_第3版\.json$/u);
  // Kanji of two units and letters of four bytes are never cut in two, and fit as well.
  const rare = exportFileName(
    { ...long, headPost: '𠮷'.repeat(90) },
    1,
    builtInForm('declaration'),
    'docx',
  );
  expect(rare.isWellFormed()).toBe(true);
  expect(rare).toMatch(/𠮷の目標宣言_第1版\.docx$/u);
  expect(Buffer.byteLength(rare)).toBeLessThanOrEqual(255);
});

test.each([
  ['a/b:c*d', 'a／b：c＊d'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['COM¹', '_COM¹'],
  ['終わりの点...', '終わりの点'],
  ['~$隠し', '隠し'],
  ['  ', '無題'],
  ['が', 'が'],
])('%j becomes a name that Windows accepts', (wish, name) => {
  expect(safeFileStem(wish)).toBe(name);
});

test('no text makes a name that Windows refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (wish) => {
      const stem = safeFileStem(wish);
      expect(stem).not.toMatch(/[<>:"/\\|?*]|[. ]$|^~\$|^$/);
      expect(stem.length).toBeLessThanOrEqual(81);
      expect(stem.isWellFormed()).toBe(true);
      expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i);
    }),
    { numRuns: howMany({ usual: 500, long: 2_000 }) },
  );
});
