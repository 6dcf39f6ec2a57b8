import { failureSentences } from '../../shared/words/failure-sentences.ts';

const unknown = failureSentences({ code: 'browser-unknown' });

/** What the page says while it does not reach the program behind it, or is not let in. */
export const lostWords = {
  silent: {
    heading: 'プログラムの本体とつながっていません',
    text: '保存済みの内容はそのままです。報告の欄に入力した文も、コメントなど送る前の文も、このまま書き続けても書きかけとして残ります。この画面を閉じずに、Sengen をもう一度起動してください。つながると自動で保存し、この知らせは消えます。',
  },
  refused: { heading: unknown.happened, text: unknown.safe + unknown.next },
} as const;
