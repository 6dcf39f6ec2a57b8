/** Words for what comes out of a damaged or lost file. */
export const rescueWords = {
  rescue: '読み取れる内容を取り出す',
  rescuing: '読み取れる内容を取り出しています…',
  openRescued: '新しいファイルを開く',
  heading: '壊れたファイルから取り出した内容',
  note: (path: string) => `同じ内容を「${path}」に書いておきました。`,
} as const;
