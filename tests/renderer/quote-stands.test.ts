import { expect, test } from 'vitest';
import { quoteStands, typedPart } from '../../renderer/state/workplace/quote-stands.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative, type Initiative } from '../../shared/model/report.ts';

const row: Initiative = {
  ...emptyInitiative('row00001'),
  title: '避難所の点検',
  plan: ['備蓄品の期限を調べます。', '毛布を入れ替えます。'],
  targets: [{ id: 'target01', measure: '点検する避難所', note: '全域', value: '24か所', verdict: null }],
  outcomes: [
    {
      id: 'outcome1',
      statement: '全ての避難所を点検しました。',
      asOf: '令和8年3月31日時点',
      figures: [{ label: '点検した避難所', value: '24か所' }],
      targets: ['target01'],
    },
  ],
};

test('a piece of a text stands as long as it is written there word for word', () => {
  expect(quoteStands(row, 'title', '点検', reportForm)).toBe(true);
  expect(quoteStands(row, 'plan', '備蓄品の期限', reportForm)).toBe(true);
  expect(quoteStands(row, 'targets', '全域', reportForm)).toBe(true);
  expect(quoteStands(row, 'outcomes', '令和8年3月31日', reportForm)).toBe(true);
  expect(quoteStands(row, 'outcomes', '点検した避難所', reportForm)).toBe(true);
  expect(quoteStands(row, 'plan', '備蓄品の数量', reportForm)).toBe(false);
});

test('it does not stand when it is written in another field, or over two paragraphs', () => {
  expect(quoteStands(row, 'section', '点検', reportForm)).toBe(false);
  expect(quoteStands(row, 'results', '毛布', reportForm)).toBe(false);
  expect(quoteStands(row, 'plan', '調べます。毛布', reportForm)).toBe(false);
});

test('what Word prints of several parts together can be quoted too', () => {
  expect(quoteStands(row, 'targets', '24か所', reportForm)).toBe(true);
});

test('what a comment from Word hangs on stands with its bullet, brackets, labels and other paragraphs', () => {
  expect(quoteStands(row, 'plan', '・備蓄品の期限を調べます。', reportForm)).toBe(true);
  expect(quoteStands(row, 'plan', '●毛布を入れ替えます。', reportForm)).toBe(true);
  expect(quoteStands(row, 'plan', 'を調べます。・毛布を', reportForm)).toBe(true);
  expect(quoteStands(row, 'targets', '[目標値]・点検する避難所(全域) 24か所', reportForm)).toBe(true);
  expect(quoteStands(row, 'targets', '(全域)', reportForm)).toBe(true);
  expect(
    quoteStands(
      row,
      'outcomes',
      '・全ての避難所を点検しました。【令和8年3月31日時点】点検した避難所 24か所',
      reportForm,
    ),
  ).toBe(true);
  expect(quoteStands(row, 'outcomes', '【令和8年3月31日時点】', reportForm)).toBe(true);
  expect(quoteStands({ ...row, section: '危機管理課' }, 'section', '(危機管理課)', reportForm)).toBe(true);
  expect(quoteStands(row, 'plan', '・備蓄品の数量を調べます。', reportForm)).toBe(false);
});

test('the part of it that is typed in one text is what a jump selects', () => {
  expect(typedPart(row, 'plan', '・毛布を入れ替えます。')).toBe('毛布を入れ替えます。');
  expect(typedPart(row, 'outcomes', '【令和8年3月31日時点】')).toBe('令和8年3月31日時点');
  expect(typedPart(row, 'plan', '備蓄品の期限を調べます。・毛布を入れ替えます。')).toBe(
    '備蓄品の期限を調べます。',
  );
});
