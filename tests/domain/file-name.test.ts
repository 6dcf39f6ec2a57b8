import fc from 'fast-check';
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
  expect(exportFileName(heading, 3, 'report', 'docx')).toBe(
    '01_令和7年度_くらし安心部長の目標宣言_達成状況報告_第3版.docx',
  );
  expect(exportFileName(heading, 1, 'declaration', 'docx')).toBe(
    '01_令和7年度_くらし安心部長の目標宣言_第1版.docx',
  );
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
