import type { WriteFailure } from '../../shared/failure.ts';
import type { FailureSentence } from './failure-sentence.ts';
import { fileNameOf } from './file-name-of.ts';

const oldFileIntact = '前からあるファイルはそのまま残っています。入力した内容も無事です。';

/** Sentences for a file that could not be written. */
export function writeFailureSentence(failure: WriteFailure): FailureSentence {
  const name = `「${fileNameOf(failure.path)}」`;
  switch (failure.code) {
    case 'target-folder-missing':
      return {
        happened: `${name}を書き込むフォルダーが見つかりません。`,
        safe: '入力した内容は無事です。',
        next: 'フォルダーがあるか、USB メモリーや共有フォルダーがつながっているかを確かめるか、別の場所を選んでください。',
      };
    case 'target-is-a-folder':
      return {
        happened: `${name}は同じ名前のフォルダーがあるため、書き込めません。`,
        safe: 'フォルダーの中身には手を加えていません。入力した内容も無事です。',
        next: '別の名前を付けてください。',
      };
    case 'target-in-use':
      return {
        happened: `${name}は、Word などほかのソフトで開かれているため、書き込めません。`,
        safe: oldFileIntact,
        next: '開いているソフトでそのファイルを閉じてからもう一度行うか、別の名前を付けてください。',
      };
    case 'target-read-only':
      return {
        happened: `${name}は読み取り専用か、書き込む権限がないため、書き込めません。`,
        safe: oldFileIntact,
        next: '別の名前や別のフォルダーを選ぶか、ファイルのプロパティで「読み取り専用」を外してください。',
      };
    case 'disk-full':
      return {
        happened: `ディスクの空きが足りず、${name}に書き込めません。`,
        safe: oldFileIntact,
        next: '不要なファイルを消して空きを作ってから、もう一度お試しください。',
      };
    case 'write-failed':
      return {
        happened: `${name}に書き込めませんでした（${failure.cause}）。`,
        safe: oldFileIntact,
        next: 'もう一度お試しください。続くようであれば、別の場所を選ぶか、情報担当にご相談ください。',
      };
  }
}
