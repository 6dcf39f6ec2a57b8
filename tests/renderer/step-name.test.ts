import { expect, test } from 'vitest';
import { redoName, stepName, undoName } from '../../renderer/words/step-name.ts';

test.each([
  [['set-target-text'], 'targets', 3, 'No.3 達成目標を変更'],
  [['set-initiative-text'], 'title', 1, 'No.1 取組名を変更'],
  [['set-paragraphs'], 'direction', 2, 'No.2 今後の取組の方向性を変更'],
  [['add-initiative'], null, 4, 'No.4 を追加'],
  [['remove-initiative'], null, null, '取組を削除'],
  [['move-initiative'], null, 2, 'No.2 を移動'],
  [['set-verdict'], 'targets', 2, 'No.2 達成状況を変更'],
  [['add-outcome'], 'outcomes', 2, 'No.2 目標達成状況を追加'],
  [['move-target'], 'targets', 2, 'No.2 達成目標を並べ替え'],
  [['set-outcome-targets', 'remove-target'], null, 5, 'No.5 達成目標を削除'],
  [['set-report-field'], 'headName', null, '部長の氏名を変更'],
  [['set-report-field', 'set-report-field'], null, null, '標題を変更'],
  [['add-initiative', 'set-report-field'], null, null, '複数の項目を変更'],
  [['a-kind-of-a-later-version'], null, 2, 'No.2 内容を変更'],
])('%j in %s of row %s is called %s', (kinds, field, row, name) => {
  expect(stepName({ kinds, field, row })).toBe(name);
});

test('undo and redo say what they do, and are plain when there is nothing', () => {
  const step = { kinds: ['set-target-text'], field: 'targets', row: 3 };
  expect(undoName(step)).toBe('元に戻す：No.3 達成目標を変更');
  expect(redoName(step)).toBe('やり直す：No.3 達成目標を変更');
  expect(undoName(null)).toBe('元に戻す');
});
