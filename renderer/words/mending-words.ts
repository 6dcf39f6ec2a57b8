/** Words of damage that the program found and gave back. */
export const mendingWords = {
  seen: '確認しました',
} as const;
