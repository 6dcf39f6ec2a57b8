import { networkSentences } from '../../shared/words/network-sentences.ts';

/** Words of a library that stands on a network drive. */
export const networkWords = {
  title: 'このファイルは、共有フォルダーなどネットワークの先にあります。',
  text: `${networkSentences.danger}このパソコンに写し、写しのほうで書いてください。`,
  copy: 'このパソコンに写して開く',
  copied:
    'このパソコンに写しを作り、写しを開きました。元のファイルは、元の場所にそのままあります。できあがったら、Word に書き出したファイルか、「ほかの Sengen へ渡すファイル」を共有フォルダーに置いてください。',
} as const;
