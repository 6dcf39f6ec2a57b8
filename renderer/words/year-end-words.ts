const day = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** The usual 時点 of a fiscal year's figures, its last day: FY2016 → 平成29年3月31日時点. */
export function yearEndWords(fiscalYear: number): string {
  return `${day.format(new Date(fiscalYear + 1, 2, 31))}時点`;
}
