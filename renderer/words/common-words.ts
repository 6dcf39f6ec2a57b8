/** Words that every screen uses. */
export const commonWords = {
  required: '※必須',
  error: (text: string) => `＊${text}`,
  happened: '起きたこと',
  notices: 'お知らせ',
  close: '閉じる',
  cancel: 'やめる',
  joinVariants: '異体字（高と髙、崎と﨑など）を同じとみなす',
} as const;
