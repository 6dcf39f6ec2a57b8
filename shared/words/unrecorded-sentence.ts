import type { Failure } from '../failure.ts';
import { failureSentences } from './failure-sentences.ts';

/** Said of a Word file that was written, while the library could not note that it was. */
export function unrecordedSentence(fileName: string, failure: Failure): string {
  const { happened, next } = failureSentences(failure);
  const looksOnly = failure.code === 'library-read-only' || failure.code === 'library-in-use';
  return [
    `「${fileName}」は書き出せました。書き出したことの記録だけが、次の理由で残っていません。${happened}`,
    '書き出した Word ファイルと報告は、そのまま使えます。朱書きが入って戻ったときも、いつものとおり取り込めます。',
    // Who only looks has nothing to do.
    looksOnly ? '' : next,
  ].join('');
}
