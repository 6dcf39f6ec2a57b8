import type { FormName } from '../../shared/model/form.ts';

const documents: { readonly [form in FormName]: string } = {
  report: '達成状況報告',
  declaration: '目標宣言',
};

/** Words of the export to Word. */
export const exportWords = {
  group: 'Word に書き出す',
  document: (form: FormName) => documents[form],
  button: (form: FormName) => `${documents[form]}を Word に書き出す`,
  done: (form: FormName) => `${documents[form]}を書き出しました。`,
  refused: '書き出せませんでした',
  reveal: 'フォルダーを開く',
  warnings: '気を付けること',
} as const;
