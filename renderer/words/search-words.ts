/** Words of the search over all reports. */
export const searchWords = {
  heading: 'すべての報告から探す',
  field: '探す言葉',
  help: '1文字から探せます。空白で区切ると、すべての言葉を含む取組を探します。全角と半角、波線やハイフンなど形の似た記号の違いは問いません。',
  idle: '言葉を入れると、年度や部をまたいで、すべての報告の取組から探します。',
  searching: '探しています…',
  count: (count: number, more: boolean) => `${count}件見つかりました${more ? '（続きがあります）' : ''}。`,
  none: (query: string) => `「${query}」を含む取組はありません。`,
  noneNext: '言葉を短くするか、別の書き方（漢字とかな、略した名前、異体字）でお試しください。',
  results: (report: string) => `${report}で見つかった取組`,
  report: (yearLabel: string, department: string) => `${yearLabel} ${department}`,
  hit: (row: number, title: string) => `No.${row} ${title === '' ? '（取組名なし）' : title}`,
  number: (row: number) => `No.${row}`,
  more: 'さらに表示',
  moreCame: (count: number) => `${count}件を加えました。`,
  failed: '探せませんでした',
  back: '戻る',
} as const;
