/** Words of going from one thing that is not written yet to the next. */
export const seekWords = {
  none: '未記入の項目はありません。',
  noRows: 'まだ取組がありません。取組を追加すると、記入する欄が出ます。',
  at: (row: number, what: string, left: number) =>
    `No.${row} ${what}（未記入 ${left.toLocaleString('ja-JP')}件）`,
  wrapped: (what: string) => `最後まで見たので、先頭の未記入に戻りました：${what}`,
} as const;
