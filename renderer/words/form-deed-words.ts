import type { FormDeed, FormEdit } from '../../shared/model/forms/design/form-edit.ts';

const names: { readonly [deed in FormDeed]: (column: string, field: string) => string } = {
  rename: () => '様式の名前を変更',
  purpose: () => '様式の説明を変更',
  title: () => '題名を変更',
  'add-column': (column) => `${column}を追加`,
  'remove-column': (column) => `${column}を削除`,
  'move-column': (column) => `${column}を移動`,
  width: (column) => `${column}の幅を変更`,
  'fit-widths': () => '列の幅を用紙に合わせる',
  'usual-widths': () => '列の幅をおまかせに変更',
  'copy-columns': () => 'もう一方の表の列を写す',
  heading: (column) => `${column}の見出しを変更`,
  'place-field': (column, field) => `${field}を${column}に入れる`,
  'hide-field': (_column, field) => `${field}を表から外す`,
  'order-fields': (_column, field) => `${field}の順番を変更`,
  'cell-label': (_column, field) => `${field}の欄内の見出しを変更`,
  limit: (_column, field) => `${field}の文字数の目安を変更`,
  asks: () => '必ず書くことを変更',
  'add-field': () => '項目を追加',
  'remove-field': (_column, field) => `${field}を削除`,
  'change-field': (_column, field) => `${field}の決まりを変更`,
  shape: () => '取組の並べ方を変更',
  sheet: () => '個票の形を変更',
  parts: (column) => `${column}に出すものを変更`,
  page: () => '用紙を変更',
  type: () => '文字の大きさを変更',
};

/** What a change of a form did: 「3列目の幅を変更」. */
export function formDeedName({ deed, column, label }: FormEdit): string {
  return names[deed](
    column === null ? '列' : `${column + 1}列目`,
    label === null ? '項目' : `「${label}」`,
  );
}

export function formUndoName(edit: FormEdit | null): string {
  return edit === null ? '元に戻す' : `元に戻す：${formDeedName(edit)}`;
}

export function formRedoName(edit: FormEdit | null): string {
  return edit === null ? 'やり直す' : `やり直す：${formDeedName(edit)}`;
}
