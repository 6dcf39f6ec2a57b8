import type { FormName } from '../../shared/model/form.ts';

const documents: { readonly [form in FormName]: string } = {
  report: '達成状況報告',
  declaration: '目標宣言',
};

const holds: { readonly [form in FormName]: string } = {
  report: '年度末：NO.から目標達成状況までの6列',
  declaration: '年度当初：NO.から達成目標までの4列',
};

/** Words of the export to Word. */
export const exportWords = {
  open: 'Word に書き出す',
  document: (form: FormName) => documents[form],
  holds: (form: FormName) => holds[form],
  write: (form: FormName) => `${documents[form]}を Word に書き出す`,
  track: '変更履歴を記録する状態で書き出す',
  trackHelp: '部長が Word で直したところが、「朱書き」で一つずつ分かります。',
  done: (form: FormName) => `${documents[form]}を書き出しました。`,
  refused: '書き出せませんでした',
  reveal: 'フォルダーを開く',
  copyPlace: '場所をコピー',
  placeCopied:
    'コピーしました。エクスプローラーのアドレス欄に貼り付けて Enter を押すと、ファイルが開きます。',
  placeSelected: '場所を選択しました。Ctrl+C を押すとコピーできます。',
  warnings: '気を付けること',
} as const;
