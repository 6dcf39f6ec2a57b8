/** Words of the command palette and of the key list. */
export const paletteWords = {
  heading: '操作を探して実行',
  field: '実行したいこと、取組の番号、報告の名前',
  hint: '↑↓ で選び、Enter で実行します。',
  results: '候補',
  none: (query: string) => `「${query}」に当てはまるものはありません。別の言葉でお試しください。`,
  count: (count: number) => `候補 ${count}件`,
  toRow: (number: number) => `No.${number}へ移動`,
  toReport: (title: string) => `「${title}」を開く`,
  rows: '取組',
  reports: '報告',
  recent: '最近使ったファイル',
  keysHeading: 'キー操作の一覧',
  action: '操作',
  key: 'キー',
  or: 'または',
} as const;

/** What a palette is called, and what it says of what is looked for. */
export interface PaletteWords {
  readonly heading: string;
  readonly field: string;
  readonly hint: string;
  readonly none: (query: string) => string;
}
