/** Words of the whole report as the official table. */
export const tableWords = {
  name: '取組の表',
  help: '矢印キーでセルを移り、Enter で書き込みます。Esc で書き終え、Tab で次のセルへ移ります。',
  edit: (number: number, column: string) => `No.${number} ${column}を編集`,
  row: (number: number) => `No.${number} の位置と改ページを編集`,
  /** Above the fields of a cell that is written in below its row. */
  panel: (number: number, column: string) => `No.${number} ${column}`,
  rowPanel: (number: number) => `No.${number} の位置と改ページ`,
  closePanel: '書き終える（Esc）',
  heading: '標題・部長名を編集',
  pageBreak: 'ここで改ページ',
  form: 'この取組だけを開く',
  empty: '取組を追加すると、ここに表の行が並びます。',
} as const;
