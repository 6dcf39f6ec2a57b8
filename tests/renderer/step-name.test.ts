import { expect, test } from 'vitest';
import { redoName, stepName, undoName } from '../../renderer/words/step-name.ts';

test.each([
  [['set-target-text'], 'targets', 3, 'No.3 達成目標の変更'],
  [['set-initiative-text'], 'title', 1, 'No.1 取組名の変更'],
  [['set-paragraphs'], 'direction', 2, 'No.2 今後の取組の方向性の変更'],
  [['add-initiative'], null, 4, 'No.4 の追加'],
  [['remove-initiative'], null, null, '取組の削除'],
  [['move-initiative'], null, 2, 'No.2 の移動'],
  [['set-verdict'], 'targets', 2, 'No.2 達成状況の変更'],
  [['add-outcome'], 'outcomes', 2, 'No.2 目標達成状況の追加'],
  [['move-target'], 'targets', 2, 'No.2 達成目標の並べ替え'],
  [['set-outcome-targets', 'remove-target'], null, 5, 'No.5 達成目標の削除'],
  [['set-report-field'], 'headName', null, '部長の氏名の変更'],
  [['set-report-field', 'set-report-field'], null, null, '標題の変更'],
  [['add-initiative', 'set-report-field'], null, null, '複数の項目の変更'],
  [['a-kind-of-a-later-version'], null, 2, 'No.2 内容の変更'],
])('%j in %s of row %s is called %s', (kinds, field, row, name) => {
  expect(stepName({ kinds, field, row })).toBe(name);
});

test('undo and redo say what they do, and are plain when there is nothing', () => {
  const step = { kinds: ['set-target-text'], field: 'targets', row: 3 };
  expect(undoName(step)).toBe('No.3 達成目標の変更を元に戻す');
  expect(redoName(step)).toBe('No.3 達成目標の変更をやり直す');
  expect(undoName(null)).toBe('元に戻す');
});
