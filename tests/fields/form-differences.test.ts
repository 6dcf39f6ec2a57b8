import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formDifferenceSentence } from '../../renderer/words/form-difference-words.ts';
import {
  withCellLabel,
  withColumn,
  withColumnMoved,
  withColumnWidth,
  withFieldIn,
  withHeading,
} from '../../shared/model/forms/design/design-columns.ts';
import { withFieldChanged, withNewField } from '../../shared/model/forms/design/design-fields.ts';
import { withPart, withShape } from '../../shared/model/forms/design/design-shape.ts';
import { withPaper, withType } from '../../shared/model/forms/design/design-page.ts';
import { formDifferences } from '../../shared/model/forms/design/form-differences.ts';
import type { OfficeForm } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { sameValue } from '../../shared/model/same-value.ts';
import { arbitraryOfficeForm } from '../support/arbitrary-form.ts';
import { howMany } from '../support/how-many.ts';

const lengthyRun = { timeout: 1_800_000 };

const lines = withShape(officialForm, 'declaration', 'line-per-target');
const graded = withNewField(officialForm, 'xgrade', '評価');

const cases: readonly (readonly [string, OfficeForm, OfficeForm, readonly string[]])[] = [
  ['a new field', officialForm, graded, ['項目「評価」が加わります。']],
  ['a field that goes', graded, officialForm, ['項目「評価」がなくなります。']],
  [
    'a field that is otherwise',
    graded,
    withFieldChanged(graded, 'xgrade', { asked: true }),
    ['項目「評価」の決まりが変わります。'],
  ],
  [
    'a field in a column of its own, which takes room of the others',
    graded,
    withColumn(graded, 'declaration', 4, 'xgrade'),
    [
      '目標宣言の表に「評価」が出ます。',
      ...['2列目「取組名(担当課名)」', '3列目「取組内容」', '4列目「達成目標」'].map(
        (column) => expect.stringContaining(`目標宣言の表の${column}の幅が`) as string,
      ),
    ],
  ],
  [
    'a field that no cell prints any more',
    officialForm,
    withFieldIn(officialForm, 'report', 'direction', null),
    ['達成状況報告の表に「今後の取組の方向性」が出なくなります。'],
  ],
  [
    'one column elsewhere',
    officialForm,
    withColumnMoved(officialForm, 'declaration', 3, 2),
    ['目標宣言の表の「取組内容」が4列目に移ります。'],
  ],
  [
    'a field in the column before its own',
    officialForm,
    withFieldIn(officialForm, 'report', 'targets', 2),
    [
      '達成状況報告の表の「達成目標」が3列目に移ります。',
      ...Array.from({ length: 4 }, () => expect.stringContaining('の幅が') as string),
    ],
  ],
  [
    'a heading and a label',
    officialForm,
    withCellLabel(withHeading(officialForm, 'report', 2, ['実施', '内容']), 'report', 'targets', ''),
    [
      '達成状況報告の表の3列目の見出しが「取組内容」から「実施内容」に変わります。',
      '達成状況報告の表の「達成目標」の欄内の見出しが「[目標値]」から「なし」に変わります。',
    ],
  ],
  [
    'two widths',
    officialForm,
    withColumnWidth(officialForm, 'declaration', 2, 100),
    [
      expect.stringMatching(/^目標宣言の表の3列目「取組内容」の幅が.+mmから100mmに変わります。$/) as string,
      expect.stringMatching(/^目標宣言の表の4列目「達成目標」の幅が/) as string,
    ],
  ],
  [
    'the parts in a column of a line',
    lines,
    withPart(lines, 'declaration', 3, 'note', false),
    ['目標宣言の表のそのほかの決まりが変わります。'],
  ],
  ['nothing of a form with a line for each target', lines, structuredClone(lines), []],
  [
    'letters',
    officialForm,
    withType(officialForm, 'report', { bodySize: 9 }),
    ['達成状況報告の表の書体か文字の大きさが変わります。'],
  ],
];

describe('What one form says otherwise than another', () => {
  test.each(cases)('%s', (_what, now, next, sentences) => {
    expect(formDifferences(now, next).map(formDifferenceSentence)).toEqual(sentences);
  });

  test('another shape of a row is said beside the columns that follow from it', () => {
    const sentences = formDifferences(officialForm, lines).map(formDifferenceSentence);
    expect(sentences).toContain('目標宣言の表の取組の並べ方が変わります。');
  });

  test('other paper is said beside the widths that follow from it', () => {
    const found = formDifferences(officialForm, withPaper(officialForm, 'report', 'A4', 'portrait'));
    expect(found.filter(({ code }) => code !== 'width').map(formDifferenceSentence)).toEqual([
      '達成状況報告の表の用紙か余白が変わります。',
    ]);
  });

  test('nothing, exactly where they say the same but for their names', lengthyRun, () => {
    fc.assert(
      fc.property(arbitraryOfficeForm, arbitraryOfficeForm, (one, other) => {
        expect(formDifferences(one, structuredClone(one))).toEqual([]);
        const named = { ...one, id: other.id, label: other.label };
        expect(formDifferences(one, named)).toEqual([]);
        const isSame = sameValue(
          { ...one, id: '', label: '', purpose: '' },
          { ...other, id: '', label: '', purpose: '' },
        );
        expect(formDifferences(one, other).length === 0).toBe(isSame);
      }),
      { numRuns: howMany({ usual: 30, long: 2_000 }) },
    );
  });
});
