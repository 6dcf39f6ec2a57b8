/** Sentences about a library that stands on a network drive. */
export const networkSentences = {
  danger:
    '通信が途切れたり、ほかのソフトが同じファイルに触れたりすると、保存できなくなったり壊れたりすることがあります。',
  /** To whoever gave a command. */
  command: (path: string): string =>
    `注意: 「${path}」は、共有フォルダーなどネットワークの先にあります。${networkSentences.danger}このパソコンの中に写して使ってください。`,
} as const;
