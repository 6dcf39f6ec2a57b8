import { expect, test } from 'vitest';
import type { StepSummary } from '../../shared/contract/report-requests.ts';
import type { StepCause } from '../../shared/model/step-cause.ts';
import { madeUpForm } from '../fields/made-up-form.ts';
import { redoName, stepName, undoName } from '../../renderer/words/step-name.ts';

test.each([
  [['set-field:target.value'], 'targets', 3, 'No.3 達成目標を変更'],
  [['set-field:row.title'], 'title', 1, 'No.1 取組名を変更'],
  [['set-field:row.direction'], 'direction', 2, 'No.2 今後の取組の方向性を変更'],
  [['add-initiative'], null, 4, 'No.4 取組を追加'],
  [['remove-initiative'], null, null, '取組を削除'],
  [['move-initiative'], null, 2, 'No.2 取組を移動'],
  [['set-field:target.verdict'], 'targets', 2, 'No.2 判定を変更'],
  [['add-outcome'], 'outcomes', 2, 'No.2 目標達成状況を追加'],
  [['move-target'], 'targets', 2, 'No.2 達成目標を並べ替え'],
  [['set-field:outcome.targets', 'remove-target'], null, 5, 'No.5 達成目標を削除'],
  [['set-field:report.headName'], 'headName', null, '部長の氏名を変更'],
  [['set-stage'], null, null, '段階を変更'],
  [['set-field:report.headPost', 'set-field:report.headName'], null, null, '標題を変更'],
  [['add-initiative', 'set-field:report.headName'], null, null, '複数の項目を変更'],
  [['set-field:row.xpartners'], 'xpartners', 2, 'No.2 協働関係先を変更'],
  [['set-field:row.xstranger'], 'xstranger', 2, 'No.2 内容を変更'],
  [['a-kind-of-a-later-version'], null, 2, 'No.2 内容を変更'],
])('%j in %s of row %s is called %s', (kinds, field, row, name) => {
  expect(stepName({ kinds, field, row, cause: null }, madeUpForm)).toBe(name);
});

const causes: readonly (readonly [StepCause, Partial<StepSummary>, string])[] = [
  [{ kind: 'paste-rows', rows: 3 }, {}, '表の貼り付け（3行）'],
  [
    { kind: 'replace', from: '予約', to: '事前予約', places: 2 },
    {},
    '「予約」を「事前予約」に置き換え（2か所）',
  ],
  [
    { kind: 'replace', from: '旧称', to: '', places: 1 },
    { row: 4, field: 'plan' },
    'No.4 「旧称」を置き換えで削除（1か所）',
  ],
  [
    { kind: 'replace', from: 'あ'.repeat(30), to: '𠮷'.repeat(20), places: 1 },
    {},
    `「${'あ'.repeat(19)}…」を「${'𠮷'.repeat(20)}」に置き換え（1か所）`,
  ],
  [
    { kind: 'copy-earlier', yearLabel: '令和7年度' },
    { row: 3, field: 'plan' },
    'No.3 取組内容を令和7年度の報告から転記',
  ],
  [{ kind: 'copy-earlier', yearLabel: '令和7年度' }, { row: 3 }, 'No.3 令和7年度の報告から転記'],
  [
    { kind: 'accept-markups', author: '産業部長 沖', changes: 2 },
    { row: 1, field: 'results' },
    'No.1 産業部長 沖の直しを反映（2件）',
  ],
  [{ kind: 'accept-markups', author: null, changes: 5 }, {}, '直しを反映（5件）'],
  [{ kind: 'restore' }, { row: 2, field: 'xreason' }, 'No.2 未達成の理由を履歴から復元'],
  [{ kind: 'settle-markup' }, { row: 1, field: 'results' }, 'No.1 取組結果を朱書きを受けて書き直し'],
  [{ kind: 'import-file', fileName: '令和8年度.docx' }, {}, '「令和8年度.docx」の取り込み'],
  [{ kind: 'restore' }, { row: 2, field: 'direction' }, 'No.2 今後の取組の方向性を履歴から復元'],
  [
    { kind: 'give-back' },
    { row: 3, field: 'plan' },
    'No.3 取組内容を保存したときの文に復元（ファイルの傷み）',
  ],
  [
    { kind: 'put-right', rule: '送り仮名', places: 2 },
    { row: 2, field: 'plan' },
    'No.2 取組内容を指摘のとおり修正（送り仮名、2か所）',
  ],
  [{ kind: 'put-rows-back', rows: 2 }, {}, '削除した取組の復元（2件）'],
];

test.each(causes)('%j is told instead of its edits', (cause, step, name) => {
  const edited = { kinds: ['set-field:row.plan', 'set-field:row.results'], field: null, row: null };
  expect(stepName({ ...edited, ...step, cause }, madeUpForm)).toBe(name);
});

test('undo and redo say what they do, and are plain when there is nothing', () => {
  const step = { kinds: ['set-field:target.value'], field: 'targets', row: 3, cause: null };
  expect(undoName(step, madeUpForm)).toBe('元に戻す：No.3 達成目標を変更');
  expect(redoName(step, madeUpForm)).toBe('やり直す：No.3 達成目標を変更');
  expect(undoName(null, madeUpForm)).toBe('元に戻す');
});
