import type { ColumnField } from '../../shared/contract/table-requests.ts';
import { stageWords } from './stage-words.ts';
import type { Form } from '../../shared/model/form.ts';
import { nameOnForm } from '../../shared/words/field-names.ts';

/** Words of the dialog that shows what becomes of a pasted table. */
export const pasteWords = {
  heading: '表を貼り付ける',
  reading: '表を読み取っています…',
  read: (rows: number) =>
    `${rows.toLocaleString('ja-JP')}行を読み取りました。欄への入り方を確かめてください。`,
  nothing: '取組として読み取れる行がありません。列の内容を選び直すか、文字として貼り付けてください。',
  destination: '貼り付け先',
  asNew: '新しい取組として追加',
  intoRow: (number: number, rows: number) =>
    rows === 1
      ? `No.${number} に入れる（今の内容と置き換え）`
      : `No.${number} から順に入れる（今の内容と置き換え）`,
  columnsHeading: '読み取った内容',
  column: (at: number) => `${at + 1}列目の内容`,
  columnOption: (fields: readonly ColumnField[], form: Form) =>
    fields.length === 0 ? '使わない' : fields.map((field) => columnName(field, form)).join('・'),
  columnName,
  row: '取組',
  newRow: (number: number) => `新しい取組（No.${number}）`,
  fillRow: (number: number) => `No.${number}`,
  replaces: (fields: readonly string[]) => `置き換わる欄：${fields.join('、')}`,
  empty: '（なし）',
  around: '表の外にある文（貼り付けません）',
  unplaced: '欄に入らない文（貼り付けません）',
  unplacedLine: (row: number, text: string) => `${row}行目：${text}`,
  paste: 'この内容で貼り付ける',
  pasteOver: (fields: number) => `書いてある${fields.toLocaleString('ja-JP')}欄を置き換えて貼り付ける`,
  asText: '文字として貼り付ける',
  cancel: 'やめる',
  done: (rows: number, results: 'begun' | null) =>
    `${rows.toLocaleString('ja-JP')}行を貼り付けました。${stageWords.brought(results)}`,
} as const;

function columnName(field: ColumnField, form: Form): string {
  switch (field) {
    case 'number':
      return '番号';
    case 'target-values':
      return '目標値だけ';
    case 'figures':
      return '実績値だけ';
    default:
      return nameOnForm(form, field);
  }
}
