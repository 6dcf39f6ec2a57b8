/** Words of redlines and comparison tables. */
export const comparisonWords = {
  redline: '見え消し',
  table: '新旧対照表',
  after: '新',
  before: '旧',
  remarks: '備考',
  /** Why a revision changed the place. */
  reason: (revision: number, reason: string) => `第${revision}版：${reason}`,
  added: '（新設）',
  removed: '（削除）',
  revision: (revision: number) => `第${revision}版`,
  step: (sequence: number) => `${sequence}回目の変更まで`,
  now: '現在の内容',
  /** What a changed place is called: No.3 地域の見守り活動 ― 達成目標. */
  place: (number: number | null, title: string, field: string) =>
    `${number === null ? '' : `No.${number} `}${title === '' ? '（取組名なし）' : title} ― ${field}`,
} as const;
