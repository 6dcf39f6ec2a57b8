/** Words of the whole report as the official table. */
export const tableWords = {
  name: '取組の表',
  help: '矢印キーでセルを移り、文字を打つか F2 で続きに書きます。Esc で書き終えます。行の操作は、番号か右クリックで選びます。',
  edit: (number: number, column: string) => `No.${number} ${column}を編集`,
  /** Above the fields of a cell that is written in below its row. */
  panel: (number: number, column: string) => `No.${number} ${column}`,
  closePanel: '書き終える（Esc）',
  pageBreak: 'ここで改ページ',
  empty: '取組を追加すると、ここに表の行が並びます。',
  addRow: '取組を追加',
  copied: (cell: string) => `${cell}をコピーしました。`,
  cut: (cell: string) => `${cell}を切り取りました。`,
  cleared: (cell: string) => `${cell}を空にしました。`,
  pasted: (cell: string) => `${cell}に貼り付けました。`,
  pastedNothing: (cell: string) => `${cell}に貼り付けられる文がありませんでした。`,
} as const;

/** Words of the menu of a row in the table. */
export const rowMenuWords = {
  open: (number: number) => `No.${number} の操作`,
  name: (number: number, title: string) => `No.${number} ${title === '' ? '（取組名なし）' : title}`,
  above: '上に取組を追加',
  below: '下に取組を追加',
  duplicate: '複製',
  copyTo: '別の報告へ写す…',
  pageBreak: 'この取組の前で改ページする',
  up: '上へ移動',
  down: '下へ移動',
  form: '入力フォームで開く',
  remove: '削除',
} as const;

/** Words of copying a row into another report. */
export const copyRowWords = {
  heading: (number: number) => `No.${number} を別の報告へ写す`,
  lead: '写し先の報告を選んでください。取組は写し先の表の最後に入ります。この報告の取組は、そのまま残ります。',
  reports: '写し先の報告',
  loading: '報告を調べています…',
  none: 'ほかの報告がありません。報告の一覧で、写し先の報告を先に作ってください。',
  report: (yearLabel: string, department: string) => `${yearLabel} ${department}`,
  rows: (count: number) => `取組${count}件`,
  signed: (revision: number) => `第${revision}版は決裁済みのため、写せません`,
  refused: '写せませんでした',
  done: (number: number, title: string, report: string, there: number) =>
    `No.${number}${title === '' ? '' : `「${title}」`}を「${report}」の No.${there} に写しました。`,
  goThere: '写した取組を開く',
} as const;

/** Words of the table's columns and their widths. */
export const columnWords = {
  border: (column: string) => `「${column}」の列の幅`,
  help: '左右の矢印キーかドラッグで幅を変えられます。ダブルクリックか Delete で元の幅に戻ります。下の矢印キーで表に移ります。',
  width: (rem: number) => `約${Math.round(rem)}文字分`,
  reset: '列の幅を元に戻す',
} as const;
